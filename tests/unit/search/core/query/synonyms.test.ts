import { describe, expect, it } from 'vitest';
import { Synonyms } from '../../../../../src/search/core/query/synonyms.ts';
import { loadLanguage } from '../../../../../src/search/core/text/language.ts';

const english = await loadLanguage('en');

describe('synonyms', () => {
  const synonyms = new Synonyms(
    [
      ['sign in', 'log in', 'login'],
      ['bike', 'e-bike'],
      ['자전거', '전기자전거'],
    ],
    english,
  );
  const others = (query: string) =>
    synonyms
      .paraphrases(query)
      .map(({ start, end, wordings }) => [query.slice(start, end), wordings.map(({ terms }) => terms.join('+'))]);

  it('are recognised as phrases, stop words included', () => {
    expect(others('how can I sign in today')).toEqual([['sign in', ['log', 'login']]]);
    expect(others('where to sign the form')).toEqual([]);
  });

  it('count less where only a part of their words can be looked up', () => {
    expect(synonyms.paraphrases('login')[0]!.wordings).toEqual([
      { terms: ['sign'], share: 0.5 },
      { terms: ['log'], share: 0.5 },
    ]);
  });

  it('are found in Korean by their characters', () => {
    expect(others('제 자전거 어디')[0]![0]).toBe('자전거');
  });

  it('take the longest wording of a group', () => {
    expect(others('my e-bike')).toContainEqual(['e-bike', ['bike']]);
  });

  it('take the longest wording whatever their order, and offer the other ones in the order of the group', () => {
    const locks = (group: string[]) =>
      new Synonyms([group], english)
        .paraphrases('my bike lock')
        .map(({ start, end, wordings }) => [start, end, wordings.map(({ terms }) => terms.join('+'))]);
    expect(locks(['bike', 'bike lock', 'chain'])[0]).toEqual([3, 12, ['bike', 'chain']]);
    expect(locks(['chain', 'bike lock', 'bike'])[0]).toEqual([3, 12, ['chain', 'bike']]);
  });

  it('offer no wording that cannot be looked up', () => {
    expect(
      new Synonyms([['details', 'about', 'facts']], english)
        .paraphrases('details')[0]!
        .wordings.map(({ terms }) => terms),
    ).toEqual([['fact']]);
  });

  it('are recognised by a wording of stop words', () => {
    expect(new Synonyms([['about', 'details']], english).paraphrases('about')[0]!.wordings).toEqual([
      { terms: ['detail'], share: 1 },
    ]);
  });

  it('count in full where all of their words can be looked up', () => {
    expect(
      new Synonyms([['destination', 'delivery address']], english).paraphrases('destination')[0]!.wordings,
    ).toEqual([{ terms: ['deliveri', 'address'], share: 1 }]);
  });

  it('need the whole wording to stand in the query, up to its end', () => {
    const delivery = new Synonyms([['destination', 'delivery address']], english);
    expect(delivery.paraphrases('what is the delivery')).toEqual([]);
    expect(delivery.paraphrases('delivery of the address')).toEqual([]);
    expect(delivery.paraphrases('my delivery addresses')).toHaveLength(1);
  });

  it('are offered at each place of the query, and by each group', () => {
    const two = new Synonyms(
      [
        ['bike', 'cycle'],
        ['bike', 'wheels'],
      ],
      english,
    );
    expect(two.paraphrases('bike or bike').map(({ start, wordings }) => [start, wordings[0]!.terms[0]])).toEqual([
      [0, 'cycl'],
      [0, 'wheel'],
      [8, 'cycl'],
      [8, 'wheel'],
    ]);
  });

  it('are none without groups, and groups of nothing are left out', () => {
    expect(new Synonyms([], english).paraphrases('bike')).toEqual([]);
    expect(new Synonyms([['', '?!']], english).paraphrases('bike')).toEqual([]);
  });
});
