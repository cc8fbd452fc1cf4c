import type { SearchIndex } from '../index/search-index.ts';
import { loadOnce } from '../load-once.ts';
import type { RankedArticle } from '../orama/orama-database.ts';
import { EXACT, FOUND, FUSION } from '../parameters.ts';
import { withSubject } from '../query/parse-query.ts';
import { spellings } from '../query/resolve.ts';
import { sayingAll } from './all-words.ts';
import { JUDGED_BY } from './features.ts';
import { fuse } from './fuse.ts';
import { type Gathered, gather, pins, semanticScores } from './gather.ts';
import { sectionsThatSayAll } from './headings.ts';
import { judge } from './judge.ts';
import { phraseBonus } from './phrases.ts';
import type { Ordered, Ranking, RankOptions } from './ranking.ts';
import { shownSection } from './shown-section.ts';
import { stopWordFactors, weighTitleStopWords } from './stop-word-factors.ts';
import { bonusFor, bySection } from './titles.ts';

const NUMBER = /\p{N}/u;
/**
 * Only a query with a number has codes and fetches it. What was lost on the way is not asked for again by browsers before the
 * page is loaded anew; until then codes are words like others.
 */
const identifiers = loadOnce(() => import('./identifiers.ts').catch(() => undefined));
/** Only who has chosen a subject fetches it. */
const subjects = loadOnce(() => import('../subjects/chosen.ts').catch(() => undefined));
/** Only a page that filters what was found fetches it. */
const foundFacets = loadOnce(() => import('../orama/facets.ts').catch(() => undefined));
/** Only an index with texts for some fetches it. */
const variants = loadOnce(() => import('../variants/variant-preference.ts').catch(() => undefined));

/** The best section of an article. */
function bestSectionOf({ core }: SearchIndex, article: number, scores: Float32Array): number {
  const { firstSection, sections } = core.articles[article]!;
  let best = firstSection;
  for (let section = firstSection; section < firstSection + sections; section++)
    if (scores[section]! > scores[best]!) best = section;
  return best;
}

/** So many articles are looked at where some are left out: all whose names are at hand, else as many as may be read. */
function mostLookedAt({ core }: SearchIndex, limit: number): number {
  return core.names ? core.articles.length : Math.max(FOUND.articles, limit);
}

async function leaveOut(
  index: SearchIndex,
  found: readonly RankedArticle[],
  without: NonNullable<RankOptions['without']>,
): Promise<RankedArticle[]> {
  const names = await Promise.all(found.map(({ article, section }) => index.nameOf(article, section)));
  return found.filter((_, place) => names[place] && !without(names[place].id));
}

/**
 * Ranks the articles of an index for a query.
 * @throws IndexError for a damaged file that the ranking needs; whatever `fetchFile` throws.
 */
export async function rank(index: SearchIndex, query: string, options: RankOptions = {}): Promise<Ranking> {
  const { judged, ...ordered } = await order(index, query, options);
  return { ...ordered, ...(await judged()) };
}

/**
 * What `rank` ranks, before it is known whether the first article answers.
 * @param gathered What `gather` gives for the same arguments.
 * @throws as `rank`
 */
