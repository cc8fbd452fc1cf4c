import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rank } from '../../../../src/search/core/rank/rank.ts';
import { article, indexOf } from '../small-site.ts';
import { firstArticle, type Titles } from './first-article.ts';

const KINDS: [kind: string, locale: string, titles: Titles, questions: Record<string, string>][] = [
  [
    'invisible characters in titles and questions',
    'en',
    { plan: 'Choose a member\u00adship', town: 'The de\u200blivery town', shop: '\ufeffOpening hours\u200f' },
    { membership: 'plan', 'mem\u2060bership': 'plan', delivery: 'town', 'opening hours': 'shop' },
  ],
  [
    'the half-space of Persian',
    'fa',
    { cancel: 'چگونه لغو می\u200cشود', order: 'سفارش\u200cهای من', pay: 'پرداخت' },
    { میشود: 'cancel', 'می شود': 'cancel', 'می\u200cشود': 'cancel', سفارشهای: 'order', 'سفارش های من': 'order' },
  ],
  [
    'Arabic letters in all their forms, with their digits',
    'ar',
    { invoice: 'الفواتير السابقة', code: 'الرمز ٥٠٣ عند الدفع', address: 'تغيير عنوان المنزل', card: 'إضافة بطاقة' },
    {
      فواتير: 'invoice',
      الفواتيـــر: 'invoice',
      '503': 'code',
      '٥٠٣': 'code',
      '۵۰۳': 'code',
      اضافه: 'card',
      بطاقات: 'card',
      عُنْوَان: 'address',
    },
  ],
  [
    'Korean as macOS writes it',
    'ko',
    { refund: '환불 신청'.normalize('NFD'), login: '로그인' },
    { 환불: 'refund', ['로그인'.normalize('NFD')]: 'login' },
  ],
  [
    'half-width katakana and full-width letters',
    'ja',
    { battery: 'ﾊﾞｯﾃﾘｰの交換', code: 'エラー７０２', camera: 'カメラ' },
    { バッテリー: 'battery', '702': 'code', ｶﾒﾗ: 'camera' },
  ],
  [
    'Hindi and Thai digits',
    'hi',
    { code: 'त्रुटि ५०३', address: 'पता बदलें' },
    { '503': 'code', '५०३': 'code', पता: 'address' },
  ],
  ['Thai', 'th', { code: 'ข้อผิดพลาด ๕๐๓', card: 'เปลี่ยนบัตร' }, { '503': 'code', บัตร: 'card' }],
  [
    'Ukrainian apostrophes',
    'uk',
    { link: 'З’єднання з мережею', family: "Сім'я", card: 'Картка' },
    { "з'єднання": 'link', зʼєднання: 'link', зєднання: 'link', 'сім’я': 'family', сімя: 'family' },
  ],
  [
    'Catalan',
    'ca',
    { photo: 'Cancel·lar la col·lecció', card: 'La targeta' },
    { 'cancel.lar': 'photo', 'cancel-lar': 'photo', cancellar: 'photo', coŀlecció: 'photo', COL·LECCIÓ: 'photo' },
  ],
  [
    'Turkish i',
    'tr',
    { light: 'Işık ayarları', cancel: 'İptal etme', card: 'Kart' },
    { IŞIK: 'light', ışık: 'light', isik: 'light', İPTAL: 'cancel', iptal: 'cancel', IPTAL: 'cancel' },
  ],
  [
    'German umlauts',
    'de',
    { oil: 'Öl wechseln', door: 'Übergang öffnen', size: 'Größen tauschen' },
    {
      oel: 'oil',
      Oelwechsel: 'oil',
      uebergang: 'door',
      oeffnen: 'door',
      geoeffnet: 'door',
      groesse: 'size',
      grosse: 'size',
    },
  ],
  [
    'versions and models',
    'en',
    {
      range: ['Menu is empty', 'Seen in 5.1.2-5.1.6.'],
      patch: ['Report fails', 'Seen in 5.2.2-p1.'],
      node: ['Runtimes', 'Node22.4 is there.'],
      lens: 'QX-2000ZR5 is blurred',
      limit: ['Limits', 'You may send 25,000 units.'],
    },
    {
      '5.1.6': 'range',
      '5.1.4': 'range',
      '5.2.2-p1': 'patch',
      '5.2.2': 'patch',
      'node 22.4': 'node',
      node22: 'node',
      zr5: 'lens',
      'qx 2000': 'lens',
      qx2000zr5: 'lens',
      '25000': 'limit',
    },
  ],
];

describe('words as people write them', () => {
  it.each(KINDS)('finds %s', async (_, locale, titles, questions) => {
    const first = await firstArticle(locale, titles);
    for (const [question, wanted] of Object.entries(questions)) expect(await first(question), question).toBe(wanted);
  });
});

describe('a ranking, on any question', async () => {
  const titles = [
    'Reset a password',
    'Größe ändern',
    '환불 신청',
    'パスワードを忘れた',
    'إعادة تعيين كلمة المرور',
    'Log in',
    'E-1042',
  ];
  const index = await indexOf(titles.map((title, place) => article(String(place), title, `${title} – 2.3.5, ½ & ﬁve`)));
  const ranked = async (question: string) =>
    (await rank(index, question)).articles.map(({ article: number, score }) => [number, score]);
  const invisible = [
    ...'\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202e\u2060\u2064\u2069\ufe0f\ufeff',
  ];
  const question = fc.oneof(
    fc.constantFrom(...titles),
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...titles.join('')) }),
  );

  it('is the same whatever invisible characters stand anywhere in it', async () => {
    await fc.assert(
      fc.asyncProperty(question, fc.infiniteStream(fc.constantFrom('', '', ...invisible)), async (text, between) => {
        const hidden = [...text].map((character) => character + between.next().value).join('');
        expect(await ranked(hidden)).toEqual(await ranked(text));
      }),
    );
  });

  it('is the same whatever invisible characters stand in titles and texts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.constantFrom('', '', '', ...invisible)), async (between) => {
        const hide = (text: string) => [...text].map((character) => between.next().value + character).join('');
        const hidden = await indexOf(
          titles.map((title, place) => article(String(place), hide(title), hide(`${title} – 2.3.5, ½ & ﬁve`))),
        );
        for (const title of [...titles, 'password', '2.3.5'])
          expect((await rank(hidden, title)).articles.map(({ article: number, score }) => [number, score])).toEqual(
            await ranked(title),
          );
      }),
      { numRuns: 20 },
    );
  });

  it('is the same for all normal forms of the question', async () => {
    await fc.assert(
      fc.asyncProperty(question, fc.constantFrom('NFC', 'NFD', 'NFKC', 'NFKD'), async (text, form) => {
        fc.pre(!/[™℠´]/.test(text));
        expect(await ranked(text.normalize(form))).toEqual(await ranked(text));
      }),
    );
  });
});
