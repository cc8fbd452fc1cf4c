import { escapeHtml, escapeHtmlText } from '../site/escape-html.ts';
import { type Citation, type ClipboardContent, escapeMarkdown, type Markup, nameOf } from './citation.ts';
import { proseOf } from './prose.ts';

/** What a reply begins and ends with in one language; `{customer}` stands where the customer's name comes. */
export interface ReplyWords {
  greeting: string;
  closing: string;
}

/** The place of a name that nobody wrote, with the comma or space that parts it from what stands before, else after it. */
const NO_NAME = /(?<=\S)[^\S\n]*[,，、]?[^\S\n]*\{customer\}|\{customer\}[^\S\n]*[,，、]?[^\S\n]*/gu;
const STEP = /^(\d{1,3})\. +/;
const BULLET = /^• +/;
const LINK = /https?:\/\/[^\s<>"]*[^\s<>"'.,;:!?()[\]{}。，、；：！？）」』]/gu;

/**
 * One reply of several answers, in their order: the greeting, each passage with its permanent link, the closing, parted by
 * empty lines. An answer that is cited twice is said once.
 */
export function composeReply(
  citations: readonly Citation[],
  { greeting, closing }: ReplyWords,
  markup: Markup,
): string {
  const once = citations.filter(({ url }, index) => citations.findIndex((one) => one.url === url) === index);
  const write = markup === 'markdown' ? markdownPart : textPart;
  const around = (text: string) => (markup === 'markdown' ? markdownLines(text) : text);
  return [around(greeting), ...once.map(write), around(closing)].filter((part) => part !== '').join('\n\n');
}

/** A reply that an agent has looked through, as it is taken along. @param direction That of its language. */
export function replyContent(
  written: string,
  citations: readonly Citation[],
  markup: Markup,
  direction: 'ltr' | 'rtl',
): ClipboardContent {
  const text = written.replace(NO_NAME, '').trim();
  if (markup !== 'rich') return { text };
  const html = text
    .split(/\n{2,}/)
    .map((block) => htmlOf(block, citations))
    .join('');
  return { text, html: direction === 'rtl' ? `<div dir="rtl">${html}</div>` : html };
}

function textPart(one: Citation): string {
  // The address has a line of its own: beside words of a script from right to left its signs would change places.
  return [proseOf(one.passage), nameOf(one), one.url].filter((line) => line !== '').join('\n');
}

function markdownPart(one: Citation): string {
  const link = `[${escapeMarkdown(nameOf(one))}](${one.url})`;
  return [markdownLines(proseOf(one.passage)), link].filter((part) => part !== '').join('\n\n');
}

/** Lines as Markdown that says them as they are: steps and bullets are lists, every other sign is a sign. */
function markdownLines(text: string): string {
  // An indented line would be code.
  const lines = text.split('\n').map((line) => line.trim());
  return lines
    .map((line, index) => {
      const number = STEP.exec(line)?.[1];
      const sign = number ? `${number}. ` : BULLET.test(line) ? '- ' : '';
      const escaped = escapeMarkdown(line.replace(STEP, '').replace(BULLET, ''));
      const next = lines[index + 1];
      if (next === undefined) return sign + escaped;
      // A list ends with an empty line, and begins after one; lines of a paragraph are kept apart by two spaces.
      if (isItem(line) !== isItem(next)) return `${sign}${escaped}\n`;
      return isItem(line) || line === '' || next === '' ? sign + escaped : `${escaped}  `;
    })
    .join('\n');
}

function isItem(line: string): boolean {
  return STEP.test(line) || BULLET.test(line);
}

/** The lines between two empty ones: paragraphs, lists, and the names of answers as links. */
function htmlOf(block: string, citations: readonly Citation[]): string {
  const runs: { kind: 'ol' | 'ul' | 'p'; lines: string[] }[] = [];
  for (const line of block.split('\n')) {
    const kind = STEP.test(line) ? 'ol' : BULLET.test(line) ? 'ul' : 'p';
    const last = runs.at(-1);
    if (last?.kind === kind) last.lines.push(line);
    else runs.push({ kind, lines: [line] });
  }
  return runs
    .map(({ kind, lines }) => {
      if (kind === 'p') return `<p>${linesAsHtml(lines, citations)}</p>`;
      const items = lines.map((line) => `<li>${linked(line.replace(STEP, '').replace(BULLET, ''))}</li>`).join('');
      const start = Number(STEP.exec(lines[0]!)?.[1] ?? 1);
      return `<${kind}${start === 1 ? '' : ` start="${start}"`}>${items}</${kind}>`;
    })
    .join('');
}

function linesAsHtml(lines: readonly string[], citations: readonly Citation[]): string {
  const written: string[] = [];
  for (const line of lines) {
    const cited = citations.find(({ url }) => url === line);
    const name = cited && nameOf(cited);
    if (name !== undefined && lines[lines.indexOf(line) - 1] === name) {
      written.pop();
      written.push(`<a href="${escapeHtml(line)}">${escapeHtmlText(name)}</a>`);
    } else written.push(linked(line));
  }
  return written.join('<br>');
}

/** A line of text whose web addresses are links. */
function linked(line: string): string {
  let html = '';
  let done = 0;
  for (const { 0: address, index } of line.matchAll(LINK)) {
    html += `${escapeHtmlText(line.slice(done, index))}<a href="${escapeHtml(address)}">${escapeHtmlText(address)}</a>`;
    done = index + address.length;
  }
  return html + escapeHtmlText(line.slice(done));
}
