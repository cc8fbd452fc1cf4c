import { memoize } from '../../cache/memoize.ts';
import { placeOf } from '../../content/insert/places.ts';
import type { Article, Problem } from '../../content/types.ts';
import { readClock } from '../../markdown/videos.ts';
import { languageTag } from '../../schemas/locale.ts';
import { lineOf } from '../locate.ts';
import { isArticle, type Rule } from '../rule.ts';
import { countWords, segmentSentences } from '../segment.ts';

export const length: Rule = {
  name: 'length',
  ensures: 'Articles and sentences are short enough to be read by someone in a hurry.',
  check({ pages, center }) {
    const { longestArticle, longestSentence } = center.checkSettings;
    return pages.filter(isArticle).flatMap((page) => problemsOf(page, longestArticle, longestSentence));
  },
};

/** In the dev server most articles are those of the edit before. */
const problemsOf = memoize((page: Article, longestArticle: number, longestSentence: number): Problem[] => [
  ...longArticle(page, longestArticle),
  ...longSentences(page, longestSentence),
]);

function longArticle(page: Article, longest: number): Problem[] {
  // What is said in a film is not written here, and nobody reads it from end to end.
  const written = page.sections.filter(({ headings }) => !isTime(headings.at(-1) ?? ''));
  const words = written.reduce((sum, { text }) => sum + countWords(text), 0);
  if (words <= longest) return [];
  return [
    {
      file: page.file,
      line: page.bodyLine,
      rule: 'length',
      found: `${words} words`,
      expected: `at most ${longest} words in an article`,
      remedy: 'Make an article of each question it answers, and link them.',
      severity: 'warning',
    },
  ];
}

/** Whether a heading is the time of a passage of a film. */
function isTime(heading: string): boolean {
  return readClock(heading)?.length === heading.length;
}

function isSaid(page: Article, line: number): boolean {
  return placeOf(page, line).file.endsWith('.vtt');
}

function longSentences(page: Article, longest: number): Problem[] {
  const tag = languageTag(page.locale);
  // Lists and tables are not read as sentences.
  const paragraphs = page.prose.filter(
    // Of few words no sentence has too many: to cut ten thousand articles into sentences takes 200 MB, which a process keeps.
    ({ kind, line, text }) => kind === 'paragraph' && !isSaid(page, line) && countWords(text) > longest,
  );
  return paragraphs.flatMap(({ text, line }) =>
    segmentSentences(text, tag).flatMap((sentence): Problem[] => {
      const words = countWords(sentence);
      if (words <= longest) return [];
      return [
        {
          file: page.file,
          line: lineOf(page, sentence.split(/\s+/).slice(0, 3).join(' '), line),
          rule: 'length',
          found: `a sentence of ${words} words: "${sentence.slice(0, 60).trim()}…"`,
          expected: `at most ${longest} words in a sentence`,
          remedy: 'Make two sentences of it, or a list of steps.',
          severity: 'warning',
        },
      ];
    }),
  );
}
