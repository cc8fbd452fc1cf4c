import type { SearchIndex } from '../index/search-index.ts';
import type { RankedArticle } from '../orama/orama-database.ts';
import { EXACT, FOUND, FUSION, OPENING } from '../parameters.ts';
import { type ParsedQuery, parseQuery, withSubject } from '../query/parse-query.ts';
import { type ResolvedWord, resolve, spellings } from '../query/resolve.ts';
import type { SemanticOptions, SemanticScores } from '../semantic/semantic-scorer.ts';
import type { Tier, Verdict } from '../types.ts';
import { featuresOf, JUDGED_BY } from './features.ts';
import { fuse } from './fuse.ts';
import { sectionsThatSayAll } from './headings.ts';
import { scoreWords } from './lexical.ts';
import { phraseBonus } from './phrases.ts';
import { bonusFor, stopWordFactors, titleBonus, weighTitleStopWords } from './titles.ts';
import { calibrate, type Features } from './verdict.ts';

export interface RankOptions {
  /**
   * The best tier wanted; `instant` unless said. Without what a tier needs (the student, a query vector)
   * the ranking is that of the tier below.
   */
  tier?: Tier;
  /** The teacher's embedding of the query, for the deep tier; by the model that `semanticFor(askedIn)` names. */
  queryVector?: Float32Array;
  /** The locale that the query is in, where it is not the index's own. */
  askedIn?: string | undefined;
  /** Tells by their ids which articles are left out, because another index has them. */
  without?: ((article: string) => boolean) | undefined;
  /** When it is asked (ms since 1970), for answers that are pinned for a time; none is put first where it is left out. */
  now?: number | undefined;
  /** Which of several subjects is meant, as `subjectsOf` names it: it is read with the question, and its articles come first. */
  about?: string | undefined;
  /** Whether the categories of what was found are counted. */
  counts?: boolean | undefined;
  /** The only category that is wanted, by its title; one that nothing found is in is no filter. */
  category?: string | undefined;
  /** How many articles to rank; 10 unless said. */
  limit?: number;
  /** Called when the semantic side failed and words decide alone. */
  onSemanticError?: (error: unknown) => void;
  /** Whether the last word may still be being typed. */
  lastWordPartial?: boolean;
  /** Whether words that the index does not know are left as they are, and are no typos of others. */
  asTyped?: boolean | undefined;
}

export interface Ranking {
  query: ParsedQuery;
  /** The tier that the ranking was made by, after any fallback. */
  tier: Tier;
  verdict: Verdict;
  /** How sure the ranking is that its first article answers, 0 to 1; comparable between queries. */
  confidence: number;
  features: Features;
  words: ResolvedWord[];
  /** The best articles, best first, each with the section to show; scores from 0 to 1. */
  articles: RankedArticle[];
  /** The categories of what was found, with how many articles each, most first; undefined where they were not to be counted. */
  categories?: [string, number][] | undefined;
  /** What the owner pinned to the question: the article that comes first, and the section that is shown, where one is named. */
  pinned?: { article: number; section: number | undefined } | undefined;
  /** Sections that may have the query as their heading, which their texts tell; none where something else is exact. */
  maybeHeaded: number[];
}

/** The semantic side is an improvement: without it, for whatever reason, words decide alone. */
async function semanticScores(
  index: SearchIndex,
  text: string,
  options: RankOptions & SemanticOptions,
): Promise<SemanticScores | undefined> {
  try {
    return await index.semanticFor(options.askedIn).scores(text, options);
  } catch (error) {
    options.onSemanticError?.(error);
    return undefined;
  }
}

/**
 * Fetches what a ranking of the query reads, so that it is in memory for this query and those that begin with it;
 * for the tier `deep`, what it reads beside the query's vector.
 * @throws as `rank`
 */
