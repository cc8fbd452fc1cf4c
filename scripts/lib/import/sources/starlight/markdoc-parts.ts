import { posix } from 'node:path';
import { mapProse } from '../dialect/code-ranges.ts';
import type { SourceTree } from '../markdown/source-tree.ts';
import { splitFrontMatter } from '../markdown/split-front-matter.ts';
import type { Page } from '../markdown/system.ts';
import { lineAt, textValues } from '../part-values.ts';
import { isRecord } from '../records.ts';
import { largestArticle } from '../source-files.ts';

/** The parts of a page of Markdoc that are read here. */
export type MarkdocPage = Pick<Page, 'file' | 'body' | 'bodyLine' | 'front' | 'notes' | 'parts'>;

/** What an expression of Markdoc gives, where `variables` are known beside those of the page; undefined when that is not known. */
export type MarkdocValue = (expression: string, variables?: Record<string, unknown>) => { value: unknown } | undefined;

/** Files in one another, and in a page, at most. */
const deepest = 10;
const mostParts = 1000;

/** `{% partial file="…" variables={…} /%}`, on one line or several. */
const partial =
  /\{%[ \t\n]{0,20}partial[ \t\n]{1,20}((?:"(?:[^"\\]|\\.){0,2000}"|[^"%]|%(?!\})){0,4000}?)\/[ \t\n]{0,20}%\}/g;

/** Puts in the files that `{% partial file="…" /%}` names, with the values that it gives them. */
export async function withPartials(page: MarkdocPage, tree: SourceTree, known: MarkdocValue): Promise<string> {
  /** Files that include others several times double with each level. */
  let left = largestArticle;
  let count = 0;
  const expand = async (
    text: string,
    file: string,
    given: Record<string, unknown>,
    within: string[],
  ): Promise<string> => {
    const filled = withGiven(text, given, known);
    let result = '';
    let from = 0;
    for (const found of filled.matchAll(partial)) {
      const attributes = found[1] ?? '';
      const name = /(?:^|\s)file="([^"\n]{1,300})"/.exec(attributes)?.[1];
      if (name === undefined) continue;
      result += filled.slice(from, found.index);
      from = found.index + found[0].length;
      const path = posix.join('/', posix.dirname(file), name).slice(1);
      const part = await tree.text(path);
      const why =
        part === undefined
          ? 'is not among the files'
          : within.includes(path) || within.length > deepest
            ? 'includes itself'
            : part.length > left || count >= mostParts
              ? 'makes the page too large'
              : undefined;
      if (part === undefined || why !== undefined) {
        const line = file === page.file ? lineAt(filled, found.index, page.bodyLine) : undefined;
        page.notes.push({
          level: 'lost',
          kind: 'part-missing',
          detail: `${line === undefined ? '' : `line ${line}: `}${name}, which ${file === page.file ? 'it' : file} includes, ${why}`,
        });
        continue;
      }
      left -= part.length;
      count += 1;
      const own = givenIn(attributes, given, known);
      const inner = await expand(splitFrontMatter(part).body, path, own, [...within, path]);
      page.parts?.push({ file: path, text: inner, values: textValues(Object.entries(own)) });
      result += inner;
    }
    return result + filled.slice(from);
  };
  return expand(page.body, page.file, {}, [page.file]);
}

function givenIn(attributes: string, around: Record<string, unknown>, known: MarkdocValue): Record<string, unknown> {
  const written = /(?:^|\s)variables=(\{[\s\S]*\})/.exec(attributes)?.[1];
  const given = written === undefined ? undefined : known(written, around)?.value;
  return isRecord(given) ? given : {};
}

/** `{% $name %}` of what the part was given; all else is the page's. */
function withGiven(text: string, given: Record<string, unknown>, known: MarkdocValue): string {
  if (Object.keys(given).length === 0) return text;
  return mapProse(text, (prose) => withValues(prose, (expression) => known(expression, given)));
}

/** Puts values where `{% $name %}` stands; others stay as written. */
export function withValues(prose: string, known: MarkdocValue): string {
  return prose.replace(/\{%[ \t]{1,9}(\$[\w.[\]"'-]{1,200})[ \t]{1,9}%\}/g, (written, expression: string) => {
    const found = known(expression)?.value;
    return typeof found === 'string' || typeof found === 'number' ? String(found) : written;
  });
}
