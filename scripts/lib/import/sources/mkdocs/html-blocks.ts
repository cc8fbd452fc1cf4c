import { block, dedented } from '../dialect/blocks.ts';
import { calloutOfClasses } from '../dialect/callout-kinds.ts';
import { mapLinesOutsideCode } from '../dialect/lines-outside-code.ts';
import { asLines, callout } from './admonitions.ts';
import { attributeOf, htmlAddresses } from './html-attributes.ts';
import { closingLine, lastLineWith } from './html-lines.ts';
import { isBlank } from './lines.ts';
import { between } from './masks.ts';
import type { ReadBlock, Scope } from './scope.ts';

/** Elements that Python-Markdown takes for blocks. */
const blockTags = new Set(
  (
    'address article aside blockquote body center details dialog dd div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr iframe li main menu nav object ol p pre script section style summary table tbody td ' +
    'textarea tfoot th thead tr ul video audio'
  ).split(' '),
);
/** Elements whose text is no Markdown whatever stands around it. */
const verbatim = new Set(['pre', 'script', 'style', 'textarea']);
/** Elements that only lay out what is in them. */
const layout = new Set(
  'address article aside body center div fieldset footer form header main nav p section'.split(' '),
);
/** A tag whose text is Markdown. */
const markedTag = /<\w[^<>]{0,500}\smarkdown(?:=["']?(?:1|block|span|true|markdown)?["']?)?(?=[\s>/])/;
const tagStart = /^ {0,3}<(\/?)([a-z][\w-]{0,30})(?=[\s>/]|$)/i;

/** Whether a line begins with an element that is a block, or with its end. */
export function opensHtml(line: string): boolean {
  return blockTags.has((tagStart.exec(line)?.[2] ?? '').toLowerCase());
}

/** Comments are for writers; one that nobody closes would hide the rest of the page. */
export function readComment(lines: readonly string[], at: number, scope: Scope): ReadBlock | undefined {
  const line = lines[at] ?? '';
  if (!/^ {0,3}<!--/.test(line)) return undefined;
  if (lastLineWith(lines, '-->') < at)
    return { out: scope.inline(line.replace('<!--', '&lt;!--')).split('\n'), next: at + 1 };
  let end = at;
  while (!(lines[end] ?? '').includes('-->')) end += 1;
  const after = (lines[end] ?? '').replace(/^.*?-->/, '');
  return { out: ['', ...(isBlank(after) ? [] : scope.inner([after.trimStart()]))], next: end + 1 };
}

/**
 * A block of HTML. Where its author meant Markdown in it, by the attribute `markdown` or by setting it apart with empty
 * lines, it is read as such; else it is HTML throughout.
 */
export function readHtml(lines: readonly string[], at: number, scope: Scope): ReadBlock | undefined {
  const [, slash, name = ''] = tagStart.exec(lines[at] ?? '') ?? [];
  const tag = name.toLowerCase();
  if (!blockTags.has(tag)) return undefined;
  if (slash) return { out: [(lines[at] ?? '').trim(), ''], next: at + 1 };
  const end = closingLine(lines, at, tag);
  if (verbatim.has(tag)) {
    const last = end ?? at;
    return { out: ['', ...lines.slice(at, last + 1), ''], next: last + 1 };
  }
  const text = lines
    .slice(at, (end ?? lastOfParagraph(lines, at)) + 1)
    .join('\n')
    .trimStart();
  const opening = /^<(?:[^<>"']|"[^"]*"|'[^']*')*>/.exec(text.slice(0, 5_000))?.[0];
  const marked = opening !== undefined && markedTag.test(opening);
  if (opening === undefined || end === undefined) {
    // What nobody closes is set aside only when it would keep Markdown from being read.
    if (marked)
      return { out: scope.inner(text.slice(opening.length).split('\n')), next: lastOfParagraph(lines, at) + 1 };
    return raw(text, lastOfParagraph(lines, at) + 1, scope);
  }
  const close = matchingClose(text, tag);
  const content = text.slice(opening.length, close);
  if (!marked && !isMarkdown(content) && !markedTag.test(content)) return raw(text, end + 1, scope);
  const after = text.slice(close).replace(/^<\/[^>]*>?/, '');
  return {
    out: [
      '',
      ...asLines(element(tag, opening, dedented(content.replace(/^[ \t]*\n/, '')), scope)),
      '',
      ...(isBlank(after) ? [] : scope.inner(after.trimStart().split('\n'))),
    ],
    next: end + 1,
  };
}

/** An element with Markdown inside. */
function element(tag: string, opening: string, content: string, scope: Scope): string {
  const [, summary, rest = content] = /^\s*<summary[^>]*>([\s\S]{0,2000}?)<\/summary>([\s\S]*)$/i.exec(content) ?? [];
  if (tag === 'details') {
    const title = (summary ?? '').replace(/<\/?(?:p|div|h\d)[^>]*>/gi, '').trim();
    return block('details', scope.inner(dedented(rest).split('\n')).join('\n'), scope.inline(title));
  }
  const inner = scope.inner(content.split('\n')).join('\n').trim();
  const classes = attributeOf(opening, 'class');
  if (/(?:^|\s)admonition(?:\s|$)/.test(classes)) {
    const type = classes.split(/\s+/).find((name) => name && name !== 'admonition') ?? 'note';
    const [, title, body = content] =
      /^\s*<p class="admonition-title"[^>]*>([^\n]{0,2000}?)<\/p>([\s\S]*)$/.exec(content) ?? [];
    return callout('callout', type, title ?? '', scope.inner(dedented(body).split('\n')).join('\n'), scope);
  }
  if (
    layout.has(tag) &&
    calloutOfClasses(classes.toLowerCase().split(/\s+/)) === undefined &&
    !/\sstyle\s?=|\shidden/.test(opening)
  ) {
    const id = attributeOf(opening, 'id');
    const text = classes.split(/\s+/).includes('cards') ? withoutRules(inner) : inner;
    return `${id ? `<a id="${id}"></a>\n\n` : ''}${text}\n`;
  }
  const bare = opening.replace(/\smarkdown(?:\s?=\s?(?:"[^"]*"|'[^']*'|\w+))?(?=[\s>/])/, '').replaceAll('\n', ' ');
  return `${htmlAddresses(bare, scope)}\n\n${inner}\n\n</${tag}>\n`;
}

/** Where the element that begins a text ends in it. */
function matchingClose(text: string, tag: string): number {
  let depth = 0;
  for (const found of text.matchAll(new RegExp(`<(/?)${tag}(?=[\\s>/]|$)`, 'gi'))) {
    depth += found[1] ? -1 : 1;
    if (depth === 0) return found.index;
  }
  return text.toLowerCase().lastIndexOf(`</${tag}`);
}

/** Cards have a rule below their heading, which only draws a line. */
function withoutRules(text: string): string {
  return mapLinesOutsideCode(text, (line) => (line.trim() === '***' ? '' : line));
}

/** HTML as it stands: no indent that would make it code, no empty line that would end it. */
function raw(text: string, next: number, scope: Scope): ReadBlock {
  let inCode = false;
  const lines = withoutComments(text)
    .split('\n')
    .flatMap((line) => {
      const [, slash] = /^.*<(\/?)pre[\s>]/i.exec(line) ?? [];
      const kept = inCode ? [isBlank(line) ? '<!-- -->' : line] : isBlank(line) ? [] : [line.trimStart()];
      if (slash !== undefined) inCode = slash === '';
      return kept;
    });
  return { out: ['', ...htmlAddresses(lines.join('\n'), scope).split('\n'), ''], next };
}

/** Text that begins without a tag after an empty line is Markdown. */
function isMarkdown(content: string): boolean {
  return /\n[ \t]*\n[ \t]*[^<\s]/.test(content);
}

function withoutComments(text: string): string {
  return between(text, '<!--', '-->', () => '');
}

function lastOfParagraph(lines: readonly string[], at: number): number {
  let last = at;
  while (last + 1 < lines.length && !isBlank(lines[last + 1])) last += 1;
  return last;
}
