import { clausesOf, joinWords, wordsOf } from '../embed/clauses.ts';
import type { IndexSection } from '../index-document.ts';
import { SmallestLots } from './lots.ts';
import { seededRandom } from './seeded-random.ts';

const WINDOW = { shortest: 2, longest: 12 };
const LONGEST_TITLE_RUN = 6;
/** Windows a section; clauses and titles come on top. */
const WINDOWS = 8;
/** Titles at most: a large site has more of them than spans are taken. */
const MOST_TITLES = 4_000;

/**
 * Short stretches of the site's own text: titles, headings and keywords, whole and in runs of words, clauses, and random windows
 * over each section under its titles. Which ones are taken depends on the spans themselves, so that after an edit nearly
 * all are the same, and so are the teacher's vectors of them. No more are held than twice as many as are taken.
 * @param most Spans at most.
 */
export function siteSpans(sections: readonly IndexSection[], most: number): string[] {
  const titles = titlesOf(sections, Math.min(most, MOST_TITLES));
  const others = new SmallestLots(most - titles.size);
  let last: IndexSection['document'] | undefined;
  for (const section of sections) {
    const own = section.document === last ? section.headings : allTitles(section);
    last = section.document;
    for (const title of own) for (const run of runsOf(wordsOf(title))) if (!titles.has(run)) others.add(run);
    for (const span of [...clausesOf(section.text), ...windowsOf(section)]) if (!titles.has(span)) others.add(span);
  }
  return [...titles, ...others.taken()];
}

/** The titles in their order; of too many those with the smallest lots. */
function titlesOf(sections: readonly IndexSection[], most: number): Set<string> {
  const some = new SmallestLots(most);
  for (const section of sections) for (const title of allTitles(section)) some.add(title);
  const taken = new Set(some.taken());
  const titles = new Set<string>();
  for (const section of sections) for (const title of allTitles(section)) if (taken.has(title)) titles.add(title);
  return titles;
}

function allTitles({ document, headings }: IndexSection): string[] {
  return [document.title, ...headings, ...document.keywords];
}

function windowsOf({ document, headings, text }: IndexSection): string[] {
  const words = wordsOf([document.title, ...headings, text].join(' '));
  const random = seededRandom(joinWords(words));
  return Array.from({ length: WINDOWS }, () => {
    const length = WINDOW.shortest + Math.floor(random() * (WINDOW.longest - WINDOW.shortest + 1));
    const start = Math.floor(random() * Math.max(1, words.length - length + 1));
    return joinWords(words.slice(start, start + length));
  });
}

/** Every run of a few words of a title. */
function runsOf(words: readonly string[]): string[] {
  const runs: string[] = [];
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 1; to <= Math.min(words.length, from + LONGEST_TITLE_RUN); to++)
      runs.push(joinWords(words.slice(from, to)));
  }
  return runs;
}
