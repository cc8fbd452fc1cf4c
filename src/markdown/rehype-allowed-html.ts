import type { Root } from 'hast';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { safeDecodeUri } from '../site/safe-decode.ts';
import { findingsOf } from './findings.ts';

type Schema = typeof defaultSchema;

/** What addresses of links and pictures may begin with. */
const SCHEMES = { href: ['http', 'https', 'mailto', 'tel', 'sms', 'id', 'page'], src: ['http', 'https', 'data'] };

/**
 * The HTML an article may hold. Everything else is dropped and its text kept; scripts and styles go
 * with their text. `style` is not among the attributes because the site's policy refuses it.
 */
export const ALLOWED_HTML: Schema = {
  ...defaultSchema,
  tagNames: [
    ...(defaultSchema.tagNames ?? []),
    'abbr',
    'address',
    'aside',
    'caption',
    'cite',
    'dfn',
    'figcaption',
    'figure',
    'mark',
    'small',
    'time',
    'u',
    'wbr',
    'col',
    'colgroup',
    'bdi',
    'bdo',
  ],
  attributes: {
    '*': [
      'className',
      'dir',
      'id',
      'lang',
      'title',
      'ariaLabel',
      'ariaHidden',
      'ariaDescribedBy',
      'ariaLabelledBy',
      'role',
      'dataExplicit',
      'dataFor',
    ],
    a: ['href', 'dataFootnoteRef', 'dataFootnoteBackref', 'name'],
    blockquote: ['cite'],
    col: ['span'],
    colgroup: ['span'],
    details: ['open', 'name'],
    img: ['alt', 'src', 'width', 'height'],
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
    li: ['value'],
    ol: ['start', 'reversed', 'type'],
    q: ['cite'],
    section: ['dataFootnotes'],
    td: ['align', 'colSpan', 'rowSpan', 'headers'],
    th: ['align', 'colSpan', 'rowSpan', 'headers', 'scope', 'abbr'],
    time: ['dateTime'],
  },
  protocols: { ...SCHEMES, cite: ['http', 'https'] },
  strip: ['script', 'style', 'template', 'noscript', 'iframe', 'object', 'svg', 'math', 'select', 'textarea'],
  clobber: [],
  clobberPrefix: '',
};

/** Attributes that raw HTML of other systems carries everywhere and nobody misses. */
const UNMISSED =
  /^(data[A-Z]|align$|border$|bgColor$|vAlign$|cellPadding$|cellSpacing$|target$|rel$|height$|width$|noWrap$)/;

/** Notes what is not allowed, for the content check, then takes it out. */
export function rehypeAllowedHtml() {
  const clean = rehypeSanitize(ALLOWED_HTML) as (tree: Root, file: VFile) => Root;
  return (tree: Root, file: VFile): Root => {
    const { diagnostics } = findingsOf(file);
    visit(tree, 'element', (node) => {
      const point = { line: node.position?.start.line ?? 1, column: node.position?.start.column };
      if (!ALLOWED_HTML.tagNames!.includes(node.tagName)) {
        diagnostics.push({ kind: 'html-element', name: node.tagName, ...point });
        return;
      }
      const allowed = [...(ALLOWED_HTML.attributes!['*'] ?? []), ...(ALLOWED_HTML.attributes![node.tagName] ?? [])].map(
        (each) => (Array.isArray(each) ? each[0] : each),
      );
      for (const property of ['href', 'src'] as const) {
        const written = node.properties[property];
        const address = typeof written === 'string' ? written.trimStart() : '';
        const [scheme] = /^[^/?#:]*:/.exec(address) ?? [];
        if (scheme === undefined) continue;
        // Phones begin `Mailto:` with a capital; browsers take it, and so does what follows.
        const usual = scheme.toLowerCase();
        if (SCHEMES[property].includes(usual.slice(0, -1)))
          node.properties[property] = usual + address.slice(scheme.length);
        else diagnostics.push({ kind: 'address', name: shown(address), ...point });
      }
      for (const name of Object.keys(node.properties)) {
        if (!allowed.includes(name) && !UNMISSED.test(name))
          diagnostics.push({ kind: 'html-attribute', name, ...point });
      }
    });
    return clean(tree, file);
  };
}

/** As the writer wrote it, with what nobody sees spelt out: `java%09script:`. */
function shown(address: string): string {
  return safeDecodeUri(address).replace(/[\p{Cc}\p{Cf}]/gu, (sign) => encodeURIComponent(sign));
}
