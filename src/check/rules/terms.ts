import { hasColumns, lineOfText } from '../../content/insert/places.ts';
import type { Article, Problem } from '../../content/types.ts';
import { blankCode } from '../../markdown/blank-code.ts';
import type { Term } from '../../schemas/terms.ts';
import { ownValue } from '../../site/own-value.ts';
import { isArticle, type Rule } from '../rule.ts';

export const terms: Rule = {
  name: 'terms',
  ensures: 'Articles use the words that terms.yaml agrees on.',
  check({ pages, center }) {
    return pages.filter(isArticle).flatMap((page) => problemsOf(page, ownValue(center.terms, page.locale) ?? []));
  },
};

function problemsOf(page: Article, agreed: readonly Term[]): Problem[] {
  // Most pages have none of the words, and need not be parsed again.
  const isUsed = agreed.some(({ say, not }) =>
    not.some((word) => pattern(word, say).test(page.insertions ? `${page.source}\n${page.body}` : page.source)),
  );
  if (!isUsed) return [];
  const prose = proseOf(page);
  return agreed.flatMap((term) => uses(page, prose, term));
}

function uses(page: Article, prose: string, { say, not, because }: Term): Problem[] {
  return not.flatMap((word) => {
    let [line, begin] = [1, 0];
    return [...prose.matchAll(pattern(word, say))].map((match): Problem => {
      for (let end = prose.indexOf('\n', begin); end !== -1 && end < match.index; end = prose.indexOf('\n', begin))
        [line, begin] = [line + 1, end + 1];
      const replacement = /^\p{Lu}/u.test(match[0]) ? say.charAt(0).toUpperCase() + say.slice(1) : say;
      return {
        file: page.file,
        ...pointAt(page, line, match.index - begin + 1),
        rule: 'terms',
        found: `"${match[0]}"`,
        expected: `"${say}"${because === undefined ? '' : `: ${because}`}`,
        remedy: `Write "${replacement}".`,
        severity: 'warning',
      };
    });
  });
}

/** A point of the file as it is made by `proseOf`, where snippets and variables are put in. */
function pointAt(page: Article, line: number, column: number): Pick<Problem, 'line' | 'column'> {
  const index = line - page.bodyLine;
  if (index < 0) return { line, column };
  return { line: lineOfText(page, index), ...(hasColumns(page, index) && { column }) };
}

/** The word on its own; in scripts without spaces, anywhere. Where the agreed word contains it, that is no use of it. */
function pattern(word: string, say: string): RegExp {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
  const spaceless = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(word);
  const at = say.toLowerCase().indexOf(word.toLowerCase());
  const behind = at > 0 ? `(?<!${say.slice(0, at).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')})` : '';
  const ahead =
    at >= 0 && at + word.length < say.length
      ? `(?!${say.slice(at + word.length).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')})`
      : '';
  return new RegExp(
    spaceless ? `${behind}${escaped}${ahead}` : `(?<![\\p{L}\\p{N}])${behind}${escaped}${ahead}(?![\\p{L}\\p{N}])`,
    'giu',
  );
}

/** The file with code, addresses, HTML tags and all front matter but title and description blanked, so that places stay. */
function proseOf({ source, body, bodyLine }: Article): string {
  const blank = (text: string): string => text.replace(/[^\n]/g, ' ');
  const head = source
    .split(/\r\n?|\n/)
    .slice(0, bodyLine - 1)
    .map((line) => (/^(title|description):/.test(line) ? line.replace(/^\w+:/, blank) : blank(line)));
  return [...head, blankCode(body)].join('\n');
}
