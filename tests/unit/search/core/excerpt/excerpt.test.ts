import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ExcerptOptions, excerpt } from '../../../../../src/search/core/excerpt/excerpt.ts';
import { type SearchOptions, search } from '../../../../../src/search/core/search.ts';
import { loadLanguage } from '../../../../../src/search/core/text/language.ts';
import type { Passage } from '../../../../../src/search/core/types.ts';
import { article, indexOf } from '../../small-site.ts';
import { plainWords } from '../resolved-words.ts';

const english = await loadLanguage('en');

const TEXT =
  'Every bike has a battery. It lasts for sixty kilometres. To replace the battery, open the lock under the saddle and pull the battery upwards. Keep it dry. The charger belongs to the bike. Leave it with us when you move.';
const site = await indexOf(
  [
    article('battery', 'Batteries', TEXT),
    article(
      'refund',
      'Refunds',
      'We refund what you paid. Refunding takes five days; a refunded order shows a green mark.',
    ),
    article('korean', '환불', '환불을 요청하려면 주문을 여세요. 환불은 사흘이 걸립니다.'),
    article('hostile', 'Hostile', 'Type <img src=x onerror=alert(1)> & more of <b>this</b> into the sabotage field.'),
  ],
  { synonyms: [['charger', 'adapter']] },
);

/** A passage with its marks in brackets. */
function bracketed({ text, marks }: Passage): string {
  return marks.reduceRight(
    (marked, [start, end]) => `${marked.slice(0, start)}[${marked.slice(start, end)}]${marked.slice(end)}`,
    text,
  );
}

/** The passage of the first hit. */
async function passage(query: string, options: SearchOptions = {}): Promise<string> {
  return bracketed((await search(site, query, options)).hits[0]!.passage);
}

/** The passage of a section's lines for words that count so much. */
function passageOf(
  text: string,
  weights: Record<string, number>,
  maxLength: number,
  more: Partial<ExcerptOptions> = {},
): string {
  const query = Object.keys(weights).join(' ');
  return excerpt(
    text,
    { text: query, words: plainWords(query, english), weights: Object.values(weights) },
    { language: english, maxLength, ...more },
  );
}