export async function prefetch(index: SearchIndex, text: string, options: RankOptions = {}): Promise<void> {
  const query = parseQuery(withSubject(text, options.about), index.language, options);
  const meaning = async (spelled?: ReadonlyMap<string, string>) =>
    options.tier === 'deep'
      ? undefined
      : index.semanticFor(options.askedIn).prefetch(query.text, { ...options, spelled });
  const [words] = await Promise.all([resolve(index, query, options), meaning()]);
  const spelled = spellings(query, words, index.language);
  if (spelled.size > 0) await meaning(spelled);
  if (index.manifest.pins) await (await pins())?.matchingPin(index, { query, words, semantic: undefined, now: 0 });
}

const NUMBER = /\p{N}/u;
/**
 * Only a query with a number has codes and fetches it. What was lost on the way is not asked for again by browsers before the
 * page is loaded anew; until then codes are words like others.
 */
const identifiers = () => import('./identifiers.ts').catch(() => undefined);
/** Only who has chosen a subject fetches it. */
const subjects = () => import('../subjects/chosen.ts').catch(() => undefined);
/** Only an index with pinned answers fetches it. */
const pins = () => import('../pins/match-pins.ts').catch(() => undefined);

/** The best section of an article. */
function bestSectionOf({ core }: SearchIndex, article: number, scores: Float32Array): number {
  const { firstSection, sections } = core.articles[article]!;
  let best = firstSection;
  for (let section = firstSection; section < firstSection + sections; section++)
    if (scores[section]! > scores[best]!) best = section;
  return best;
}

/**
 * Ranks the articles of an index for a query.
 * @throws IndexError for a damaged file that the ranking needs; whatever `fetchFile` throws.
 */
