import { clausesOf, joinWords, wordsOf } from '../embed/clauses.ts';
import type { IndexSection } from '../index-document.ts';
import { seededRandom } from './seeded-random.ts';

const WINDOW = { shortest: 2, longest: 12 };
const LONGEST_TITLE_RUN = 6;
/** Windows a section; clauses and titles come on top. */
const WINDOWS = 8;

/**
 * Short stretches of the site's own text: titles, headings and keywords, whole and in runs of words, clauses, and random windows
 * over each section under its titles. Which ones are taken depends on the spans themselves, so that after an edit nearly
 * all are the same, and so are the teacher's vectors of them.
 * @param most Spans at most.
 */
export function siteSpans(sections: readonly IndexSection[], most: number): string[] {
  const titles = new Set(
    sections.flatMap(({ document, headings }) => [document.title, ...headings, ...document.keywords]),
  );
  const spans = new Set([...titles].flatMap((title) => runsOf(wordsOf(title))));
  for (const section of sections)
    for (const span of [...clausesOf(section.text), ...windowsOf(section)]) spans.add(span);
  const others = [...spans].filter((span) => !titles.has(span)).map((span) => ({ span, lot: seededRandom(span)() }));
  others.sort((one, other) => one.lot - other.lot || (one.span < other.span ? -1 : 1));
  return [...titles, ...others.map(({ span }) => span)].slice(0, most);
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
