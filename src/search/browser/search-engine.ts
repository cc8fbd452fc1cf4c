import { permalinkIn } from '../../site/urls.ts';
import { IndexError } from '../core/format/index-error.ts';
import { type Manifest, readManifest } from '../core/index/manifest.ts';
import { openPartially } from '../core/index/search-index.ts';
import { readText } from '../core/query/parse-query.ts';
import { gather, prefetch } from '../core/rank/gather.ts';
import { order } from '../core/rank/rank.ts';
import type { Ordered, RankOptions } from '../core/rank/ranking.ts';
import { outcomeOf } from '../core/search.ts';
import { languageOf, loadLanguage } from '../core/text/language.ts';
import type { Outcome, Tier } from '../core/types.ts';
import type { Asker } from '../core/variants/variant-preference.ts';
import type { LocaleEngine, Question, Ranked } from './engine-types.ts';
import { indexFileFetcher } from './fetch-index-file.ts';

/** Where the index of one locale lies. */
export interface IndexLocation {
  locale: string;
  /** Folder of the index files, base path included, ending in a slash. */
  folder: string;
  /** Name of the manifest that was built together with the page. */
  manifest: string;
  /** Name under which the manifest of the deployed build is always found. */
  current: string;
  /** Where permalinks begin, ending in a slash. */
  permanent: string;
}

/**
 * Opens an index: the one built with the page or, with `renew`, the one deployed now, of which a lost text takes away no more
 * than itself.
 * @param passageLength How many characters of a passage are shown at most.
 * @param visitor Tells what the visitor chose of the site's choices; left out where it is another one's question.
 * @throws Unreachable or IndexError
 */
export async function openSearchEngine(
  location: IndexLocation | undefined,
  renew: boolean,
  passageLength: number,
  visitor?: Asker['visitor'],
): Promise<LocaleEngine> {
  if (!location) throw new IndexError('missing', 'manifest', 'no index for this language', 'an index');
  const name = renew ? location.current : location.manifest;
  // The manifest lies beside the index it describes, so three things of one chain can come at the same time.
  const fetchFile = indexFileFetcher(location.folder, renew ? [] : [name, name.replace(/[^/]+$/, 'core.bin')]);
  void loadLanguage(location.locale).catch(() => {});
  const manifest = readManifest(await fetchFile(name), name);
  const { index, cached, wordsFirst, byBeginning } = await openPartially({ manifest, fetchFile });
  const permalink = (id: string) => permalinkIn(location.permanent, id, location.locale);
  const withQuestion = (
    { partial = false, limit, askedIn, without, choices, said, offersChoices }: Question,
    options: RankOptions,
  ): RankOptions => ({
    ...options,
    lastWordPartial: partial,
    now: Date.now(),
    askedIn,
    without,
    visitor,
    said,
    ...choices,
    counts: offersChoices,
    ...(limit === undefined ? {} : { limit }),
  });
  const ranked = async (question: Question, options: RankOptions): Promise<Ranked & { tier: Tier }> => {
    const found = await order(index, question.text, withQuestion(question, options));
    let made: Promise<Outcome> | undefined;
    return {
      tier: found.tier,
      verdict: async () => (await found.judged()).verdict,
      outcome: () =>
        (made ??= outcomeOf(index, found, { passageLength, permalink, goesOnWithout: renew }).then((outcome) =>
          asked(question, found, outcome),
        )),
    };
  };
  /** The outcome under the question as it was asked, with the subjects that may be meant. */
  const asked = async (question: Question, ranking: Ordered, found: Outcome): Promise<Outcome> => {
    const { about, category } = question.choices ?? {};
    if (about) return { ...found, query: readText(question.text) };
    if (!question.offersChoices || question.partial || found.verdict === 'confident') return found;
    // Answers without the question back are answers, too.
    const subjects = await import('../core/subjects/subjects.ts')
      .then(async ({ subjectsOf }) =>
        subjectsOf(index, { ...ranking, ...(await ranking.judged()) }, { category, without: question.without }),
      )
      .catch(() => []);
    return subjects.length > 0 ? { ...found, subjects: subjects.map(({ label }) => label) } : found;
  };
  const { titles } = index.core;
  /** Whether so little was typed that no file is fetched to see which articles may be meant. */
  const isBeginning = ({ text, partial }: Question): boolean | undefined =>
    partial && titles?.beginnings.has(index.language.fold(readText(text)));
  /** Rankings by all words of their question, most of which wait for the names of their articles: they are not made twice. */
  const byAllWords = new WeakMap<Question, Ordered>();
  return {
    browserCopy: manifest.model?.browser,
    large: index.core.names === undefined,
    preview: async (question, queryVector) => {
      const part = cached();
      const options = withQuestion(question, queryVector ? { tier: 'deep', queryVector } : { tier: 'instant' });
      const gathered = await gather(part.index, question.text, options);
      // Words alone, and not all of them, are no answer yet.
      const enough = (tier?: Tier) => (tier ?? 'lexical') !== 'lexical' || part.complete();
      if (!enough(gathered.semantic?.tier)) return undefined;
      const found = await order(part.index, question.text, options, gathered);
      if (part.hasWords()) byAllWords.set(question, found);
      if (!enough(found.tier)) return undefined;
      const outcome = await outcomeOf(part.index, found, { passageLength, permalink });
      // Articles whose names were not fetched yet are no answer, and not that there is none.
      if (found.articles.length > 0 && outcome.hits.length === 0) return undefined;
      return { outcome, complete: part.complete() };
    },
    wordsFirst: async (question, articles) => {
      const options = withQuestion(question, { tier: 'instant', draft: true });
      const begins = isBeginning(question);
      const found =
        byAllWords.get(question) ?? (await order(begins ? byBeginning() : wordsFirst(), question.text, options));
      byAllWords.set(question, found);
      await Promise.all(found.articles.slice(0, articles).map(({ section }) => index.text(section)));
      const outcome = await outcomeOf(cached().index, found, { passageLength, permalink });
      if (outcome.hits.length === 0) return undefined;
      // That two letters begin the only article that was looked at makes it no certain answer.
      return { outcome: begins ? { ...outcome, verdict: 'related' } : outcome, complete: false };
    },
    prefetch: (question, embedded) =>
      prefetch(index, question.text, withQuestion(question, { tier: embedded ? 'deep' : 'instant' })),
    lexical: (question) => ranked(question, { tier: 'lexical' }),
    instant: async (question) => {
      if (!index.semanticFor(question.askedIn).model) return undefined;
      const found = await ranked(question, { tier: 'instant' });
      return found.tier === 'lexical' ? undefined : found;
    },
    deep: (question, queryVector) => ranked(question, { tier: 'deep', queryVector }),
    locale: location.locale,
    ids: () => index.ids(),
    reads: (locale) => index.semanticFor(locale).model,
    embeds: (locale) => (manifest.model?.browser && understands(manifest, locale) ? manifest.model.id : undefined),
  };
}

/** The copy of a model of many languages keeps English words, which stand in the texts of every language. */
function understands({ locale, model }: Manifest, asked: string): boolean {
  const language = languageOf(asked);
  return language === languageOf(locale) || (language === 'en' && model?.pieces === 'unigram');
}
