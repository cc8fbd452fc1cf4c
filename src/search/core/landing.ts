import { findMatches } from './excerpt/matches.ts';
import { mayBeIn } from './index/postings.ts';
import type { SearchIndex } from './index/search-index.ts';
import type { SectionText } from './index/text-shard.ts';
import type { RankedArticle } from './orama/orama-database.ts';
import type { ResolvedWord } from './query/resolve.ts';
import type { Language } from './text/language.ts';
import { tokenize } from './text/tokenize.ts';

/** A question with how much each of its words counts. */
export interface WeighedQuestion {
  text: string;
  words: readonly ResolvedWord[];
  weights: readonly number[];
  /** The section whose heading the question is. */
  headed: number | undefined;
  /** Whether a ranking by meaning is about to follow: no text is fetched then for a section that may not be shown. */
  preliminary: boolean;
}

/** A heading that says this share of the question names it; less where the title says nothing of it, */
const NAMED = 0.5;
const NAMED_ALONE = 1 / 3;
/** if what the title alone says of the question is at most this share of what the heading alone says. */
const LEFT_OUT = 0.2;

const IN_A_LIST = /^(?!1\. )(?:\t|\d+\. |• )/;

/**
 * The section of an article to show with its text: the best one, where the question names it, else the article's opening.
 * What the title promises in full (`cancel my subscription`) is answered where the article begins.
 */
export async function sectionToShow(
  index: SearchIndex,
  { article, section }: RankedArticle,
  question: WeighedQuestion,
): Promise<{ section: number; text: SectionText | undefined }> {
  const { firstSection } = index.core.articles[article]!;
  const opening = async () => ({ section: firstSection, text: await index.text(firstSection) });
  if (section === firstSection) return opening();
  const isHeaded = section === question.headed;
  const said = isHeaded || question.preliminary ? 0 : saidBySection(question, section);
  // Known without the title, which of a large site would be a file more to wait for.
  if (!isHeaded && (said === 0 || said < leastNamed(new Set(), question))) return opening();
  const name = await index.nameOf(article, section);
  const promised = saidBy(name?.title ?? '', question, index.language);
  if (!isHeaded && !mayName(question, promised, said)) return opening();
  const text = await index.text(section);
  if (text === undefined) return { section, text };
  return isHeaded || isPassageOfFilm(text.headings) || namesSection(question, promised, text.headings, index.language)
    ? withItsBeginning(index, { section, text }, firstSection)
    : opening();
}

/** How much of the question a section says, so that its heading may: known without its text. */
function saidBySection(question: WeighedQuestion, section: number): number {
  const has = (word: number): boolean =>
    question.words[word]!.alternatives.some(({ terms }) => terms.every(({ postings }) => mayBeIn(postings, section)));
  return weightOf([...question.words.keys()].filter(has), question);
}

/** Whether a section says enough of the question that its heading may name it, beside a title that promises some of it. */
function mayName(question: WeighedQuestion, promised: ReadonlySet<number>, said: number): boolean {
  const all = weightOf(question.words.keys(), question);
  return weightOf(promised, question) < all && said >= leastNamed(promised, question);
}

/** A passage of what is said in a film, whose heading is its time, has no heading that a question could name. */
function isPassageOfFilm(headings: readonly string[]): boolean {
  return /^(?:\d{1,2}:)?\d{1,2}:\d{2}$/.test(headings.at(-1) ?? '');
}

/** A part of a long section that begins in the middle of a list gives way to the part that the list begins in. */
async function withItsBeginning(
  index: SearchIndex,
  found: { section: number; text: SectionText },
  firstSection: number,
): Promise<{ section: number; text: SectionText }> {
  if (found.section === firstSection || !IN_A_LIST.test(found.text.text)) return found;
  const text = await index.text(found.section - 1);
  if (text?.anchor !== found.text.anchor) return found;
  return withItsBeginning(index, { section: found.section - 1, text }, firstSection);
}

/**
 * Whether a question names a section, so that its article is shown there and not where it begins: the section's heading
 * says nothing but what is asked; or more of it than the title does, and at least half, or a third where the title says nothing.
 * @param promised The question's words that the title says.
 * @param headings From the outermost to the section's own.
 */
function namesSection(
  question: WeighedQuestion,
  promised: ReadonlySet<number>,
  headings: readonly string[],
  language: Language,
): boolean {
  const inHeadings = saidBy(headings.join('\n'), question, language);
  const named = weightOf(inHeadings, question);
  if (named === 0) return false;
  if (saysOnly(headings.at(-1) ?? '', question, language)) return true;
  const both = weightOf(
    [...promised].filter((word) => inHeadings.has(word)),
    question,
  );
  const inTitle = weightOf(promised, question);
  const saysMore = named > both && inTitle - both <= LEFT_OUT * (named - both);
  return saysMore && named >= leastNamed(promised, question);
}

function leastNamed(promised: ReadonlySet<number>, question: WeighedQuestion): number {
  return (promised.size === 0 ? NAMED_ALONE : NAMED) * weightOf(question.words.keys(), question);
}

/** Which of the question's words a title or heading says. */
function saidBy(written: string, { text, words }: WeighedQuestion, language: Language): Set<number> {
  return new Set(findMatches(written, text, words, language).map(({ word }) => word));
}

function weightOf(some: Iterable<number>, { weights }: WeighedQuestion): number {
  let sum = 0;
  for (const word of some) sum += weights[word]!;
  return sum;
}

/** Whether every word of a heading is one of the question's. */
function saysOnly(heading: string, { text, words }: WeighedQuestion, language: Language): boolean {
  const asked = new Set(findMatches(heading, text, words, language).map(({ start }) => start));
  const tokens = tokenize(heading, language);
  return tokens.length > 0 && tokens.every(({ start }) => asked.has(start));
}
