import { fold } from '../../core/text/fold.ts';
import { loadLanguage } from '../../core/text/language.ts';
import type { IndexSection } from '../index-document.ts';
import { someOf } from './lots.ts';
import type { Forms, Phrases } from './phrases/phrases.ts';
import { phrasesOf } from './phrases/phrases-of.ts';
import { questionSpans } from './question-spans.ts';
import { seededRandom } from './seeded-random.ts';
import { actionsIn } from './site-actions.ts';

/** Questions made up for a site: some a section, within these bounds. */
const QUESTIONS = { perSection: 12, least: 1_500, most: 5_000 };
/** Things of a site that the questions are about: its commonest. */
const THINGS = 600;
const LONGEST_THING = 3;
/** Sections in which things are counted: all runs of words of a large site would take hundreds of megabytes, and its commonest are common in some. */
const MOST_COUNTED = 5_000;
/** A title tells what an article is about; so much more than a mention in its text. */
const TITLE_WEIGHT = 4;

const SPELLINGS: Record<Phrases['spelling'], (text: string) => string> = {
  folded: fold,
  'lower case': (text) => text.normalize('NFC').toLowerCase(),
  'as written': (text) => text.normalize('NFC'),
};

/** How words stand in languages without phrases. */
const PLAIN: Pick<Phrases, 'gap' | 'spelling' | 'wordsOf'> = { gap: ' ', spelling: 'lower case' };

/**
 * Made-up questions about what the site's articles are about: customers' words beside the site's own, which its text
 * never has together.
 * @param locale Of the questions.
 * @param written The locale that the sections are written in.
 */
export async function siteQuestions(
  sections: readonly IndexSection[],
  locale: string,
  written = locale,
): Promise<string[]> {
  const phrases = phrasesOf(locale);
  if (phrases === undefined) return [];
  const things = (await thingsOf(sections, written)).map(withForms(phrases));
  const actions = actionsIn([...new Set(sections.map(({ document }) => document.title))], phrases);
  const count = Math.max(QUESTIONS.least, Math.min(QUESTIONS.most, QUESTIONS.perSection * sections.length));
  return questionSpans(count, phrases, seededRandom('questions of the site'), { things, actions });
}

/** Runs of up to three words that are no stop words, the commonest first. */
async function thingsOf(sections: readonly IndexSection[], locale: string): Promise<string[]> {
  const { gap, spelling, wordsOf = (clause: string) => clause.split(' ') } = phrasesOf(locale) ?? PLAIN;
  const { isStopWord } = await loadLanguage(locale);
  const counts = new Map<string, number>();
  const counted = someOf(sections, MOST_COUNTED, ({ document, anchor, text }) => `${document.id}#${anchor} ${text}`);
  for (const { document, headings, text } of counted) {
    for (const title of [document.title, ...headings, ...document.keywords]) count(title, TITLE_WEIGHT);
    count(text, 1);
  }
  return [...counts]
    .sort(([one, more], [other, less]) => less - more || (one < other ? -1 : 1))
    .slice(0, THINGS)
    .map(([thing]) => thing);

  function count(text: string, weight: number): void {
    for (const clause of SPELLINGS[spelling](text).split(/[^\p{L}\p{N}\p{M}'’ -]+/u)) {
      let run: string[] = [];
      for (const word of wordsOf(clause)) {
        if (word === '' || isStopWord(word)) {
          run = [];
          continue;
        }
        run = [...run, word].slice(-LONGEST_THING);
        for (let from = 0; from < run.length; from++) {
          const thing = run.slice(from).join(gap);
          counts.set(thing, (counts.get(thing) ?? 0) + weight);
        }
      }
    }
  }
}

/** Gives a site's thing the forms that the language's things have: those of the same name their own, others its name. */
function withForms({ things }: Phrases): (name: string) => Forms {
  const known = new Map(things.map((thing) => [thing.thing!.toLowerCase(), thing]));
  const blanks = Object.keys(things[0]!);
  return (name) => known.get(name.toLowerCase()) ?? Object.fromEntries(blanks.map((blank) => [blank, name]));
}
