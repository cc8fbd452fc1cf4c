import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OramaDatabase } from '../../../../src/search/core/orama/orama-database.ts';
import { PLAIN_LANGUAGE } from '../../../../src/search/core/text/language.ts';

/** Articles as lists of their sections' scores, of which many are equal. */
const centers = fc.array(fc.array(fc.constantFrom(0, 0.1, 0.25, 0.5, 0.75, 1), { minLength: 1, maxLength: 5 }), {
  minLength: 1,
  maxLength: 30,
});

test('whatever the scores, the best articles come by their best sections, equal ones in the order of the index', () => {
  fc.assert(
    fc.property(centers, fc.integer({ min: 1, max: 40 }), (articles, limit) => {
      const sections = articles.flatMap((scores, article) =>
        scores.map((score) => ({ article, score: Math.fround(score) })),
      );
      const engine = new OramaDatabase(
        Uint32Array.from(sections, ({ article }) => article),
        PLAIN_LANGUAGE,
      );
      const ordered = sections
        .map((one, section) => ({ ...one, section }))
        .filter(({ score }) => score > 0)
        .sort((one, other) => other.score - one.score || one.section - other.section);
      const expected = ordered
        .filter(({ article }, place) => ordered.findIndex((one) => one.article === article) === place)
        .slice(0, limit);
      expect(
        engine.topArticles(
          'words',
          Float32Array.from(sections, ({ score }) => score),
          limit,
        ),
      ).toEqual(expected);
    }),
  );
});