describe('the passage of a hit', () => {
  it('is made of the article’s first words and of the sentences that answer, with the words that tell marked', async () => {
    expect(await passage('replace the battery', { passageLength: 150 })).toBe(
      'Every bike has a [battery]. It lasts for sixty kilometres. To [replace] the [battery], open the lock under the saddle and pull the [battery] upwards.',
    );
    expect(await passage('battery upwards saddle', { passageLength: 100 })).toBe(
      'To replace the [battery], open the lock under the [saddle] and pull the [battery] [upwards]. Keep it dry.',
    );
  });

  it('marks every form of a word', async () => {
    expect(await passage('refunds')).toBe(
      'We [refund] what you paid. [Refunding] takes five days; a [refunded] order shows a green mark.',
    );
  });

  it('marks the word whose beginning was typed', async () => {
    expect(await passage('kilom', { lastWordPartial: true, passageLength: 60 })).toContain('sixty [kilometres]');
  });

  it('marks synonyms and repaired typos', async () => {
    expect(await passage('adapter', { passageLength: 60 })).toContain('The [charger] belongs');
    expect(await passage('kilometrse', { passageLength: 60 })).toContain('[kilometres]');
  });

  it('marks Korean words whole, with their endings', async () => {
    expect(await passage('환불 요청')).toBe('[환불을] [요청하려면] 주문을 여세요. [환불은] 사흘이 걸립니다.');
  });

  it('holds the text as it is, markup and all, for the interface to show as text', async () => {
    expect(await passage('sabotage')).toBe(
      'Type <img src=x onerror=alert(1)> & more of <b>this</b> into the [sabotage] field.',
    );
  });

  it('has marks inside its text, ascending and apart, within its length', async () => {
    const words = fc.array(fc.constantFrom('battery', 'bike', 'refund', 'charger', '환불', 'saddle', 'dry', 'xyz'), {
      minLength: 1,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(words, fc.integer({ min: 20, max: 300 }), async (query, passageLength) => {
        for (const {
          passage: { text, marks },
        } of (await search(site, query.join(' '), { passageLength })).hits) {
          expect(text.length).toBeLessThanOrEqual(passageLength + 4);
          let before = -1;
          for (const [start, end] of marks) {
            expect(start).toBeGreaterThan(before);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            before = end;
          }
        }
      }),
    );
  });
});

describe('an article’s opening', () => {
  const opening = { opening: true };
  const text = [
    'Cancel at least three days before your renewal date and book a free collection.',
    'Cancel in the app at least three days before your renewal date.',
    'You can ride until the end of the month.',
    '1. Open Account.',
    '2. Tap Cancel.',
    'The deposit comes back in ten days.',
  ].join('\n');

  it('is told by what the article says about itself, and goes on with what that leaves out', () => {
    expect(passageOf(text, { cancel: 1 }, 125, opening)).toBe(
      'Cancel at least three days before your renewal date and book a free collection.\nYou can ride until the end of the month.',
    );
  });

  it('goes on where the question is answered', () => {
    expect(passageOf(text, { deposit: 1 }, 140, opening)).toBe(
      'Cancel at least three days before your renewal date and book a free collection.\nThe deposit comes back in ten days.',
    );
  });

  it('is told by the answer alone where both have no room', () => {
    expect(passageOf(text, { deposit: 1 }, 100, opening)).toBe('The deposit comes back in ten days.');
  });

  it('does without a description that an import cut', () => {
    expect(
      passageOf(
        'When uploading, this error may occur…\nWhen uploading, this error may occur:\n\tFatal: 7\nNo board was selected.',
        {},
        100,
        opening,
      ),
    ).toBe('No board was selected.');
  });
});

describe('the passage of a section', () => {
  it('begins where the section begins, unless another paragraph says more', () => {
    expect(passageOf('The lock is new.\nThe key is old.', { lock: 1, key: 2 }, 16)).toBe('The key is old.');
    expect(passageOf('The lock is new.\nThe key is old.', { lock: 2, key: 2.2 }, 16)).toBe('The lock is new.');
    expect(passageOf('The lock is new.\nThe key is old.', { saddle: 1 }, 16)).toBe('The lock is new.');
    expect(passageOf('The lock is new.\nThe key is old.', { key: 0 }, 16)).toBe('The lock is new.');
  });

  it('has as many whole sentences as there is room for, to the last character', () => {
    const text = 'One lock. Two keys. Six bolts.';
    expect(passageOf(text, { lock: 1 }, 19)).toBe('One lock. Two keys.');
    expect(passageOf(text, { lock: 1 }, 18)).toBe('One lock.');
    expect(passageOf(text, { lock: 1 }, 30)).toBe(text);
  });

  it('has half as many characters of Chinese or Korean', () => {
    expect(passageOf('先打开锁。再走。', { 锁: 1 }, 13)).toBe('先打开锁。');
    expect(passageOf('先打开锁。再走。', { 锁: 1 }, 18)).toBe('先打开锁。再走。');
  });

  it('says nothing twice, neither the same nor nearly the same', () => {
    expect(
      passageOf('Put the money into the account. Then put the money into your account. Pay now.', { pay: 1 }, 200),
    ).toBe('Put the money into the account. Pay now.');
    expect(passageOf('退款当天退回原付款方式。当天退款，退回原付款方式。请等待。', {}, 200)).toBe(
      '退款当天退回原付款方式。请等待。',
    );
  });

  it('says nothing that the title and the headings say', () => {
    expect(
      passageOf('Upload failed: exit status 74.\nThe port is busy.', {}, 200, {
        above: ['Upload failed', 'Exit status 74'],
      }),
    ).toBe('The port is busy.');
  });

  it('begins a procedure with its first step, and with what announces it where there is room', () => {
    const text = 'Nothing else helps.\nDo this:\n1. Open the app.\n2. Tap the bolt.\n3. Wait.';
    expect(passageOf(text, { bolt: 1 }, 51)).toBe('Do this:\n1. Open the app.\n2. Tap the bolt.\n3. Wait.');
    expect(passageOf(text, { bolt: 1 }, 37)).toBe('1. Open the app.\n2. Tap the bolt.');
  });

  it('begins with the first step where others follow bullets', () => {
    const text = '1. Open the app.\n• On the phone.\n2. Tap the bolt.\n3. Wait.';
    expect(passageOf(text, { bolt: 1 }, 60)).toBe('1. Open the app.\n• On the phone.\n2. Tap the bolt.');
    expect(passageOf(text, { bolt: 1 }, 34)).toBe('1. Open the app.\n• On the phone.');
  });

  it('has three items of a list, or rows, at most', () => {
    expect(passageOf('• One.\n• Two.\n• Three.\n• Four.', {}, 200)).toBe('• One.\n• Two.\n• Three.');
  });

  it('leaves out a bullet whose first sentence was said before, but no bullet that is nearly like another', () => {
    expect(
      passageOf('Check it every two months.\n• Check it every two months. Charge it.\n• Keep it dry.', {}, 200),
    ).toBe('Check it every two months.\n• Keep it dry.');
    const boards = '• Nano 33 BLE Sense Rev2\n• Nano 33 BLE Sense\n• Nano 33 BLE';
    expect(passageOf(boards, {}, 200)).toBe(boards);
  });

  it('shows links as a list where nothing else is said', () => {
    const links = 'Both can be updated:\n\t• Use the updater in the IDE\n\t• Update both in the cloud';
    expect(passageOf(links, {}, 200)).toBe(links.replaceAll('\t', ''));
  });

  it('shows of a table the rows that are asked for', () => {
    const text = 'Plan: Day · Price: €9\nPlan: City · Price: €69\nPlan: Trail · Price: €99';
    expect(passageOf(text, { trail: 1 }, 200)).toBe('Plan: Trail · Price: €99');
    expect(passageOf(text, {}, 200)).toBe(text);
  });

  it('cuts a row too long behind a cell', () => {
    expect(passageOf('Plan: Day · Price: €9 · Riders: one', {}, 30)).toBe('Plan: Day · Price: €9 …');
  });

  it('has what stands before a few words that say too little alone', () => {
    const text = 'Check that you have signal.\nRestart the phone.';
    expect(passageOf(text, { restart: 1 }, 100)).toBe(text);
  });

  it('leaves out code, lists of links, and what announces them', () => {
    const text = 'In this article:\n\t• The lock\n\t• The key\nRun this:\n\tlock --open\nThe lock opens.';
    expect(passageOf(text, { lock: 1 }, 100)).toBe('The lock opens.');
    expect(passageOf('\tlock --open', { lock: 1 }, 100)).toBe('lock --open');
  });

  it('leaves out what is no sentence, unless there is nothing else', () => {
    expect(passageOf('Arduino Forum\nAsk the community.', { forum: 1 }, 100)).toBe('Ask the community.');
    expect(passageOf('Arduino Forum\nDiscord', {}, 100)).toBe('Arduino Forum\nDiscord');
  });

  it('does not end with what announces something', () => {
    expect(passageOf('Take the lock. Then do this:\n1. Open it with the key that came with it.', {}, 40)).toBe(
      'Take the lock.',
    );
  });

  it('is none of a text without words', () => {
    expect(passageOf('', { lock: 1 }, 100)).toBe('');
  });

  it('shows where a sentence longer than the passage was cut', () => {
    const long = 'Open the lock under the saddle and pull the battery out';
    expect(passageOf(long, { open: 1 }, 20)).toBe('Open the lock under …');
    expect(passageOf(long, { saddle: 1 }, 20)).toBe('… the saddle and pull …');
    expect(passageOf(long, { battery: 1 }, 20)).toBe('… the battery out');
  });
});

describe('any passage', () => {
  const word = fc.constantFrom('lock', 'key', 'saddle', 'pump', 'tyre', 'map', 'door', '锁', '钥匙');
  const sentence = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => `The ${words.join(' ')}.`);
  const line = fc.oneof(
    fc.array(sentence, { minLength: 1, maxLength: 3 }).map((sentences) => sentences.join(' ')),
    sentence.map((step) => `1. ${step}`),
    sentence.map((bullet) => `• ${bullet}`),
    fc.tuple(word, word).map(([one, other]) => `Part: ${one} · Place: ${other}`),
    word.map((code) => `\t${code} --force`),
  );
  const text = fc.array(line, { minLength: 1, maxLength: 8 }).map((lines) => lines.join('\n'));
  const weights = fc.dictionary(word, fc.double({ min: 0, max: 3, noNaN: true }), { maxKeys: 3 });

  it('is made of whole sentences, steps and rows of the section, within its length, none of them twice', () => {
    fc.assert(
      fc.property(text, weights, fc.integer({ min: 60, max: 300 }), fc.boolean(), (lines, weighed, most, opening) => {
        const shown = passageOf(lines, weighed, most, { opening });
        expect(shown.length).toBeLessThanOrEqual(most);
        const units = shown.split(/(?<=[^\d]\.) |\n/).map((unit) => unit.replace(/^(?:\d+\.|•) /, ''));
        const written = lines
          .replace(/^\t/, '')
          .split(/(?<=[^\d]\.) |\n\t?/)
          .map((unit) => unit.replace(/^(?:\d+\.|•) /, ''));
        for (const unit of units) expect(written).toContain(unit);
        const sentences = units.filter((unit) => !unit.includes('--force'));
        expect(new Set(sentences).size).toBe(sentences.length);
      }),
      { numRuns: 300 },
    );
  });
});
