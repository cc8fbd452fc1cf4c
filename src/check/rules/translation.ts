import { type Block, changesSince } from '../../content/fingerprint.ts';
import { placeOf } from '../../content/insert/places.ts';
import type { Article, Problem } from '../../content/types.ts';
import { pointOfField } from '../locate.ts';
import { isArticle, type Rule } from '../rule.ts';

/** Changed paragraphs that are shown; the rest is counted. */
const SHOWN = 5;

export const translation: Rule = {
  name: 'translation',
  ensures: 'Translations say what their source says today.',
  check({ pages, center }) {
    const articles = pages.filter(isArticle);
    const sources = new Map(
      articles.filter(({ locale }) => locale === center.site?.defaultLocale).map((article) => [article.id, article]),
    );
    return articles.flatMap((page): Problem[] => {
      const source = sources.get(page.id);
      if (page.source_hash === undefined || !source || source === page) return [];
      const { changed, removed } = changesSince(page.source_hash, source, page);
      if (changed.length === 0 && removed === 0) return [];
      return [
        {
          file: page.file,
          ...pointOfField(page, ['source_hash']),
          rule: 'translation',
          field: 'source_hash',
          found: `a translation of an older ${source.file}; since then ${changed.length > 0 ? `changed:\n${listed(source, changed)}` : `${removed === 1 ? 'a paragraph was' : `${removed} paragraphs were`} removed`}`,
          expected: 'a translation of the text as it is now',
          remedy: `Bring these paragraphs over, then run npm run translations -- --accept ${page.id} --locale ${page.locale}.`,
          severity: 'warning',
        },
      ];
    });
  },
};

function listed(source: Article, blocks: Block[]): string {
  const place = (line: number): string => {
    const { file, line: at } = placeOf(source, line);
    return file === source.file ? `line ${at}` : `${file}:${at}`;
  };
  const lines = blocks.slice(0, SHOWN).map(({ line, text }) => `${place(line)}: ${cut(text.replace(/\s+/g, ' '))}`);
  return [...lines, ...(blocks.length > SHOWN ? [`and ${blocks.length - SHOWN} more`] : [])].join('\n');
}

function cut(text: string): string {
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}
