import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { list } from '../../../../../src/search/indexer/distil/phrases/phrases.ts';
import { phrasesOf } from '../../../../../src/search/indexer/distil/phrases/phrases-of.ts';
import { questionSpans } from '../../../../../src/search/indexer/distil/question-spans.ts';
import { seededRandom } from '../../../../../src/search/indexer/distil/seeded-random.ts';
import { siteQuestions } from '../../../../../src/search/indexer/distil/site-questions.ts';
import { indexSections } from '../../../../../src/search/indexer/index-document.ts';
import { article } from '../../small-site.ts';

const hashOf = (texts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 16);
const questions = (locale: string, count: number): string[] =>
  questionSpans(count, phrasesOf(locale)!, seededRandom('questions'));

/** Brands and words that Chinese, Japanese and Koreans write in Latin letters. */
const LATIN_NAMES = new Set(
  list(`
  vip | qq | app | ipad | iphone | wifi | wi-fi | ip | api | u | otp | pin | as | qr | pdf | usb | sd | ktx | tv | pc | id | sms | line | paypay | amazon | suica | url |
  sim | esim | mac | android | bluetooth | windows | etc
  `),
);
const latinWords = (text: string): string[] =>
  text.toLowerCase().match(/(?<![\p{Script=Latin}])[\p{Script=Latin}-]+/gu) ?? [];

