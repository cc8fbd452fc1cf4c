import { nameToEmoji } from 'gemoji';
import { ownValue } from '../../../../../src/site/own-value.ts';

const sets = 'material|fontawesome-(?:solid|regular|brands)|octicons|simple|lucide';

/** Icons as a page of this site writes them: those of Material for MkDocs and the site's own, by folder and name. */
export interface Icons {
  isOwn(name: string): boolean;
}

const icon = /:([a-z][\w-]{1,100}):/g;
const known = new RegExp(`^(?:${sets})-([a-z0-9-]+)$`);

/** Icons whose attributes explain them: `:octicons-beaker-24:{ title="Experimental" }` says that word. */
export function explainedIcons(text: string, icons: Icons): string {
  if (!text.includes('title=')) return text;
  return text.replace(
    /:([a-z][\w-]{1,100}):\{[^{}\n"]{0,200}\btitle="([^"\n]{1,200})"[^{}\n]{0,300}\}/g,
    (whole, name: string, title: string) => (bareName(name, icons) === undefined ? whole : title),
  );
}

function bareName(name: string, icons: Icons): string | undefined {
  return known.exec(name)?.[1] ?? (icons.isOwn(name) ? name.replace(/^[a-z0-9]+-/, '') : undefined);
}

/**
 * Takes icons away, which only adorn the words beside them. One that stands alone – in a cell, a link, a line – says
 * something, so its name stays: `:material-check:` is `check`. `:smile:` becomes the emoji.
 */
export function readIcons(text: string, icons: Icons): string {
  if (!text.includes(':')) return text;
  const names = new Map<string, string>();
  const marked = text.replace(icon, (whole, name: string) => {
    const emoji = ownValue(nameToEmoji, name);
    if (emoji !== undefined) return emoji;
    const bare = bareName(name, icons);
    if (bare === undefined) return whole;
    const mark = `${start}${names.size}${end}`;
    names.set(mark, bare.replace(/-(?:12|16|24)$/, '').replaceAll('-', ' '));
    return mark;
  });
  if (names.size === 0) return marked;
  const wordsOf = (marks: string): string =>
    marks
      .replace(marksIn, (mark) => names.get(mark) ?? '')
      .replace(/\s+/g, ' ')
      .trim();
  return marked.replace(alone, (_, before: string, marks: string) => `${before}${wordsOf(marks)}`).replace(beside, '');
}

const [start, end] = ['\uE002', '\uE003'];
const marksIn = /\uE002\d+\uE003/g;
/** Icons between the bars of a table, the brackets of a link, or the ends of a line, with nothing beside them. */
const alone = /(^|\n|[|[][ \t]{0,9})[ \t]{0,99}((?:\uE002\d+\uE003[ \t]?)+)(?=[ \t]{0,99}(?:\||\n|\]|$))/g;
const beside = /\uE002\d+\uE003[ \t]?/g;
