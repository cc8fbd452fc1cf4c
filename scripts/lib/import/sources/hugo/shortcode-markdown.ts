import { ownValue } from '../../../../../src/site/own-value.ts';
import { calloutKinds } from '../dialect/callout-kinds.ts';
import { videoAddress, videoOrLink } from '../dialect/video-markdown.ts';
import { ownShortcode } from './own-shortcodes.ts';
import { asBlock, codeBlock, encoded, escaped, note, type Shortcode, type ShortcodeSite } from './shortcode.ts';
import { themeShortcode } from './theme-shortcodes.ts';

const calloutNames = new Set(['hint', 'notice', 'alert', 'admonition', 'callout', ...Object.keys(calloutKinds)]);

/** The Markdown that says what a shortcode shows. */
export function shortcodeMarkdown(code: Shortcode, site: ShortcodeSite): string {
  const { name, named, plain, inner, indent } = code;
  const first = plain[0] ?? '';
  if (['relref', 'ref', 'relUrl', 'absUrl'].includes(name)) return encodeURI(named.path ?? first);
  if (inner !== undefined && calloutNames.has(name.toLowerCase())) return callout(code, inner);
  switch (name) {
    case 'figure':
    case 'img':
    case 'image':
      return figure(code);
    case 'page-ref':
    case 'page-relref':
    case 'caption-link':
    case 'button':
    case 'link': {
      const address = named.page ?? named.ref ?? named.relref ?? named.url ?? named.href ?? named.link ?? first;
      const title = site.titleOf(address.replace(/#.*$/, ''));
      const label = named.caption ?? named.text ?? inner?.trim() ?? plain[1] ?? title ?? address;
      return address ? `[${escaped(label.replace(/\s+/g, ' '))}](${encoded(address)})` : label;
    }
    case 'youtube':
    case 'vimeo':
      return videoOrLink(videoAddress(name, named.id ?? first, named.start), named.title);
    case 'details':
    case 'expand':
    case 'collapse':
      if (inner === undefined) return '';
      return asBlock('details', inner, named.title ?? named.summary ?? named.label ?? first, indent);
    case 'highlight':
      return inner === undefined ? '' : codeBlock(inner, named.lang ?? first, indent);
    default:
      return themeShortcode(code, site) ?? own(code, site) ?? unknown(code, site);
  }
}

/** One that the site brings itself, whose text other pages may show too. */
function own(code: Shortcode, site: ShortcodeSite): string | undefined {
  const text = ownShortcode(code, site);
  if (text !== undefined) site.shown(code, text);
  return text;
}

/** What no rule knows keeps what it shows: the text inside it, with its title; a mere name, as `required`, is a badge. */
function unknown(code: Shortcode, site: ShortcodeSite): string {
  const { name, named, plain, inner } = code;
  const title = named.title ?? named.name ?? named.header ?? named.label ?? named.caption ?? named.summary;
  if (inner !== undefined) {
    note(
      site,
      code,
      'changed',
      site.template(name) === undefined
        ? `nothing is known about the shortcode ${name}; the text in it stands in its place`
        : `the template of the site’s own shortcode ${name} does more than show its arguments; the text in it stands in its place`,
    );
    const shown = title ?? plain[0];
    return shown ? `**${escaped(shown)}**\n\n${inner.replace(/^\n+/, '')}` : inner;
  }
  if (site.template(name) !== undefined) {
    note(
      site,
      code,
      'lost',
      `what the site’s own shortcode ${name} shows does not come over: its template does more than show its arguments`,
    );
    return '';
  }
  if (plain.length === 0 && Object.keys(named).length === 0 && /^[\w-]+$/.test(name))
    return `_${name.replaceAll('_', ' ')}_`;
  const words = [title, named.text, named.content, named.description, named.subtitle].filter(
    (one): one is string => one !== undefined && one !== '',
  );
  note(
    site,
    code,
    words.length > 0 ? 'changed' : 'lost',
    `nothing is known about the shortcode ${name}${words.length > 0 ? '; the text of its arguments stands in its place' : ''}`,
  );
  return words.join('\n\n');
}

function callout({ name, named, plain, indent }: Shortcode, inner: string): string {
  const kinds = [named.style, named.type, named.color, named.context, named.kind, plain[0], name];
  const word = kinds.find((one) => one !== undefined && ownValue(calloutKinds, one.toLowerCase()) !== undefined);
  const kind = ownValue(calloutKinds, (word ?? '').toLowerCase()) ?? 'note';
  const positional = word === plain[0] ? plain[1] : plain[0];
  return asBlock(name === 'hint' && word === name ? 'tip' : kind, inner, named.title ?? positional ?? '', indent);
}

function figure({ named, plain, indent }: Shortcode): string {
  const title = named.title && named.caption && named.title !== named.caption ? `**${escaped(named.title)}** ` : '';
  const alt = named.alt ?? named.caption ?? named.title ?? '';
  const picture = `![${escaped(alt)}](${encoded(named.src ?? named.image ?? plain[0] ?? '')})`;
  const shown = named.link ? `[${picture}](${encoded(named.link)})` : picture;
  const attribution = named.attr
    ? named.attrlink
      ? ` [${escaped(named.attr)}](${encoded(named.attrlink)})`
      : ` ${named.attr}`
    : '';
  const caption = named.alt && named.caption && named.alt !== named.caption ? named.caption : '';
  const below = `${title}${caption}${attribution}`.trim();
  return below ? `${shown}\n\n${indent}${below}` : shown;
}
