import { describe, expect, it, vi } from 'vitest';
import type { SearchIndex } from '../../../../../src/search/core/index/search-index.ts';
import { CONFIDENCE, FUSION } from '../../../../../src/search/core/parameters.ts';
import { coherence, fuse } from '../../../../../src/search/core/rank/fuse.ts';
import { prefetch } from '../../../../../src/search/core/rank/gather.ts';
import { inverseDocumentFrequency, scoreWords } from '../../../../../src/search/core/rank/lexical.ts';
import { rank } from '../../../../../src/search/core/rank/rank.ts';
import type { RankOptions } from '../../../../../src/search/core/rank/ranking.ts';
import { stopWordFactors, weighTitleStopWords } from '../../../../../src/search/core/rank/stop-word-factors.ts';
import { article, build, indexOf, open } from '../../small-site.ts';

const site = () =>
  indexOf([
    article('e-1042', 'E-1042 Motor hot', 'Let the motor cool.'),
    article('codes', 'Codes of the display', 'E-1042: motor hot. E-2001: battery unknown. Lock the display.'),
    article('lock', 'Open the lock', 'Turn the key to the left. The motor stays hot.'),
    article('motor', 'Motor and battery', 'Both are under the saddle.'),
  ]);

const SAME = 1e-6;

/** The fused scores of a query by section, weighed by the stop words of titles, before any bonus. */
async function fused(index: SearchIndex, text: string): Promise<Float32Array> {
  const { words, query } = await rank(index, text);
  const scores = fuse(scoreWords(words, index.sections), undefined, 0);
  weighTitleStopWords(
    scores,
    index.articleOf,
    index.titleStopWords,
    stopWordFactors(index.titleStopWords, query.stopWords),
  );
  return scores;
}

describe('scores after a bonus', () => {
  const scoreOf = async (index: SearchIndex, text: string, wanted: number) =>
    (await rank(index, text)).articles.find(({ article: number }) => number === wanted)!.score;

  it('are fused scores where there is none', async () => {
    const index = await site();
    expect(await scoreOf(index, 'motor battery', 3)).toBeCloseTo(1, 6);
    expect(await scoreOf(index, 'motor battery', 2)).toBeCloseTo((await fused(index, 'motor battery'))[2]!, 6);
  });

  it('are halved for one kind of bonus, so that they stay between 0 and 1', async () => {
    const index = await site();
    const before = await fused(index, 'E-2001 motor lock');
    expect(before[2]).toBeGreaterThan(0.1);
    expect(await scoreOf(index, 'E-2001 motor lock', 2)).toBeCloseTo(before[2]! / 2, 6);
    const holder = await scoreOf(index, 'E-2001 motor lock', 1);
    expect(holder).toBeGreaterThan((before[1]! + 0.7) / 2);
    expect(holder).toBeLessThanOrEqual((before[1]! + 1) / 2 + SAME);
  });

  it('are a third for two kinds, and a quarter for three', async () => {
    const index = await site();
    const query = 'E-2001 "codes of the display" motor';
    expect(await scoreOf(index, query, 3)).toBeCloseTo((await fused(index, query))[3]! / 3, 6);
    const both = await scoreOf(index, query, 1);
    expect(both).toBeGreaterThan((1 + 0.7) / 3);
    expect(both).toBeLessThanOrEqual(1);
    const named = 'E-1042 "let the motor cool"';
    expect(await scoreOf(index, named, 3)).toBeCloseTo((await fused(index, named))[3]! / 4, 6);
  });
});