export async function order(
  index: SearchIndex,
  written: string,
  options: RankOptions = {},
  gathered: Promise<Gathered> | Gathered = gather(index, written, options),
): Promise<Ordered> {
  const { query, words, lexical, semantic: asTyped, inTitle } = await gathered;
  const text = withSubject(written, options.about);
  const spelled = spellings(query, words, index.language);
  // By the student, which alone can be told how words are spelled: the transformer has read the question by now.
  const repaired =
    spelled.size > 0
      ? await semanticScores(index, query.text, {
          ...options,
          tier: asTyped ? 'instant' : options.tier,
          spelled,
          byWords: async () => lexical.scores,
        })
      : undefined;
  const semantic = asTyped?.tier === 'deep' ? asTyped : (repaired ?? asTyped);
  const tier = semantic?.tier ?? 'lexical';
  const side = tier === 'deep' ? 'deep' : 'instant';
  const { kind } = index.semanticFor(options.askedIn);
  const scores = fuse(
    lexical,
    semantic?.cosines,
    FUSION[kind].semantic[side],
    FUSION.shortQueryExponent[side],
    FUSION[kind].lexicalHalfScore,
    semantic?.least,
  );
  const saying = sayingAll(words, lexical);
  if (semantic) for (const section of saying.sections) scores[section] = scores[section]! + saying.bonus;
  const inTitles = index.titleStopWords;
  weighTitleStopWords(scores, index.articleOf, inTitles, stopWordFactors(inTitles, query.stopWords));
  // Each of these halves what the scores before them are worth: they are for exact matches. A signal of degree is added
  // to the scores above.
  const codes = NUMBER.test(query.text)
    ? await (await identifiers())?.codesAsked(index, query.text, words, inTitle !== undefined)
    : undefined;
  const titled = inTitle ?? bonusFor(codes?.named ?? []);
  const list = codes?.list;
  const chosen = options.about ? await (await subjects())?.chosenArticles(index, options.about) : undefined;
  const bonuses = [
    codes?.bonus,
    await phraseBonus(index, query, words, scores),
    titled && bySection(index, titled),
    list === undefined ? undefined : new Float32Array(index.sections).fill(EXACT.short, list, list + 1),
  ].filter((bonus) => bonus !== undefined);
  const exactly = [...bonuses];
  if (chosen?.size)
    bonuses.push(
      bySection(
        index,
        [...chosen].map((article) => [article, EXACT.short]),
      ),
    );
  for (const bonus of bonuses)
    for (let section = 0; section < scores.length; section++) scores[section] = scores[section]! + bonus[section]!;
  const scale = 1 / (1 + bonuses.length);
  const { limit = 10, without, now, askedIn, category, variants: values, counts = !!(category ?? values) } = options;
  const pin =
    index.manifest.pins && now !== undefined && askedIn === undefined
      ? await (await pins())?.matchingPin(index, { query, words, semantic, now })
      : undefined;
  const pinned = pin && (pin.section ?? bestSectionOf(index, pin.article, scores));
  // How sure the first article is depends on the next ones, even where only one is wanted, and on those left out.
  const most = without ? mostLookedAt(index, limit) : Math.max(JUDGED_BY, limit, counts ? FOUND.articles : 0);
  const top = () =>
    index.orama
      .topArticles(text, scores, most, pinned)
      .map((article) => ({ ...article, score: Math.min(1, article.score * scale) }));
  let all = top();
  // Sections for others only lose, so that articles which are not among the best do not come among them.
  const { articles: varied, column } = index.core.variants ?? {};
  const preference =
    column && all.some(({ article }) => varied?.has(article))
      ? await (await variants())?.preferenceFor(index, column, { query, words }, options)
      : undefined;
  if (preference) {
    preference.lessen(scores);
    all = top();
  }
  const found = counts
    ? all.filter(({ score }, place) => place < FOUND.articles && score >= FOUND.share * all[0]!.score)
    : [];
  const facets = counts
    ? (await foundFacets())?.facetsOf(index, text, found, { category, variants: values }, preference)
    : undefined;
  const filtered = facets?.filtered ?? [];
  const best = filtered.length > 0 ? filtered : without ? await leaveOut(index, all, without) : all;
  const [first] = best;
  const exact = {
    exact: first !== undefined && (pinned !== undefined || isExact(first)),
    unknownCode: codes?.unknown ? (list === undefined ? ('alone' as const) : ('list' as const)) : undefined,
  };
  // A typo that the transformer took for something else is no reason to doubt.
  const ways = [semantic, ...(repaired && repaired !== semantic ? [repaired] : [])];
  // Of one category it says what is closest; that nothing answers is said of all. What was not looked at may answer, too;
  // so may what says a name or two words just as they were typed: whether that is meant only the reader knows.
  const unsure =
    filtered.length > 0 ||
    saying.sections.length > 0 ||
    semantic?.lacking !== undefined ||
    index.titleTables.failure !== undefined;
  const articles = best.slice(0, limit).map((found) => {
    const { firstSection: opening } = index.core.articles[found.article]!;
    return {
      ...found,
      section:
        found.section === pin?.section
          ? pin.section
          : shownSection({ section: preference?.preferred(found) ?? found.section, opening }, scores, lexical.scores),
    };
  });
  return {
    query,
    tier,
    judged: () =>
      judge(index, { words, lexical, ways, first, others: all.filter((one) => one !== first), exact, unsure }, kind),
    words,
    articles,
    ...facets?.counts,
    preference,
    pinned: pin,
    maybeHeaded: exact.exact ? [] : sectionsThatSayAll(index, words, articles, scores),
  };

  function isExact({ article, section }: RankedArticle): boolean {
    if (codes?.unknown) return false;
    if (chosen?.size === 1 && chosen.has(article)) return true;
    return exactly.some((bonus) => bonus[section]! >= EXACT.short) || (codes?.answers(article) ?? false);
  }
}
