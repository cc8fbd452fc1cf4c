import type { Article, Fix, Problem } from '../../content/types.ts';
import { pointOfField } from '../locate.ts';
import { isArticle, type Rule } from '../rule.ts';

/**
 * What nobody sees and no title needs. A joiner has its use in Arabic, Indic and other joining scripts and between emoji, a
 * break in scripts without spaces, a mark of direction beside letters that are read from the right, a variation selector
 * behind a sign.
 */
const NEEDLESS = new RegExp(
  [
    '[\\u2060-\\u2064\\u00ad\\ufeff]',
    '\\u034f',
    '(?<![\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}])\\u200b',
    '(?<=^|\\s|\\p{Nd}|[\\p{sc=Latin}\\p{sc=Cyrillic}\\p{sc=Greek}\\p{sc=Han}\\p{sc=Hangul}\\p{sc=Hiragana}\\p{sc=Katakana}])[\\u200c\\u200d]',
    '(?<=\\p{L})[\\ufe00-\\ufe0f]',
  ].join('|'),
  'gu',
);
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const READ_FROM_THE_RIGHT = /[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}]/u;

export const invisible: Rule = {
  name: 'invisible',
  ensures: 'No title has characters that nobody sees.',
  check({ pages }) {
    return pages.filter(isArticle).flatMap((page): Problem[] => {
      const needless = [...page.title.matchAll(NEEDLESS), ...strayDirections(page.title)].map(
        ([character]) => character,
      );
      if (needless.length === 0) return [];
      const point = pointOfField(page, ['title']);
      return [
        {
          file: page.file,
          ...point,
          rule: 'invisible',
          field: 'title',
          found: `"${visible(page.title)}" with ${[...new Set(needless.map(nameOf))].join(', ')}, which nobody sees`,
          expected: 'the letters alone',
          remedy: 'Type the title anew, or let --fix take out what is not seen.',
          severity: 'warning',
          fix: withoutNeedless(page, point.line),
        },
      ];
    });
  },
};

function strayDirections(title: string): RegExpMatchArray[] {
  return READ_FROM_THE_RIGHT.test(title) ? [] : [...title.matchAll(DIRECTION)];
}

function visible(title: string): string {
  const plain = title.replace(NEEDLESS, '');
  return READ_FROM_THE_RIGHT.test(title) ? plain : plain.replace(DIRECTION, '');
}

function withoutNeedless({ title }: Article, line: number): Fix {
  return { line, find: title, replace: visible(title) };
}

function nameOf(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}