describe('a question that names an article', () => {
  const codes = () =>
    indexOf([
      article('e-1042', 'E-1042 Motor hot', 'Let the motor cool.'),
      article('e-2001', 'E-2001 Battery unknown', 'Wipe the contacts. After E-3300 do it twice.'),
      article('e-3107', 'E-3107 Brake held', 'Let go of the brakes.'),
      article('door', 'Door did not open (ST-04)', 'Press the door.'),
      article('card', 'Payment declined (code 05, 14 or 51)', 'Try another card.'),
      article(
        'list',
        'What the codes mean',
        'E-1042 is heat. E-2001 is the battery. E-3107 is a brake. E-3300 is a wire. BT-03 is far.',
      ),
      article('bike', 'Lock your bike with the key', 'Turn the key.'),
      article('motor', 'Motors since 2010', 'The invoice for a motor has a number.'),
    ]);
  const asked = async (index: SearchIndex, text: string) => {
    const { articles, verdict } = await rank(index, text);
    return [articles[0] && index.core.names![articles[0].article]!.id, verdict];
  };

  it.each([
    ['E-1042', 'e-1042'],
    ['E 1042', 'e-1042'],
    ['e1042', 'e-1042'],
    ['1042', 'e-1042'],
    ['what does E-1042 mean?', 'e-1042'],
    ['ST 04', 'door'],
    ['st-04', 'door'],
    ['code 14', 'card'],
    ['51', 'card'],
    ['BT-03', 'list'],
    ['bt 03', 'list'],
    ['E-3300', 'list'],
  ])('by its code, %s, is answered by it', async (text, id) => {
    expect(await asked(await codes(), text)).toEqual([id, 'confident']);
  });

  it.each([
    ['lock your bike with the key', 'bike'],
    ['Lock your bike with teh key', 'bike'],
    ['lock yuor bikr with the key', 'bike'],
    ['LOCKYOURBIKE with the key!', 'bike'],
    ['Door did not opne (ST-04)', 'door'],
  ])('by its title, %s, is answered by it', async (text, id) => {
    expect(await asked(await codes(), text)).toEqual([id, 'confident']);
  });

  it('by a code that no article has is shown the list of such codes, which is no answer', async () => {
    const index = await codes();
    expect(await asked(index, 'E-9999')).toEqual(['list', 'related']);
    expect(await asked(index, 'my display says e 4444')).toEqual(['list', 'related']);
    expect((await asked(index, 'XY-9999'))[1]).toBe('none');
  });

  it('by a code and about something else is not answered by the page of the code', async () => {
    const index = await codes();
    expect((await rank(index, 'xylophone invoice number for E-1042 purchase reference')).features.exact).toBe(false);
    expect((await rank(index, 'F-1042')).features.exact).toBe(false);
  });

  it('in Chinese and Korean, too, though words have no spaces there', async () => {
    const chinese = await indexOf(
      [
        article('hot', 'E-1042 电机温度过高', '请等电机冷却下来。'),
        article('lock', '锁好您的自行车', '转动钥匙，然后拔出来。'),
        article('pay', '付款方式', '可以用信用卡。'),
      ],
      { locale: 'zh-cn' },
    );
    expect(await asked(chinese, '电机E-1042')).toEqual(['hot', 'confident']);
    expect(await asked(chinese, '锁好您的自型车')).toEqual(['lock', 'confident']);
    expect((await rank(chinese, '锁好您的钥匙车')).features.exact).toBe(false);
    const korean = await indexOf(
      [
        article('hot', 'E-1042 모터 온도 높음', '모터를 식히세요.'),
        article('reset', '비밀번호를 잊어버렸어요', '재설정하세요.'),
      ],
      { locale: 'ko' },
    );
    expect(await asked(korean, '모터 E1042')).toEqual(['hot', 'confident']);
    expect(await asked(korean, '비밀번오를 잊어버렸어요')).toEqual(['reset', 'confident']);
  });
});

