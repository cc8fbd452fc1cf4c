import { describe, expect, it } from 'vitest';
import type { SearchIndex } from '../../../../../src/search/core/index/search-index.ts';
import { type SearchOptions, search } from '../../../../../src/search/core/search.ts';
import { article, indexOf } from '../../small-site.ts';

const site = await indexOf(
  [
    article('refund', 'How long a refund takes', 'We send the money back within five days.', {
      'The refund has not arrived': 'Banks take up to three more days. Ask your bank first, then write to us.',
    }),
    article(
      'cancel',
      'Cancel your subscription',
      'Open Account, then Plan, and tap Cancel. You keep the bike until the month ends.',
      { 'If you only want a break': 'Pause the subscription instead.' },
    ),
    article('e-1042', 'E-1042 Motor temperature high', 'The motor is hot. Let it cool for ten minutes.'),
    article(
      'codes',
      'What the error codes mean',
      'E-1042: motor too hot. E-2001: battery not recognised. Codes, codes, codes: every code of the display stands here, codes for motors and codes for batteries.',
    ),
    article('zurich', 'Pick-up points in Zürich', 'Our shop stands near the lake.'),
    article(
      'port',
      'Why port-is-grayed shows in the log',
      'The port is in use by another program. Version 4.1.1.2 of the driver repairs it.',
    ),
    article(
      'password',
      'Choose a new password',
      'A password has at least twelve letters.',
      {},
      { keywords: ['passphrase'] },
    ),
    article('about', 'About us', 'A small company from Basel.'),
    article('korean', '비밀번호 재설정', '새 비밀번호를 고르세요.'),
    article('chinese', '如何申请退款', '打开订单，点击申请退款。'),
  ],
  {
    synonyms: [
      ['subscription', 'membership'],
      ['sign in', 'log in'],
      ['refund', 'money back'],
    ],
  },
);

const ids = async (query: string, options: SearchOptions = {}, index: SearchIndex = site) =>
  (await search(index, query, options)).hits.map((hit) => hit.article);
const first = async (query: string, options: SearchOptions = {}) => (await ids(query, options))[0];

