import { ownValue } from '../../../../../src/site/own-value.ts';
import { dedented } from '../dialect/blocks.ts';
import type { Note } from '../source.ts';

/** A shortcode as it was written: `{{< figure src="a.png" "b" >}}`. */
export interface Shortcode {
  name: string;
  /** Named arguments. */
  named: Record<string, string>;
  /** Arguments without a name, in order. */
  plain: string[];
  /** What stands between it and its closing one; undefined when it has none. */
  inner?: string;
  /** White space before it on its line. */
  indent: string;
}

type Titles = (path: string) => string | undefined;

const callouts: Record<string, string> = {
  info: 'NOTE',
  note: 'NOTE',
  primary: 'NOTE',
  default: 'NOTE',
  tip: 'TIP',
  hint: 'TIP',
  success: 'TIP',
  important: 'IMPORTANT',
  warning: 'WARNING',
  caution: 'CAUTION',
  danger: 'CAUTION',
  error: 'CAUTION',
};
const calloutNames = new Set(['hint', 'notice', 'alert', 'admonition', 'callout', ...Object.keys(callouts)]);

/** The Markdown that says what a shortcode shows. */
export function shortcodeMarkdown(code: Shortcode, notes: Note[], titleOf: Titles): string {
  const { name, named, plain, inner } = code;
  const first = plain[0] ?? '';
  if (['relref', 'ref', 'relUrl', 'absUrl'].includes(name)) return encodeURI(named.path ?? first);
  if (inner !== undefined && calloutNames.has(name)) return callout(code);
  switch (name) {
    case 'figure':
    case 'img':
      return `![${escaped(named.alt ?? named.caption ?? named.title ?? '')}](${encoded(named.src ?? first)})${named.alt && named.caption && named.alt !== named.caption ? `\n\n${named.caption}` : ''}`;
    case 'page-ref':
    case 'page-relref':
    case 'caption-link':
    case 'button':
    case 'link': {
      const address = named.page ?? named.ref ?? named.relref ?? named.url ?? named.href ?? first;
      return `[${escaped(named.caption ?? named.text ?? inner?.trim() ?? titleOf(address.replace(/#.*$/, '')) ?? address)}](${encoded(address)})`;
    }
    case 'youtube':
      return `<https://www.youtube.com/watch?v=${encodeURIComponent(named.id ?? first)}>`;
    case 'vimeo':
      return `<https://vimeo.com/${encodeURIComponent(named.id ?? first)}>`;
    case 'details':
    case 'expand':
    case 'collapse':
      return inner === undefined
        ? ''
        : `\n<details>\n<summary>${(named.title ?? named.summary ?? first) || '…'}</summary>\n\n${inner.trim()}\n\n</details>\n`;
    case 'highlight':
      return inner === undefined
        ? ''
        : `\n\`\`\`${named.lang ?? first}\n${inner.replace(/^\n/, '').trimEnd()}\n\`\`\`\n`;
    default:
      return unknown(code, notes);
  }
}

/** What no rule knows keeps what it shows: the text inside it, with its title; a mere name, as `required`, is a badge. */
function unknown({ name, named, plain, inner }: Shortcode, notes: Note[]): string {
  if (inner !== undefined) {
    const title = named.title ?? named.name ?? named.caption ?? plain[0];
    return title ? `**${escaped(title)}**\n\n${inner.replace(/^\n+/, '')}` : inner;
  }
  if (plain.length === 0 && Object.keys(named).length === 0 && /^[\w-]+$/.test(name))
    return `_${name.replaceAll('_', ' ')}_`;
  if (!notes.some((note) => note.kind === 'shortcode-dropped' && note.detail.endsWith(` ${name}`)))
    notes.push({ level: 'lost', kind: 'shortcode-dropped', detail: `nothing is known about the shortcode ${name}` });
  return '';
}

function callout({ name, named, plain, inner, indent }: Shortcode): string {
  const kind =
    ownValue(callouts, (named.style ?? named.type ?? named.color ?? plain[0] ?? name).toLowerCase()) ?? 'NOTE';
  const title = named.title ? `**${named.title}**\n\n` : '';
  const lines = `${title}${dedented((inner ?? '').replace(/^\s*\n/, '').trimEnd())}`
    .split('\n')
    .map((line) => `${indent}> ${line}`.trimEnd());
  return `\n${indent}> [!${kind}]\n${lines.join('\n')}\n`;
}

function escaped(text: string): string {
  return text.replace(/([[\]])/g, '\\$1');
}

/** An address as Markdown takes it; what is encoded already stays so. */
function encoded(address: string): string {
  return encodeURI(address.trim()).replaceAll('%25', '%').replaceAll('(', '%28').replaceAll(')', '%29');
}
