import { describe, expect, it } from 'vitest';
import { fittingTrials, wholeTrial } from '../../../../scripts/lib/fit-confidence/trials.ts';
import type { RelevanceSet } from '../../../../scripts/lib/relevance/read-set.ts';
import { seededRandom } from '../../../../src/search/indexer/distil/seeded-random.ts';

/** A set whose question qN is answered by its document dN. */
function set(name: string, size: number): RelevanceSet {
  const numbers = Array.from({ length: size }, (_, number) => number);
  return {
    name,
    documents: numbers.map((number) => ({ id: `d${number}`, title: `${name} ${number}`, text: '' })),
    queries: numbers.map((number) => ({ id: `q${number}`, text: `${name} ${number}?` })),
    answers: new Map(numbers.map((number) => [`q${number}`, new Set([`d${number}`])])),
  };
}

describe('what the confidence is fitted on', () => {
  const trials = fittingTrials([set('bikes', 5), set('bank', 8)], seededRandom('test'));
  const [first, second, foreign] = trials;

  it('is two halves of a set, which hold each document once', () => {
    expect(trials.map(({ corpus }) => corpus)).toEqual(['bikes', 'bikes', 'bikes', 'bank', 'bank', 'bank']);
    expect([...first!.documents, ...second!.documents].map(({ id }) => id).sort()).toEqual([
      'd0',
      'd1',
      'd2',
      'd3',
      'd4',
    ]);
    expect(first!.documents).toHaveLength(3);
  });

  it('asks each half all questions of the set, which have their answers in it or none', () => {
    for (const { documents, questions } of [first!, second!]) {
      expect(questions.map(({ query }) => query.id)).toEqual(['q0', 'q1', 'q2', 'q3', 'q4']);
      expect(questions.flatMap(({ answers }) => [...answers]).sort()).toEqual(documents.map(({ id }) => id).sort());
    }
  });

  it('asks a whole set questions of the others, as many as it has itself, which nothing answers', () => {
    expect(foreign).toMatchObject({ corpus: 'bikes', documents: { length: 5 }, questions: { length: 5 } });
    expect(foreign!.questions.every(({ from, answers }) => from === 'bank' && answers.size === 0)).toBe(true);
    expect(trials.at(-1)!.questions).toHaveLength(5);
  });

  it('is the same for the same seed', () => {
    expect(fittingTrials([set('bikes', 5), set('bank', 8)], seededRandom('test'))).toEqual(trials);
  });

  it('leaves out a trial without documents or questions', () => {
    expect(fittingTrials([set('bikes', 1)], seededRandom('test')).map(({ documents }) => documents.length)).toEqual([
      1,
    ]);
  });
});

it('a set that is not fitted on is taken as it is', () => {
  const bikes = set('bikes', 2);
  bikes.answers.delete('q1');
  expect(wholeTrial(bikes).questions.map(({ query, answers }) => [query.id, ...answers])).toEqual([
    ['q0', 'd0'],
    ['q1'],
  ]);
});
