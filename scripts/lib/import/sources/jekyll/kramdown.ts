import { readAttributes } from '../dialect/attribute-lines.ts';
import type { Callouts } from '../dialect/attribute-lists.ts';
import { definitionsToLists } from '../dialect/definition-lists.ts';
import { emojiNamesToSigns } from '../dialect/emoji.ts';
import { mapLinesOutsideCode } from '../dialect/lines-outside-code.ts';
import { formulasToCode } from '../dialect/math.ts';
import type { Note } from '../source.ts';
import { readHtmlBlocks } from './kramdown-html.ts';
import { readTables } from './kramdown-tables.ts';

export interface KramdownOptions {
  /** Callouts that the theme's settings name. */
  callouts: Callouts;
  /** True when blocks of HTML hold Markdown without saying so. */
  parseHtml: boolean;
  /** True when `:smile:` is drawn. */
  hasEmoji: boolean;
}

/**
 * Writes what kramdown has beyond GitHub's Markdown in forms that the converter reads: attribute lists, lists of
 * contents, abbreviations, formulas, tables, definitions. The text comes from `shownKramdown`.
 */
export function readKramdown(body: string, { callouts, hasEmoji }: KramdownOptions, notes: Note[]): string {
  const steps = [
    readAbbreviations,
    formulasToCode,
    (text: string) => (hasEmoji ? emojiNamesToSigns(text) : text),
    (text: string) => readAttributes(text, callouts, notes),
    readTables,
    definitionsToLists,
    // A line with nothing but ^ keeps two blocks apart; two backslashes end a line.
    (text: string) =>
      mapLinesOutsideCode(text, (line) => (/^\^\s*$/.test(line) ? '' : line.replace(/(?<!\\)\\\\$/, '\\'))),
    (text: string) => text.replace(/<details[^<>]*>\s*<summary[^<>]*>[^<]*<\/summary>\s*<\/details>/g, ''),
  ];
  return steps.reduce((text, step) => step(text, notes), body);
}

/** What of a text readers saw: without comments and options, and with blocks of HTML as CommonMark reads them. */
export function shownKramdown(body: string, { parseHtml }: KramdownOptions): string {
  return readHtmlBlocks(dropExtensions(body), parseHtml || /\{::options[^}]*parse_block_html="?true/.test(body));
}

/** `{::comment}` with what is in it, `{::options /}` and `{::nomarkdown}` around HTML. */
function dropExtensions(body: string): string {
  let inComment = false;
  return mapLinesOutsideCode(body, (line) => {
    if (!inComment && !line.includes('{:')) return line;
    let text = line;
    if (inComment) {
      const end = /\{:\/(?:comment)?\}/.exec(text);
      if (!end) return '';
      inComment = false;
      text = text.slice(end.index + end[0].length);
    }
    text = text
      .replace(/\{::comment\}[^{]*\{:\/(?:comment)?\}/g, '')
      .replace(/\{::options\s[^{}]*\/?\}/g, '')
      .replace(/\{::nomarkdown[^{}]*\}|\{:\/(?:nomarkdown)?\}/g, '');
    const open = /\{::comment\}/.exec(text);
    if (!open) return text;
    inComment = true;
    return text.slice(0, open.index);
  });
}

/** `*[HTML]: Hypertext Markup Language` was shown when somebody pointed at HTML. */
function readAbbreviations(body: string, notes: Note[] = []): string {
  if (!/^\*\[/m.test(body)) return body;
  const meant: string[] = [];
  const text = mapLinesOutsideCode(body, (line) => {
    const [, short, long] = /^\*\[([^\]]{1,99})\]:(.*)$/.exec(line) ?? [];
    if (short === undefined) return line;
    if (long?.trim()) meant.push(`${short} (${long.trim()})`);
    return '';
  });
  if (meant.length > 0)
    notes.push({
      level: 'lost',
      kind: 'abbreviations-dropped',
      detail: `what abbreviations stand for was shown on pointing at them: ${meant.join(', ').slice(0, 400)}`,
    });
  return text;
}
