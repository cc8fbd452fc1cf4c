import { block } from '../dialect/blocks.ts';
import { videoAddress, videoOrLink } from '../dialect/video-markdown.ts';
import { asBlock, codeBlock, encoded, escaped, note, type Shortcode, type ShortcodeSite } from './shortcode.ts';

type Rule = (code: Shortcode, site: ShortcodeSite) => string;

const first = ({ plain }: Shortcode): string => plain[0] ?? '';
const inside = ({ inner }: Shortcode): string => inner ?? '';
const bold = (text: string | undefined): string => (text ? `\n\n**${escaped(text)}**\n\n` : '');
/** Text that only was laid out: in columns, boxes, centred. */
const layout: Rule = (code) => `${bold(code.named.title ?? code.named.header)}${inside(code).replaceAll('<--->', '')}`;
const nothing: Rule = () => '';

/** Shortcodes of widespread themes: Docsy, Book, Relearn, Hextra, Geekdoc, Doks, Blowfish; those of Hugo itself, too. */
const rules: Record<string, Rule> = {
  tabs: (code) => block('tabs', inside(code), '', code.named.groupid ?? code.named.groupId),
  tabpane: (code) => block('tabs', inside(code)),
  'code-tabs': (code) => block('tabs', inside(code)),
  tab,
  'tab-item': tab,
  steps,
  step: (code) => asBlock('step', inside(code), code.named.title ?? first(code), ''),
  pageinfo: (code) => asBlock('note', inside(code), '', code.indent),
  lead: layout,
  columns: layout,
  column: layout,
  cards: layout,
  'card-grid': layout,
  'feature-grid': layout,
  cardpane: layout,
  'blocks/cover': layout,
  'blocks/lead': layout,
  'blocks/section': layout,
  'blocks/feature': linked,
  'blocks/link-down': nothing,
  card: linked,
  'link-card': linked,
  'feature-card': linked,
  'hero-badge': layout,
  'hextra/hero-headline': layout,
  'hextra/hero-subtitle': layout,
  accordion: layout,
  accordionItem: (code) => asBlock('details', inside(code), code.named.title ?? first(code), code.indent),
  timeline: layout,
  timelineItem: (code) => `${bold(code.named.header)}${bold(code.named.subheader)}${inside(code)}`,
  filetree: (code) => codeBlock(inside(code).replace(/\n\s*\n/g, '\n'), '', code.indent),
  'filetree/container': (code) => codeBlock(inside(code).replace(/\n\s*\n/g, '\n'), '', code.indent),
  'filetree/folder': (code) => `${code.named.name ?? first(code)}/\n${branch(inside(code))}`,
  'filetree/file': (code) => `${code.named.name ?? first(code)}\n`,
  mermaid: (code) => codeBlock(inside(code), 'mermaid', code.indent),
  katex: formula,
  math: formula,
  chem: formula,
  code: fenced,
  badge: (code) => `_${(code.named.content ?? code.named.title ?? code.inner ?? first(code)).trim()}_`,
  kbd: (code) => `<kbd>${code.inner ?? first(code)}</kbd>`,
  icon: nothing,
  'inline-svg': nothing,
  br: () => '<br>',
  comment: nothing,
  toc: nothing,
  'section-index': children,
  children,
  'toc-tree': children,
  attachments: (code, site) => {
    note(site, code, 'lost', 'a list of files to download (attachments) was dropped');
    return '';
  },
  include,
  readfile: include,
  'include-file': include,
  param: (code, site) => {
    const value = site.shownParam(code.named.name ?? first(code));
    if (value === undefined) note(site, code, 'lost', `the value ${first(code)} of the site’s params is not known`);
    return value ?? '';
  },
  imgproc: (code, { picture }) => {
    const file = picture(first(code)) ?? first(code);
    const caption = inside(code).trim();
    return `![${escaped(caption)}](${encoded(file)})${caption ? `\n\n${code.indent}${caption}` : ''}`;
  },
  video,
  'youtube-lite': video,
  youtubeLite: video,
  audio: (code) => link(code.named.src ?? first(code)),
  gist: ({ plain }) => link(`https://gist.github.com/${plain.slice(0, 2).join('/')}`),
  tweet: ({ named, plain }) => link(`https://twitter.com/${named.user ?? 'i'}/status/${named.id ?? plain[0] ?? ''}`),
  x: ({ named, plain }) => link(`https://x.com/${named.user ?? 'i'}/status/${named.id ?? plain[0] ?? ''}`),
  instagram: (code) => link(`https://www.instagram.com/p/${first(code)}/`),
};