describe('what tells how sure the ranking is', () => {
  const featuresOf = async (text: string, options: RankOptions = {}) =>
    (await rank(await site(), text, options)).features;

  it('is the lead over the second article even where one is asked for', async () => {
    const [all, one] = [
      await rank(await site(), 'motor battery'),
      await rank(await site(), 'motor battery', { limit: 1 }),
    ];
    expect(one.articles).toHaveLength(1);
    expect(all.features.lead).toBeCloseTo(all.articles[0]!.score - all.articles[1]!.score, 6);
    expect(all.features.lead).toBeLessThan(1);
    expect(one.features).toEqual(all.features);
    expect(one.confidence).toBe(all.confidence);
  });

  it('is the whole score where there is no second article', async () => {
    expect((await featuresOf('saddle')).lead).toBeCloseTo(1, 6);
    expect((await featuresOf('xylophone')).lead).toBe(0);
  });

  it('is the share of the words that the first section says', async () => {
    const index = await site();
    const { words, features } = await rank(index, 'saddle xylophone');
    const { scores, maxScore } = scoreWords(words, index.sections);
    expect(features.coverage).toBeCloseTo(scores[3]! / maxScore, 6);
    expect(features.coverage).toBeGreaterThan(0);
    expect(features.coverage).toBeLessThan(0.5);
    expect((await featuresOf('xylophone')).coverage).toBe(0);
    expect((await featuresOf('')).coverage).toBe(0);
  });

  it('is how much a long text is a blend, and nothing for a question', async () => {
    const unknown = (count: number) =>
      Array.from(
        { length: count },
        (_, number) => `word${'abcdefghijklmnopqrstuvwxyz'[number % 26]}x${'abc'[Math.floor(number / 26)]}q`,
      ).join(' ');
    expect((await featuresOf('motor battery')).incoherence).toBe(0);
    const index = await site();
    const maxScore = 32 * inverseDocumentFrequency(0, index.sections);
    expect((await featuresOf(unknown(32))).incoherence).toBeCloseTo(1 - Math.sqrt(FUSION.coherentLength / 32), 6);
    expect((await featuresOf(unknown(32))).incoherence).toBeCloseTo(
      1 - coherence({ scores: new Float32Array(index.sections), maxScore }),
      6,
    );
  });

  it('is a code or a quotation that was found, which leaves no doubt', async () => {
    const { features, verdict, confidence } = await rank(await site(), '"open the lock"');
    expect(features.exact).toBe(true);
    expect(verdict).toBe('confident');
    expect(confidence).toBeGreaterThanOrEqual(CONFIDENCE.exact);
  });

  it('is no find of a part: one of two phrases, or a code among many words', async () => {
    expect((await featuresOf('"open the lock" "turn the wheel"')).exact).toBe(false);
    expect(
      (await featuresOf('my display shows E-2001 since the battery fell and the saddle and the motor are wet')).exact,
    ).toBe(false);
    expect((await featuresOf('motor')).exact).toBe(false);
    expect((await featuresOf('"xylophone"')).exact).toBe(false);
  });
});

describe('the articles of a ranking', () => {
  it('are ten unless said, and as many as asked for', async () => {
    const many = await indexOf(
      Array.from({ length: 14 }, (_, number) => article(`a${number}`, `Bike ${number}`, 'A bike.')),
    );
    expect((await rank(many, 'bike')).articles).toHaveLength(10);
    expect((await rank(many, 'bike', { limit: 12 })).articles).toHaveLength(12);
    expect((await rank(many, 'bike', { limit: 1 })).articles).toHaveLength(1);
  });

  it('come with the query and its words', async () => {
    const { query, words, tier } = await rank(await site(), 'hot motor');
    expect({ text: query.text, words: words.map(({ word }) => word.terms), tier }).toEqual({
      text: 'hot motor',
      words: [['hot'], ['motor']],
      tier: 'lexical',
    });
  });
});

describe('a ranking without the articles that another index has', () => {
  const documents = [
    article('a', 'Bike bike', 'A bike.'),
    article('b', 'Bike', 'Some other words about a wheel.'),
    article('c', 'Wheel', 'A bike and a lock and a light.'),
  ];
  const ids = async (without?: (id: string) => boolean, limit = 10): Promise<string[]> => {
    const index = await indexOf(documents);
    const { articles } = await rank(index, 'bike', { without, limit });
    return articles.map(({ article: number }) => index.core.names![number]!.id);
  };

  it('has the others in the same order, as many as asked for', async () => {
    const [first, second, third] = await ids();
    expect(await ids((id) => id === first)).toEqual([second, third]);
    expect(await ids((id) => id === first, 1)).toEqual([second]);
    expect(await ids(() => true)).toEqual([]);
  });

  it('is less sure of the next one than where it leads', async () => {
    const index = await indexOf(documents);
    const whole = await rank(index, 'bike');
    const first = index.core.names![whole.articles[0]!.article]!.id;
    const rest = await rank(index, 'bike', { without: (id) => id === first });
    expect(whole.features.lead).toBeGreaterThan(0);
    expect(rest.features.lead).toBeCloseTo(whole.articles[1]!.score - whole.articles[0]!.score, 6);
    expect(rest.confidence).toBeLessThan(whole.confidence);
  });
});

