import type { Article } from '../../../../src/content/types.ts';
import type { Token } from './vocabulary.ts';

/** Words that stand in no more than this share of the articles are what an article is about. */
const RARE = 0.05;

/** A line of a section's text. */
export interface Line {
  kind: 'number' | 'bullet' | 'text';
  tokens: Token[];
}

/** An article as it is taken apart. */
export interface Pattern {
  category: string;
  title: Token[];
  sections: { headings: Token[][]; lines: Line[] }[];
  /** What it is about, the most frequent first. */
  about: string[];
}

/** Takes an article apart; what it is about is found once all are. */
export function patternOf({ title, category, sections }: Article, cut: (text: string) => Token[]): Pattern {
  return {
    category,
    title: cut(title),
    sections: sections.map(({ headings, text }) => ({
      headings: headings.map(cut),
      lines: text.split('\n').flatMap((line): Line[] => {
        const [, sign = ''] = /^(\d+\. |• )/.exec(line) ?? [];
        const said = line.slice(sign.length).trim();
        if (said === '') return [];
        return [{ kind: sign === '' ? 'text' : sign === '• ' ? 'bullet' : 'number', tokens: cut(said) }];
      }),
    })),
    about: [],
  };
}

/** All that an article says, its title first. */
export function tokensOf({ title, sections }: Pattern): Token[] {
  return [...title, ...sections.flatMap(({ lines }) => lines.flatMap(({ tokens }) => tokens))];
}

/** Finds what each article is about: its most frequent rare words, those of the title before others. Gives the words that are not rare. */
export function describeSubjects(patterns: readonly Pattern[]): Set<string> {
  const spread = new Map<string, number>();
  const wordsOf = (tokens: readonly Token[]): string[] => tokens.flatMap(({ word }) => word ?? []);
  for (const pattern of patterns)
    for (const word of new Set(wordsOf(tokensOf(pattern)))) spread.set(word, (spread.get(word) ?? 0) + 1);
  const most = Math.max(1, RARE * patterns.length);
  for (const pattern of patterns) {
    const often = new Map<string, number>();
    for (const word of wordsOf(pattern.title)) often.set(word, (often.get(word) ?? 0) + 100);
    for (const word of wordsOf(tokensOf(pattern))) often.set(word, (often.get(word) ?? 0) + 1);
    pattern.about = [...often]
      .filter(([word]) => [...word].length > 1 && spread.get(word)! <= most)
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([word]) => word);
  }
  return new Set([...spread].filter(([, articles]) => articles > most).map(([word]) => word));
}
