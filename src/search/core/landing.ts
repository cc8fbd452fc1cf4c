import { findMatches } from './excerpt/matches.ts';
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
}

/** A heading that says this share of the question names it, */
const NAMED = 0.5;
/** if what the title alone says of the question is at most this share of what the heading alone says. */
const LEFT_OUT = 0.2;

const IN_A_LIST = /^(?!1\. )(?:\t|\d+\. |• )/;

/**
 * The section of an article to show with its text: the best one, where the question names it, else the article's opening.
 * @param headed The section whose heading the question is.
 */
export async function sectionToShow(
  index: SearchIndex,
  { article, section }: RankedArticle,
  question: WeighedQuestion,
  headed?: number,
): Promise<{ section: number; text: SectionText | undefined }> {
  const { title, firstSection } = index.core.articles[article]!;
  const text = await index.text(section);
  if (text === undefined || section === firstSection) return { section, text };
  if (section === headed || namesSection(question, { title, headings: text.headings }, index.language))
    return withItsBeginning(index, { section, text }, firstSection);
  return { section: firstSection, text: await index.text(firstSection) };
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
 * says nothing but what is asked; or more of it than the title does, and at least half, or some where the title says nothing.
 * What the title promises in full (`cancel my subscription`) is answered where the article begins.
 * @param headings From the outermost to the section's own.
 */
function namesSection(
  { text, words, weights }: WeighedQuestion,
  { title, headings }: { title: string; headings: readonly string[] },
  language: Language,
): boolean {
  const saidBy = (written: string) => new Set(findMatches(written, text, words, language).map(({ word }) => word));
  const sum = (some: Iterable<number>): number => [...some].reduce((total, word) => total + weights[word]!, 0);
  const all = sum(words.keys());
  const inTitle = saidBy(title);
  const inHeadings = saidBy(headings.join('\n'));
  const [promised, named] = [sum(inTitle), sum(inHeadings)];
  if (named === 0 || (promised >= all && saysOnly(title, { text, words }, language))) return false;
  if (saysOnly(headings.at(-1) ?? '', { text, words }, language)) return true;
  const both = sum([...inTitle].filter((word) => inHeadings.has(word)));
  const says = named > both && promised - both <= LEFT_OUT * (named - both);
  return says && (named >= NAMED * all || promised === 0);
}

/** Whether every word of a heading is one of the question's. */
function saysOnly(
  heading: string,
  { text, words }: { text: string; words: readonly ResolvedWord[] },
  language: Language,
): boolean {
  const asked = new Set(findMatches(heading, text, words, language).map(({ start }) => start));
  const tokens = tokenize(heading, language);
  return tokens.length > 0 && tokens.every(({ start }) => asked.has(start));
}