describe('a ranking with meaning', () => {
  const direction = (place: number) =>
    Float32Array.from({ length: 4 }, (_, dimension) => (dimension === place ? 1 : 0));
  const semantic = {
    model: {
      id: 'test',
      dimensions: 4,
      pooling: 'mean' as const,
      queryPrefix: '',
      passagePrefix: '',
      centred: false,
      pieces: 'wordpiece' as const,
    },
    sections: [direction(0), direction(1), direction(2)],
    projection: Array.from({ length: 4 }, (_, row) => direction(row)),
    student: [
      ['cash', direction(0)],
      ['paid', direction(1)],
      ['range', direction(1)],
      ['bill', direction(2)],
    ] as [string, Float32Array][],
  };
  const documents = [
    article('refund', 'Refunds', 'We return what you paid.'),
    article('battery', 'Batteries', 'They last for sixty kilometres.'),
    article('invoice', 'Invoices', 'By mail.'),
  ];
  const withMeaning = (fetched: string[] = []) => build(documents, { semantic }).then((built) => open(built, fetched));

  it('tells the cosine of the first section', async () => {
    const { features, tier } = await rank(await withMeaning(), 'range');
    expect(tier).toBe('instant');
    expect(features.cosine).toBeCloseTo(1, 1);
    expect((await rank(await withMeaning(), 'battery', { tier: 'lexical' })).features.cosine).toBeUndefined();
  });

  it('reads a mistyped word as the one that is meant', async () => {
    const index = await withMeaning();
    const [typed, meant] = [await rank(index, 'piad refunds'), await rank(index, 'paid refunds')];
    expect(typed.query.text).toBe('piad refunds');
    expect(typed.tier).toBe('instant');
    expect(typed.features.cosine).toBe(meant.features.cosine);
  });

  it('weighs the meaning of a single word less by the student than by the transformer', async () => {
    const index = await withMeaning();
    const length = 1;
    const instant = await rank(index, 'range');
    const deep = await rank(index, 'range', { tier: 'deep', queryVector: direction(1) });
    expect(instant.articles[0]!.score).toBeCloseTo(
      FUSION.plain.semantic.instant * (length / FUSION.sentence.from) ** FUSION.shortQueryExponent.instant,
      2,
    );
    expect(deep).toMatchObject({ tier: 'deep' });
    expect(deep.articles[0]!.score).toBeCloseTo(FUSION.plain.semantic.deep, 2);
  });

  it('goes on by words where the semantic side fails, and tells why', async () => {
    const index = await withMeaning();
    const failure = new Error('vectors are damaged');
    vi.spyOn(index.semantic, 'scores').mockRejectedValue(failure);
    const told: unknown[] = [];
    expect((await rank(index, 'paid', { onSemanticError: (error) => told.push(error) })).tier).toBe('lexical');
    expect(told).toEqual([failure]);
    expect((await rank(index, 'paid')).articles[0]?.article).toBe(0);
  });

  it('fetches nothing more once all of it was gathered', async () => {
    const fetched: string[] = [];
    const index = await withMeaning(fetched);
    await prefetch(index, 'paid');
    const gathered = fetched.length;
    expect(gathered).toBeGreaterThan(1);
    await rank(index, 'paid');
    expect(fetched).toHaveLength(gathered);
  });

  it('needs nothing of the student when it is gathered for the transformer', async () => {
    const fetched: string[] = [];
    await prefetch(await withMeaning(fetched), 'paid', { tier: 'deep' });
    expect(fetched.filter((name) => /student|vectors/.test(name))).toEqual([]);
    expect(fetched.some((name) => name.includes('/words-'))).toBe(true);
  });
});