export async function rank(index: SearchIndex, written: string, options: RankOptions = {}): Promise<Ranking> {
  const text = withSubject(written, options.about);
  const query = parseQuery(text, index.language, options);
  const [words, asTyped] = await Promise.all([
    resolve(index, query, options),
    semanticScores(index, query.text, options),
  ]);
  const spelled = spellings(query, words, index.language);
  // By the student, which alone can be told how words are spelled: the transformer has read the question by now.
  const repaired =
    spelled.size > 0
      ? await semanticScores(index, query.text, { ...options, tier: asTyped ? 'instant' : options.tier, spelled })
      : undefined;
  const semantic = asTyped?.tier === 'deep' ? asTyped : (repaired ?? asTyped);
  const tier = semantic?.tier ?? 'lexical';
  const lexical = scoreWords(words, index.sections);
  const side = tier === 'deep' ? 'deep' : 'instant';
  const { kind } = index.semanticFor(options.askedIn);
  const scores = fuse(
    lexical,
    semantic?.cosines,
    FUSION[kind].semantic[side],
    FUSION.shortQueryExponent[side],
    FUSION[kind].lexicalHalfScore,
  );
  weighTitleStopWords(scores, index.articleOf, stopWordFactors(index.titleWords, query.stopWords));
  // Each of these halves what the scores before them are worth: they are for exact matches. A signal of degree is added
  // to the scores above.
  const inTitle = titleBonus(index, query, words, options);
  const codes = NUMBER.test(query.text)
    ? await (await identifiers())?.codesAsked(index, query.text, words, inTitle !== undefined)
    : undefined;
  const titled = inTitle ?? bonusFor(codes?.named ?? []);
  const list = codes?.list;
  const chosen = options.about ? (await subjects())?.chosenArticles(index, options.about) : undefined;
  const bonuses = [
    codes?.bonus,
    await phraseBonus(index, query, words, scores),
    titled && Float32Array.from(index.articleOf, (article) => titled.get(article) ?? 0),
    list === undefined ? undefined : new Float32Array(index.sections).fill(EXACT.short, list, list + 1),
  ].filter((bonus) => bonus !== undefined);
  const exactly = [...bonuses];
  if (chosen?.size)
    bonuses.push(Float32Array.from(index.articleOf, (article) => (chosen.has(article) ? EXACT.short : 0)));
  for (const bonus of bonuses) bonus.forEach((more, section) => (scores[section] = scores[section]! + more));
  const scale = 1 / (1 + bonuses.length);
  const { limit = 10, without, now, askedIn, category, counts = category !== undefined } = options;
  const pin =
    index.manifest.pins && now !== undefined && askedIn === undefined
      ? await (await pins())?.matchingPin(index, { query, words, semantic, now })
      : undefined;
  const pinned = pin && (pin.section ?? bestSectionOf(index, pin.article, scores));
  // How sure the first article is depends on the next ones, even where only one is wanted, and on those left out.
  const all = index.orama
    .topArticles(
      text,
      scores,
      without ? index.core.articles.length : Math.max(JUDGED_BY, limit, counts ? FOUND.articles : 0),
      pinned,
    )
    .map((article) => ({ ...article, score: Math.min(1, article.score * scale) }));
  const found = counts
    ? all.filter(({ score }, place) => place < FOUND.articles && score >= FOUND.share * all[0]!.score)
    : [];
  const filtered = category === undefined ? [] : index.orama.inCategory(text, found, category);
  const best =
    filtered.length > 0
      ? filtered
      : without
        ? all.filter(({ article }) => !without(index.core.articles[article]!.id))
        : all;
  const [first] = best;
  const exact = {
    exact: first !== undefined && (pinned !== undefined || isExact(first)),
    unknownCode: codes?.unknown ? (list === undefined ? ('alone' as const) : ('list' as const)) : undefined,
  };
  const judged = (by: SemanticScores | undefined) => {
    const others = all.filter((one) => one !== first);
    const found = { ...featuresOf(index, { words, lexical, cosines: by?.cosines, first, others }), ...exact };
    return { features: found, ...calibrate(found, by?.tier ?? 'lexical', kind) };
  };
  // A typo that the transformer took for something else is no reason to doubt.
  const [surest] = [judged(semantic), ...(repaired && repaired !== semantic ? [judged(repaired)] : [])].sort(
    (one, other) => other.confidence - one.confidence,
  );
  const { features, verdict, confidence } = surest!;
  const articles = best.slice(0, limit).map((found) => {
    const { firstSection: opening } = index.core.articles[found.article]!;
    return {
      ...found,
      section:
        found.section === pin?.section
          ? pin.section
          : shownSection({ section: found.section, opening }, scores, lexical.scores),
    };
  });
  return {
    query,
    tier,
    // Of one category it says what is closest; that nothing answers is said of all.
    verdict: filtered.length > 0 && verdict === 'none' ? 'related' : verdict,
    confidence,
    features,
    words,
    articles,
    ...(counts && { categories: index.orama.categoriesOf(text, found) }),
    pinned: pin,
    maybeHeaded: features.exact ? [] : sectionsThatSayAll(index, words, best, scores),
  };

  function isExact({ article, section }: RankedArticle): boolean {
    if (codes?.unknown) return false;
    if (chosen?.size === 1 && chosen.has(article)) return true;
    return exactly.some((bonus) => bonus[section]! >= EXACT.short) || (codes?.answers(article) ?? false);
  }
}

/**
 * Which section of a found article is shown and linked: the one that ranks best, unless the article's opening is about
 * as near. A question that asks for what the title promises (`cancel my subscription`) is answered where the article
 * begins, and some section (`Can I undo the cancellation?`) is often nearer to it by very little.
 * @param found Numbers of the best section and of the article's first one.
 * @param scores Fused scores by section.
 * @param words Scores of the words alone, by section.
 */
export function shownSection(
  { section, opening }: { section: number; opening: number },
  scores: Float32Array,
  words: Float32Array,
): number {
  const near = scores[section]! - scores[opening]! <= OPENING.lead;
  const saysMore = words[section]! > words[opening]! * OPENING.words;
  return near && !saysMore ? opening : section;
}
