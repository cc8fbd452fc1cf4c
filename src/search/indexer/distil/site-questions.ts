import { fold } from '../../core/text/fold.ts';
import { loadLanguage } from '../../core/text/language.ts';
import type { IndexSection } from '../index-document.ts';
import { phrasesOf } from './phrases/phrases-of.ts';
import { actionsIn, questionSpans } from './question-spans.ts';
import { seededRandom } from './seeded-random.ts';

/** Questions made up for a site: some a section, within these bounds. */
const QUESTIONS = { perSection: 12, least: 1_500, most: 5_000 };
/** Things of a site that the questions are about: its commonest. */
const THINGS = 600;
const LONGEST_THING = 3;
/** A title tells what an article is about; so much more than a mention in its text. */
const TITLE_WEIGHT = 4;

/**
 * Made-up questions about what the site's articles are about: customers' words beside the site's own, which its text
 * never has together.
 */
export async function siteQuestions(sections: readonly IndexSection[], locale: string): Promise<string[]> {
  const phrases = phrasesOf(locale);
  if (phrases === undefined) return [];
  const things = await thingsOf(sections, locale);
  const actions = actionsIn([...new Set(sections.map(({ document }) => document.title))], phrases);
  const count = Math.max(QUESTIONS.least, Math.min(QUESTIONS.most, QUESTIONS.perSection * sections.length));
  return questionSpans(count, phrases, seededRandom('questions of the site'), { things, actions });
}

/** Runs of up to three words that are no stop words, the commonest first. */
async function thingsOf(sections: readonly IndexSection[], locale: string): Promise<string[]> {
  const { isStopWord } = await loadLanguage(locale);
  const counts = new Map<string, number>();
  for (const { document, headings, text } of sections) {
    for (const title of [document.title, ...headings, ...document.keywords]) count(title, TITLE_WEIGHT);
    count(text, 1);
  }
  return [...counts]
    .sort(([one, more], [other, less]) => less - more || (one < other ? -1 : 1))
    .slice(0, THINGS)
    .map(([thing]) => thing);

  function count(text: string, weight: number): void {
    for (const clause of fold(text).split(/[^\p{L}\p{N}\p{M}'’ -]+/u)) {
      let run: string[] = [];
      for (const word of clause.split(' ')) {
        if (word === '' || isStopWord(word)) {
          run = [];
          continue;
        }
        run = [...run, word].slice(-LONGEST_THING);
        for (let from = 0; from < run.length; from++) {
          const thing = run.slice(from).join(' ');
          counts.set(thing, (counts.get(thing) ?? 0) + weight);
        }
      }
    }
  }
}