describe('made-up questions', () => {
  // The prior that comes with the project was learned from these.
  it('in English are the same as ever for the same seed', async () => {
    expect(hashOf(questions('en', 20_000))).toBe('b23c6fe57aeafa2c');
    const site = [
      article('cancel', 'How do I cancel my order?', 'Cancel the order. The money is refunded to the card.', {
        'Lost money': 'The refund orders money. Refunds charge the card.',
      }),
      article('lost', 'My card: lost', 'Lock the lost card. Reset the password. Do lock the bike.'),
      article(
        'battery',
        'Charge the battery',
        'The battery charges the bike. How do I charge? Cards do charge. Reset my battery lock.',
      ),
    ];
    expect(hashOf(await siteQuestions(indexSections(site), 'en'))).toBe('c498d52f1c024b5d');
  });

  describe.each(['en', 'zh-cn', 'ko', 'ja', 'de', 'fr', 'es'])('in %s', (locale) => {
    const drawn = questions(locale, 1_000);
    const phrases = phrasesOf(locale)!;

    it('have no blank left, no word missing and no space too much', () => {
      for (const question of drawn) expect(question).not.toMatch(/[{}|~]|undefined| {2}|^\s|\s$/);
      const known = new Set(Object.keys({ ...phrases.things[0], ...phrases.actions[0], state: '', other: '' }));
      for (const frame of [...phrases.frames, ...phrases.determiners])
        for (const [, blank] of frame.matchAll(/\{([^{}]*)\}/g)) expect(known, frame).toContain(blank);
      for (const [first, ...others] of [phrases.things, phrases.actions])
        for (const forms of others) expect(Object.keys(forms), JSON.stringify(forms)).toEqual(Object.keys(first!));
      for (const { thing, other } of phrases.things) expect(Math.min(thing!.length, other!.length)).toBeGreaterThan(0);
      for (const state of phrases.states)
        for (const [, blank] of state.matchAll(/\{([^{}]*)\}/g)) expect(known, state).toContain(blank);
    });

    it('are nearly all different', () => {
      expect(new Set(drawn).size).toBeGreaterThanOrEqual(950);
    });

    it('have parts enough, and none twice', () => {
      const { frames, actions, things, states } = phrases;
      expect(frames.length).toBeGreaterThanOrEqual(120);
      expect(actions.length).toBeGreaterThanOrEqual(150);
      expect(things.length).toBeGreaterThanOrEqual(350);
      for (const parts of [frames, actions, things, states]) {
        const texts = parts.map((part) => JSON.stringify(part));
        expect(texts.filter((text, place) => texts.indexOf(text) !== place)).toEqual([]);
      }
    });

    it('are often about a thing with a number', () => {
      expect(drawn.filter((question) => question.includes('#')).length).toBeGreaterThan(40);
    });
  });

  it.each(['zh', 'ko', 'ja'])('in %s have Latin letters in brands and technical words alone', (locale) => {
    const foreign = questions(locale, 1_000).flatMap(latinWords);
    expect(foreign.filter((word) => !LATIN_NAMES.has(word))).toEqual([]);
    expect(foreign.length).toBeGreaterThan(0);
  });

  it.each(['zh', 'ja'])('in %s have no spaces between words of their script', (locale) => {
    const spaced = questions(locale, 1_000).filter((question) => / /.test(question));
    // Japanese searches have them between nouns.
    expect(spaced.length).toBeLessThanOrEqual(locale === 'ja' ? 60 : 0);
  });

  it('in Korean have each particle as the word before it asks for it', () => {
    for (const question of questions('ko', 2_000)) {
      expect(question).not.toMatch(/[가-힣]\/[가-힣]/);
      // Taken apart, a syllable without a final ends in a vowel.
      const letters = question.normalize('NFD');
      expect(letters, question).not.toMatch(new RegExp(`[\\u1161-\\u1175]${'을'.normalize('NFD')} `));
      expect(letters, question).not.toMatch(new RegExp(`[\\u11a8-\\u11c2]${'를'.normalize('NFD')} `));
    }
  });

  it.each([
    ['de', '(?:der|die|das|den|dem|ein|einen|eine|mein|meine|meinen|meinem|meiner|kein|keinen|keine|diesen|dieses)'],
    ['fr', "(?:le|la|les|l'|un|une|des|mon|ma|mes|ce|cet|cette|ces|du|au|aux)"],
    ['es', '(?:el|la|los|las|un|una|unos|unas|mi|mis|este|estos|estas|al|del)'],
  ])('in %s have no article or pronoun beside another', (locale, article) => {
    const beside = new RegExp(`(?<!\\p{L})${article} ?(?<=[ '])${article}(?!\\p{L})`, 'iu');
    expect(questions(locale, 3_000).filter((question) => beside.test(question))).toEqual([]);
  });

  it('in French and Spanish are joined as these ask for', () => {
    for (const question of questions('fr', 2_000)) {
      expect(question).not.toMatch(/(?<!\p{L})(?:de|à) les? /iu);
      expect(question).not.toMatch(/(?<!\p{L})(?:[dl]e|la|ma|que) [aeiouéèê]/iu);
    }
    for (const question of questions('es', 2_000)) expect(question).not.toMatch(/(?<!\p{L})(?:de|a) el /iu);
  });

  it.each([
    ['zh-cn', '更换链条锁', '链条锁在显示屏背面。', /链条锁/, /链条锁.*怎么|更换链条锁/],
    [
      'ko',
      '체인 바꾸기',
      '체인을 프레임에 겁니다. 체인이 늘어나면 프레임을 확인하세요.',
      /체인(?:이|을|은|과| )/,
      /체인 바꿀 수/,
    ],
    ['ja', 'チェーンの交換方法', 'チェーンをフレームに掛けます。', /チェーンが/, /チェーンを交換し/],
    ['de', 'Kette wechseln', 'Die Kette liegt am Rahmen. Zur Rechnung gehört die Kette.', /Kette/, /Kette zu wechseln/],
    ['de', 'Rechnung', 'Die Rechnung kommt per Post.', /meine Rechnung/, /eine Rechnung/],
    ['fr', "Changer l'antivol", "L'antivol est sur le cadre.", /mon antivol/, /changer l'antivol/],
    ['es', 'Cambiar el candado', 'El candado está en el cuadro.', /mi candado/, /cambiar el candado/],
  ])(
    'of a site in %s are about its things and do what its titles tell: %s',
    async (locale, title, text, thing, done) => {
      const asked = await siteQuestions(indexSections([article('a', title, text)]), locale);
      expect(asked.length).toBeGreaterThan(1_000);
      for (const told of [thing, done])
        expect(asked.filter((question) => told.test(question)).length).toBeGreaterThan(3);
      for (const question of asked) expect(question).not.toMatch(/[{}|~]|undefined| {2}|[가-힣]\/[가-힣]/);
    },
  );

  it('are none for a language that nobody wrote phrases for', async () => {
    expect(phrasesOf('sw')).toBeUndefined();
    expect(await siteQuestions(indexSections([article('a', 'Ghairi agizo', 'Ghairi.')]), 'sw')).toEqual([]);
  });
});