describe('the ranking by words', () => {
  it('puts the article with an error code in its title before those that only list it', async () => {
    expect((await ids('E-1042')).slice(0, 2)).toEqual(['e-1042', 'codes']);
  });

  it('puts articles with the error code first whatever else the query says', async () => {
    expect((await ids('battery codes of the display e1042')).slice(0, 2).sort()).toEqual(['codes', 'e-1042']);
  });

  it('finds an identifier by its whole and by its parts', async () => {
    expect(await first('port-is-grayed')).toBe('port');
    expect(await first('grayed port')).toBe('port');
    expect(await first('1042')).toBe('e-1042');
    expect(await first('4.1.1.2')).toBe('port');
    expect(await first('v4.1')).toBe('port');
  });

  it('puts sections with a quoted phrase word for word first', async () => {
    const phrases = await indexOf([
      article('one', 'Battery and motor', 'Motor hot, motor battery, hot motor and more about the motor battery.'),
      article('two', 'Other things', 'Somewhere it says that the hot battery motor works.'),
    ]);
    expect(await ids('motor battery hot', {}, phrases)).toEqual(['one', 'two']);
    expect(await ids('"hot battery motor"', {}, phrases)).toEqual(['two', 'one']);
    expect(await ids('“Hot Battery”', {}, phrases)).toEqual(['two', 'one']);
  });

  it('counts the title more than the text', async () => {
    const twice = await indexOf([
      article('text', 'Other', 'invoice invoice and much more of it'),
      article('title', 'Your invoice', 'All of it in one place'),
    ]);
    expect(await ids('invoice', {}, twice)).toEqual(['title', 'text']);
  });

  it('links the article where it begins when its title is what was asked for, and a section that says more', async () => {
    const charging = await indexOf([
      article('charge', 'Charge the battery', 'Plug it in.', {
        'Is that safe?': 'A full battery stops by itself, whatever the plug, the wall and the weather are like.',
        'May I do it overnight?': 'You may.',
      }),
    ]);
    const linked = async (query: string) => (await search(charging, query)).hits[0]?.href;
    expect(await linked('charge the battery')).toBe('/en/help/charge/');
    expect(await linked('charge the battery overnight')).toBe('/en/help/charge/#may-i-do-it-overnight-');
  });

  it('links the section that answers best', async () => {
    const [hit] = (await search(site, 'my bank says the refund did not arrive')).hits;
    expect(hit).toMatchObject({
      article: 'refund',
      href: '/en/help/refund/#the-refund-has-not-arrived',
      headings: ['The refund has not arrived'],
    });
  });

  it('finds plural and verb forms', async () => {
    expect(await first('cancelling subscriptions')).toBe('cancel');
    expect(await first('refunded')).toBe('refund');
  });

  it('finds accented words typed without accents, and the other way round', async () => {
    expect(await first('Zurich')).toBe('zurich');
    expect(await first('ZÜRICH')).toBe('zurich');
    expect(await first('pässword')).toBe('password');
  });

  it.each(['pasword', 'passwrod', 'pazsword', 'passsword', 'xassword', 'assword', 'apssword'])(
    'forgives the typo in %s',
    async (typed) => {
      expect(await first(typed)).toBe('password');
    },
  );

  it('forgives two typos in a long word', async () => {
    expect(await first('subcriptoin')).toBe('cancel');
  });

  it('does not take a word that the site knows for a typo', async () => {
    expect(await ids('hot')).not.toContain('about');
    expect(
      (await search(site, 'hot')).hits.every(({ passage }) => passage.marks.length > 0 || passage.text.includes('hot')),
    ).toBe(true);
  });

  it('finds by synonyms, but the very word first', async () => {
    expect(await first('stop my membership')).toBe('cancel');
    expect(await first('I want my money back')).toBe('refund');
    const both = await indexOf(
      [article('own', 'Membership', 'All about it'), article('other', 'Subscription', 'All about it')],
      { synonyms: [['membership', 'subscription']] },
    );
    expect(await ids('subscription', {}, both)).toEqual(['other', 'own']);
  });

  it('finds by keywords that the text does not show', async () => {
    expect(await first('passphrase')).toBe('password');
  });

  it('finds by the beginning of the last word while it is being typed', async () => {
    for (const typed of ['p', 'pa', 'pass', 'new passw', 'canc', 'motor temperat', 'temperatu']) {
      const found = await ids(typed, { lastWordPartial: true });
      expect(found.length, typed).toBeGreaterThan(0);
    }
    expect(await first('choose a new passw', { lastWordPartial: true })).toBe('password');
    expect(await first('motor tempera', { lastWordPartial: true })).toBe('e-1042');
    expect(await ids('tempera', { lastWordPartial: false })).toEqual([]);
  });

  it('finds titles by a query of nothing but stop words', async () => {
    expect(await ids('about')).toEqual(['about']);
    expect(await ids('what')).toEqual(['codes']);
  });

  it('answers an e-mail of 4,000 characters', async () => {
    const email =
      `Hello, I bought a bike last year and everything was fine until Monday. ${'My refund has not arrived and the bank says nothing came from you. '.repeat(60)}`.slice(
        0,
        4000,
      );
    const outcome = await search(site, email);
    expect(outcome.hits[0]?.article).toBe('refund');
    expect(outcome.query).toBe(email);
  });

  it('finds every part of a Chinese or Korean title', async () => {
    const parts = (title: string) =>
      Array.from(title).flatMap((_, from) =>
        Array.from({ length: title.length - from }, (__, more) => title.slice(from, from + more + 1)),
      );
    for (const part of parts('如何申请退款')) expect(await ids(part), part).toContain('chinese');
    for (const part of parts('비밀번호 재설정').filter((one) => one.trim() !== ''))
      expect(await ids(part), part).toContain('korean');
  });

  it('finds Korean words whatever their endings and spaces', async () => {
    expect(await first('비밀번호를 재설정하고 싶어요')).toBe('korean');
    expect(await first('비밀번호재설정')).toBe('korean');
  });

  it('finds nothing, and says so, for words no article has', async () => {
    expect(await search(site, 'лодка')).toMatchObject({ verdict: 'none', hits: [], tier: 'lexical' });
    expect(await search(site, '')).toMatchObject({ verdict: 'none', hits: [] });
    expect(await search(site, '?! …')).toMatchObject({ verdict: 'none', hits: [] });
  });

  it('gives the same outcome each time', async () => {
    expect(await search(site, 'refund of my subscription')).toEqual(await search(site, 'refund of my subscription'));
  });

  it('keeps scores between 0 and 1, best first', async () => {
    const scores = (await search(site, '"motor" e-1042 hot')).hits.map((hit) => hit.score);
    expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
    expect([...scores].sort((one, other) => other - one)).toEqual(scores);
  });

  it('shows as many hits as asked for', async () => {
    expect(await ids('the motor code refund password', { limit: 2 })).toHaveLength(2);
  });
});
