import { publishedArticles } from '../../../src/content/published-articles.ts';
import { readHelpCenter } from '../../../src/content/read-help-center.ts';
import type { ArticleName } from '../../../src/search/core/index/core-file.ts';
import { readManifest } from '../../../src/search/core/index/manifest.ts';
import { openIndex, type SearchIndex } from '../../../src/search/core/index/search-index.ts';
import { rank } from '../../../src/search/core/rank/rank.ts';
import type { Tier } from '../../../src/search/core/types.ts';
import { buildSearch } from '../../../src/search/indexer/process/build-index.ts';
import type { Row } from './row.ts';

/**
 * How often the title of an article, typed exactly, and a code that it has, in each of its spellings, bring an article of that
 * title as the best answer: by words and, where the content has a model, by meaning, in each of its locales.
 */
export async function measureTitles(root: string): Promise<Row[]> {
  const center = await readHelpCenter(root);
  const { indexes, files } = await buildSearch(center, publishedArticles(center));
  const rows: Row[] = [];
  for (const [locale, { manifest }] of Object.entries(indexes)) {
    const index = await openIndex({
      manifest: readManifest(files.get(manifest)!, manifest),
      fetchFile: async (name) => files.get(name)!,
    });
    const asked = { 'titles typed exactly': await titlesOf(index), codes: await codesOf(index) };
    for (const tier of index.manifest.model ? (['lexical', 'instant'] as const) : (['lexical'] as const)) {
      for (const [name, questions] of Object.entries(asked)) {
        const missed = await unanswered(index, tier, questions);
        for (const question of missed) process.stderr.write(`${locale}, ${tier}: ${question} is not answered\n`);
        if (questions.length === 0) continue;
        rows.push({
          group: 'titles',
          name: `${questions.length} ${name}, ${locale}, ${tier}: best answer, %`,
          value: (100 * (questions.length - missed.length)) / questions.length,
          unit: '',
          target: { atLeast: 100 },
        });
      }
    }
  }
  return rows;
}

/** A question that names an article. */
interface NamingQuestion {
  question: string;
  /** Of the article. */
  title: string;
}

/** The questions of which an article of their title is not the best answer. */
export async function unanswered(
  index: SearchIndex,
  tier: Tier,
  questions: readonly NamingQuestion[],
): Promise<string[]> {
  const missed: string[] = [];
  for (const { question, title } of questions) {
    const { articles, verdict } = await rank(index, question, { tier, limit: 1 });
    const [first] = articles;
    const answered = first !== undefined && (await index.nameOf(first.article))?.title === title;
    if (!answered || verdict !== 'confident') missed.push(question);
  }
  return missed;
}

/** All titles of an index, as they are written. */
export async function titlesOf(index: SearchIndex): Promise<NamingQuestion[]> {
  return (await namesOf(index)).map(({ title }) => ({ question: title, title }));
}

/** `E-1042`, `ASEC-21-001`, `exit status 74`, `code 51`. */
const CODE = /\b[A-Z]{1,5}-\d{2,}(?:-\d+)?\b|\b(?:exit status|code) \d+\b/gu;

/** The codes in titles that no other title has, as people write them. */
export async function codesOf(index: SearchIndex): Promise<NamingQuestion[]> {
  const names = await namesOf(index);
  return names.flatMap(({ title }) => {
    const codes = [...title.matchAll(CODE)].map(([code]) => code);
    const own = codes.filter((code) => names.every((other) => other.title === title || !other.title.includes(code)));
    return own.flatMap((code) => [...spellingsOf(code)].map((question) => ({ question, title })));
  });
}

async function namesOf(index: SearchIndex): Promise<ArticleName[]> {
  return Promise.all(index.core.articles.map(async (_, article) => (await index.nameOf(article))!));
}

function spellingsOf(code: string): Set<string> {
  const others = code.includes('-') ? [code.replaceAll('-', ' '), code.replaceAll('-', '')] : [];
  return new Set([code, ...others, `error ${code}`].flatMap((spelling) => [spelling, spelling.toLowerCase()]));
}
