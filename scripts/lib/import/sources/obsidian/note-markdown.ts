import { ownValue } from '../../../../../src/site/own-value.ts';
import { calloutKinds } from '../dialect/callout-kinds.ts';
import { mapProse } from '../dialect/code-ranges.ts';
import { mapLinesOutsideCode } from '../dialect/lines-outside-code.ts';
import { formulasToCode } from '../dialect/math.ts';
import { titleFromName } from '../markdown/arrange.ts';
import type { Note } from '../source.ts';

/** Blocks of code that plugins of Obsidian show the result of. */
const queries =
  /^[ \t>]{0,80}(`{3,9}|~{3,9})[ \t]*(dataview(?:js)?|tasks|query|base|button|chart|buttons|leaflet|ad-\w+|kanban)\b/;
const ours = new Set(['note', 'tip', 'important', 'warning', 'caution']);

/** Notes in plain Markdown, but for their links: comments go, marks, fields and names of blocks get a form of HTML. */
export function noteMarkdown(body: string, notes: Note[]): string {
  let text = mapProse(body, (piece) => piece.replace(/%%[^%]{0,20000}%%/g, ''));
  text = withoutQueries(text, notes);
  text = mapLinesOutsideCode(text, (line) => blockName(field(callout(line))));
  text = formulasToCode(text, notes);
  text = mapProse(text, (piece) =>
    piece
      .replace(/(?<![=\w])==(?![\s=])([^=\n]{1,1000})==(?!=)/g, '<mark>$1</mark>')
      .replace(/(?<![\\$\w])\$(?![\s$\d])([^$\n]{1,400})(?<![\s\\])\$(?![\w$])/g, '`$1`'),
  );
  return withInlineFootnotes(text);
}

/** Kinds that nobody knows here show their name, as in Obsidian; folded ones need words to open them. */
function callout(line: string): string {
  const [, before = '', kind = '', fold = '', title = ''] =
    /^([ \t>]{0,80}>[ \t]{0,9})\[!([\w -]{1,40})(?:\|[^\]\n]{0,80})?\]([+-]?)(.*)$/.exec(line) ?? [];
  if (!kind) return line;
  const name = kind.toLowerCase();
  const known = ownValue(calloutKinds, name) ?? 'note';
  const words = title.trim() || (ours.has(name) && fold !== '-' ? '' : titleFromName(kind));
  return `${before}[!${known}]${fold}${words ? ` ${words}` : ''}`;
}

/** `key:: value` of Dataview, alone on its line or in brackets. */
function field(line: string): string {
  if (!line.includes('::')) return line;
  return line
    .replace(/^([ \t]{0,40}(?:[-*+][ \t]+)?)([\p{L}][\p{L}\p{N} _-]{0,60})::[ \t]+(?=\S)/u, '$1**$2**: ')
    .replace(/\[([\p{L}][\p{L}\p{N} _-]{0,60})::[ \t]*([^\]\n]{0,300})\](?!\()/gu, '$1: $2')
    .replace(/\([\p{L}][\p{L}\p{N} _-]{0,60}::[ \t]*([^)\n]{0,300})\)/gu, '$1');
}

/** ` ^name` at the end of a line, which links may lead to, becomes an anchor before its words. */
function blockName(line: string): string {
  const [whole, name] = /(?:^|[ \t])\^([A-Za-z\d-]{1,80})[ \t]{0,9}$/.exec(line) ?? [];
  if (whole === undefined) return line;
  const text = line.slice(0, -whole.length);
  const lead =
    /^[ \t>]{0,80}(?:#{1,6}[ \t]{1,9}|(?:[-*+]|\d{1,9}[.)])[ \t]{1,9}(?:\[[ xX]\][ \t]{1,9})?)?/.exec(text)?.[0] ?? '';
  return `${lead}<a id="${name}"></a>${text.slice(lead.length)}`;
}

function withoutQueries(body: string, notes: Note[]): string {
  const kept: string[] = [];
  let fence = '';
  let within = '';
  for (const line of body.split('\n')) {
    if (fence) {
      if (line.replace(/^[ \t>]{0,80}/, '').trimEnd() === fence) fence = '';
      continue;
    }
    const open = /^[ \t>]{0,80}(`{3,9}|~{3,9})/.exec(line)?.[1] ?? '';
    const query = within ? null : queries.exec(line);
    if (query && !query[2]?.startsWith('ad-')) {
      fence = query[1] ?? '';
      notes.push({
        level: 'lost',
        kind: 'query-dropped',
        detail: `what a block of ${query[2]} showed is not in the files`,
      });
      continue;
    }
    if (open && !within) within = open;
    else if (within && line.trim() === within) within = '';
    kept.push(line);
  }
  return kept.join('\n');
}

/** `^[words]` becomes a footnote below the text. */
function withInlineFootnotes(body: string): string {
  const found: string[] = [];
  const text = mapProse(body, (piece) =>
    piece.replace(
      /(?<![\\\]])\^\[((?:[^[\]\n]|\[\[[^[\]\n]{1,300}\]\]|\[[^[\]\n]{1,300}\]){1,1000})\]/g,
      (_, words: string) => {
        found.push(words);
        return `[^inline-${found.length}]`;
      },
    ),
  );
  return found.length > 0
    ? `${text.trimEnd()}\n\n${found.map((words, index) => `[^inline-${index + 1}]: ${words}`).join('\n')}\n`
    : text;
}
