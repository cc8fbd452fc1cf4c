import { beforeAll, describe, expect, it } from 'vitest';
import { IndexError } from '../../../src/search/core/format/index-error.ts';
import { openIndex, openPartially, type SearchIndex } from '../../../src/search/core/index/search-index.ts';
import { order } from '../../../src/search/core/rank/rank.ts';
import { outcomeOf, search } from '../../../src/search/core/search.ts';
import type { BuiltIndex, IndexInput } from '../../../src/search/indexer/write/write-index.ts';
import { article, build, open } from './small-site.ts';

/** Makes of a few articles an index with the files of a very large one. */
const LARGE: IndexInput['sizes'] = { names: 0, titleShard: 12, textShard: 300 };

const english = [
  article('cancel', 'Cancel your subscription', 'Open the plan and choose to end it.', {
    'Can I undo it': 'For a week.',
  }),
  article('card', 'Pay with a card', 'Every card is taken.', { 'Which cards': 'Credit and debit cards.' }),
  article('cash', 'Pay without a card', 'Cash is taken at the counter.'),
  article('about', 'About us', 'Who we are and where.'),
  article('login', 'Log in from another device', 'Use the code that we sent.'),
  article('e1042', 'E-1042 Motor temperature high', 'Let the motor cool down.', { Causes: 'Dust in the motor.' }),
  article('e2001', 'E-2001 Battery empty', 'Charge the battery for an hour.'),
  article('codes', 'All error codes', 'E-1042 motor, E-2001 battery, E-2002 charger, E-3000 lock.'),
  article('refund', 'Refunds and returns', 'A refund takes five days.', {
    'Damaged goods': 'Send a picture of the damage.',
  }),
  article('invoice', 'Download an invoice', 'Invoices are in the account.', {}, { category: 'Billing' }),
  article('invoices', 'Download an invoice for last year', 'They are in the archive.', {}, { category: 'Billing' }),
  article('marks', '?!', 'What the marks mean.'),
  article('long', 'Unlock a bike at a station without the app', 'Call us from the station.'),
];
const korean = [
  article('a', '비밀번호를 잊었을 때', '로그인 화면에서 비밀번호 찾기를 누르세요.'),
  article('b', '환불 받기', '환불은 닷새 걸립니다.'),
  article('c', '자전거 반납', '대여소에 자전거를 세우세요.'),
];
const chinese = [
  article('a', '忘记密码', '在登录页面点击忘记密码。'),
  article('b', '申请退款', '退款需要五天。'),
  article('c', '归还自行车', '把自行车停在车站。'),
];

const asked: Record<string, [typeof english, string[]]> = {
  en: [
    english,
    [
      ...english.map(({ title }) => title),
      'cancel your subscription',
      'cancel yuor subscription',
      'cancel your subscripton',
      'cancell your subscription',
      'unlock a byke at a station without the app',
      'unlock a byke at a statoin without the app',
      'pay without card',
      'how do I pay with a card?',
      'about',
      'us',
      'login',
      'E-1042',
      'e1042',
      '1042',
      'error 1042',
      'E 2001',
      'E-2002',
      'E-9999',
      'E-1042 battery',
      '"send a picture"',
      '"pay with a card"',
      'refnds',
      'invoce for last year',
      'damaged goods',
      'which cards',
      'the',
      'weather tomorrow',
      '?!',
      '',
    ],
  ],
  ko: [korean, ['비밀번호', '비밀번호를 잊었을 때', '비밀번호를 잊엇을 때', '환불', '자전거 반납', '자전거', '날씨']],
  'zh-cn': [chinese, ['密码', '忘记密码', '忘记秘码', '退款', '归还自行车', '天气']],
};

/** An index with some of its files exchanged, or gone. */
function openWith({ manifest, files }: BuiltIndex, change: (name: string, file: Uint8Array) => Uint8Array | undefined) {
  return openIndex({
    manifest,
    fetchFile: async (name) => {
      const file = change(name, files.get(name)!);
      if (!file) throw new IndexError('missing', name, 'status 404', 'the file');
      return file;
    },
  });
}

describe.each(Object.entries(asked))('a large site in %s', (locale, [documents, questions]) => {
  let small: SearchIndex;
  let large: SearchIndex;
  const fetched: string[] = [];

  beforeAll(async () => {
    small = await open(await build(documents, { locale }));
    large = await open(await build(documents, { locale, sizes: LARGE }), fetched);
  });

  it('has its titles in files of their own', () => {
    expect(small.core.names).toHaveLength(documents.length);
    expect(large.core.names).toBeUndefined();
    expect(large.core.titles!.firstKeys.whole.length).toBeGreaterThan(1);
  });

  it.each(questions)('ranks %o and shows it as a small one does', async (question) => {
    expect(await search(large, question)).toEqual(await search(small, question));
  });

  it.each(questions)('completes %o, letter by letter, as a small one does', async (question) => {
    for (let length = 1; length <= question.length; length++) {
      const options = { lastWordPartial: true };
      const typed = question.slice(0, length);
      // One and two letters begin more titles than are read for them.
      const [one, other] = [await search(large, typed, options), await search(small, typed, options)];
      if (length > 2) expect(one.hits[0]?.article, typed).toBe(other.hits[0]?.article);
    }
  });

  it('tells which articles it has by their ids', async () => {
    for (const index of [small, large]) {
      const ids = await index.ids();
      expect([ids.has(documents[0]!.id), ids.has('none of these')]).toEqual([true, false]);
    }
  });

  it('leaves out what another index has', async () => {
    const without = (id: string): boolean => id === documents[0]!.id;
    const of = async (index: SearchIndex) => (await search(index, documents[0]!.title, { without })).hits;
    expect(await of(large)).toEqual(await of(small));
  });
});