/** What a shortcode of a widespread theme shows, or undefined for one of another name. */
export function themeShortcode(code: Shortcode, site: ShortcodeSite): string | undefined {
  if (!Object.hasOwn(rules, code.name)) return undefined;
  // Without an end they would show nothing of the text that they were meant to hold.
  if (code.inner === undefined && ['tabs', 'tab', 'steps', 'code', 'columns', 'cards', 'lead'].includes(code.name))
    return undefined;
  return rules[code.name]?.(code, site);
}

/** Of Docsy a tab is code unless it says otherwise; of Hextra its title may stand in the one around it. */
function tab(code: Shortcode): string {
  const { named, plain, parent, place = 0 } = code;
  const listed = parent?.named.items?.split(',')[place]?.trim();
  const title = named.header ?? named.title ?? named.name ?? named.label ?? plain[0] ?? listed ?? '';
  const isCode = parent?.name === 'tabpane' && (named.text ?? parent.named.text ?? 'false') !== 'true';
  const text =
    isCode && !code.isMarkdown ? codeBlock(inside(code), named.lang ?? parent.named.lang ?? '', '') : inside(code);
  return asBlock('tab', text, title, '');
}

/** Steps with headings are divided by them; a numbered list is steps itself. */
function steps(code: Shortcode): string {
  const body = inside(code);
  const depth = Math.min(...[...body.matchAll(/^(#{2,6})[ \t]/gm)].map((mark) => mark[1]?.length ?? 6));
  if (!Number.isFinite(depth)) return asBlock('steps', body, '', code.indent);
  const [before = '', ...parts] = body.split(new RegExp(`^#{${depth}}[ \\t]+`, 'm'));
  const each = parts.map((part) => {
    const [title = '', ...rest] = part.split('\n');
    return block('step', rest.join('\n'), title);
  });
  return `${before}${block('steps', each.join(''))}`;
}

/** A card: its title, which may lead somewhere, and its text. */
function linked({ named, plain, inner }: Shortcode): string {
  const title = named.title ?? named.name ?? plain[0] ?? '';
  const address = named.link ?? named.url ?? named.href;
  const shown = address ? `[${escaped(title || address)}](${encoded(address)})` : title && `**${escaped(title)}**`;
  const texts = [named.subtitle, named.description, inner?.trim(), named.footer].filter(Boolean);
  const picture = named.image ? [`![](${encoded(named.image)})`] : [];
  return `\n\n${[named.header, shown, ...picture, ...texts].filter(Boolean).join('\n\n')}\n\n`;
}

function branch(inner: string): string {
  return inner
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => `  ${line.replace(/^ (?! )/, '')}\n`)
    .join('');
}

/** Code with its title; some themes put it in a fence of its own. */
function fenced(code: Shortcode): string {
  const { named, indent } = code;
  const title = named.title ?? named.file ?? named.filename;
  const isFenced = /^\s*(?:`{3}|~{3})/.test(inside(code));
  const text = isFenced ? inside(code) : codeBlock(inside(code), named.lang ?? named.language ?? first(code), indent);
  return title ? `**${escaped(title)}**\n\n${text.replace(/^\n+/, '')}` : text;
}

function formula(code: Shortcode): string {
  const tex = (code.inner ?? first(code)).trim();
  return tex.includes('\n') || 'display' in code.named || code.plain.includes('display')
    ? codeBlock(tex, 'latex', code.indent)
    : `\`${tex}\``;
}

function children(_: Shortcode, { children: pages }: ShortcodeSite): string {
  return `\n${pages.map(({ title, file }) => `- [${escaped(title)}](/${encoded(file)})`).join('\n')}\n`;
}

function include(code: Shortcode, site: ShortcodeSite): string {
  const file = code.named.file ?? first(code);
  const found = site.text(file);
  if (found === undefined) note(site, code, 'lost', `${file.slice(0, 100)}, which it includes, is not in the folder`);
  const language = code.named.lang ?? (code.named.code === 'true' ? '' : undefined);
  return found === undefined || language === undefined ? (found ?? '') : codeBlock(found, language, code.indent);
}

/** A file or an address, or what YouTube calls a film. */
function video(code: Shortcode): string {
  const { named, name } = code;
  const given = named.src ?? named.url ?? named.file ?? named.mp4 ?? named.webm ?? named.id ?? first(code);
  const address = name === 'video' ? given : videoAddress('youtube', given);
  return videoOrLink(address, named.title ?? named.caption ?? named.label ?? named.alt);
}

function link(address: string): string {
  return /^https?:/.test(address) ? `<${encoded(address)}>` : `[${escaped(address)}](${encoded(address)})`;
}