describe('a file of titles', () => {
  let built: BuiltIndex;

  beforeAll(async () => {
    built = await build(english, { sizes: LARGE });
  });

  const isTitleFile = (name: string): boolean => name.includes('/title-');
  const damages: Record<string, (name: string, file: Uint8Array) => Uint8Array | undefined> = {
    missing: (name, file) => (isTitleFile(name) ? undefined : file),
    damaged: (name, file) => (isTitleFile(name) ? file.slice(0, -9) : file),
    'a page of the host': (name, file) => (isTitleFile(name) ? new TextEncoder().encode('<!doctype html>') : file),
  };

  it.each(Object.entries(damages))('that is %s leaves a search by the words of texts', async (_, change) => {
    const index = await openWith(built, change);
    const { hits } = await search(index, 'Cancel your subscription');
    expect(hits[0]?.article).toBe('cancel');
  });

  it.each(Object.entries(damages))('that is %s never makes it sure that nothing answers', async (_, change) => {
    const index = await openWith(built, change);
    await expect(search(index, 'weather')).rejects.toThrow(IndexError);
    const question = 'weather in mars and venus on the tables of stars with five moons';
    expect((await search(await open(built), question)).verdict).toBe('none');
    expect((await search(index, question)).verdict).toBe('related');
  });
});

describe('a file of texts and names', () => {
  it('that was not fetched yet makes no hit without a name', async () => {
    const { manifest, files } = await build(english, { sizes: LARGE });
    const { index, cached } = await openPartially({ manifest, fetchFile: async (name) => files.get(name)! });
    const before = cached();
    expect((await search(before.index, 'cancel')).hits).toEqual([]);
    expect(before.complete()).toBe(false);
    await search(index, 'cancel');
    const after = cached();
    expect((await search(after.index, 'cancel')).hits[0]?.title).toBe('Cancel your subscription');
    expect(after.complete()).toBe(true);
  });

  it('that is missing is an error of the index, so that the deployed one is opened', async () => {
    const built = await build(english, { sizes: LARGE });
    const index = await openWith(built, (name, file) => (name.includes('/texts-') ? undefined : file));
    await expect(search(index, 'cancel')).rejects.toThrow(IndexError);
  });

  it('that is missing from the deployed index, too, takes away its own articles alone', async () => {
    const built = await build(english, { sizes: LARGE });
    const whole = await search(await open(built), 'card battery invoice refund');
    const one = [...built.files.keys()].filter((name) => name.includes('/texts-'));
    const outcomes = await Promise.all(
      one.map(async (gone) => {
        const index = await openWith(built, (name, file) => (name === gone ? undefined : file));
        return outcomeOf(index, await order(index, 'card battery invoice refund'), { goesOnWithout: true });
      }),
    );
    const shown = outcomes.map(({ hits }) => hits.map((hit) => hit.article));
    const all = whole.hits.map((hit) => hit.article);
    expect(shown.some((articles) => articles.length < all.length)).toBe(true);
    for (const articles of shown) expect(all.filter((id) => articles.includes(id))).toEqual(articles);
  });

  it('that is missing leaves bare titles where these are at hand', async () => {
    const index = await openWith(await build(english), (name, file) => (name.includes('/texts-') ? undefined : file));
    const { hits } = await outcomeOf(index, await order(index, 'refund'), { goesOnWithout: true });
    expect(hits[0]).toMatchObject({ article: 'refund', title: 'Refunds and returns', bare: true });
  });

  it('says nothing false where all of them are missing', async () => {
    const built = await build(english, { sizes: LARGE });
    const index = await openWith(built, (name, file) => (name.includes('/texts-') ? undefined : file));
    const ranking = await order(index, 'cancel');
    await expect(outcomeOf(index, ranking, { goesOnWithout: true })).rejects.toThrow(IndexError);
  });
});

describe('a search of a large site', () => {
  it('fetches a bounded number of files, however many there are', async () => {
    const many = Array.from({ length: 400 }, (_, number) =>
      article(
        `n${number}`,
        `Topic ${number.toString(26)} of the ${'abcdefgh'[number % 8]}word`,
        `Text ${number} of it.`,
      ),
    );
    const fetched: string[] = [];
    const built = await build(many, { sizes: LARGE });
    const index = await open(built, fetched);
    expect([...built.files.keys()].filter((name) => name.includes('/title-')).length).toBeGreaterThan(100);
    for (const question of ['topic a', 'Topic 2b of the cword', 'topc', 'of', 't', '42']) {
      fetched.length = 0;
      await search(index, question, { lastWordPartial: true });
      const titles = fetched.filter((name) => name.includes('/title-'));
      expect(titles.length, question).toBeLessThan(10);
    }
  });
});

it('keeps the files of titles while no title changes', async () => {
  const live = { sizes: LARGE, live: true };
  const titlesOf = ({ files }: BuiltIndex) =>
    [...files].filter(([name]) => name.includes('/title-')).map(([name, file]) => [name.replace(/.*\//, ''), file]);
  const before = titlesOf(await build(english, live));
  expect(before.length).toBeGreaterThan(4);
  const [first, ...others] = english as [(typeof english)[number], ...typeof english];
  const text = article('cancel', first.title, 'Open the plan and end it there.');
  titlesOf(await build([text, ...others], live)).forEach(([name, file], place) => {
    expect([name, file === before[place]![1]]).toEqual([before[place]![0], true]);
  });
  const renamed = await build([{ ...first, title: 'Stop paying' }, ...others], live);
  expect((await search(await open(renamed), 'stop paying')).hits[0]?.title).toBe('Stop paying');
  expect(titlesOf(renamed).length).toBeGreaterThan(4);
});
