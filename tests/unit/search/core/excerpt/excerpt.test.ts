import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt } from '../../../../../src/search/core/excerpt/excerpt.ts';
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

/** The passage of a text for words that count so much. */
function passageOf(text: string, weights: Record<string, number>, maxLength: number): string {
  const query = Object.keys(weights).join(' ');
  return bracketed(
    excerpt(
      text,
      { text: query, words: plainWords(query, english), weights: Object.values(weights) },
      english,
      maxLength,
    ),
  );
}

describe('the passage of a hit', () => {
  it('is made of the sentences that answer, with the matched words marked', async () => {
    expect(await passage('replace the battery', { passageLength: 100 })).toBe(
      'To [replace] the [battery], open the lock under the saddle and pull the [battery] upwards. Keep it dry.',
    );
  });

  it('looks for what the title and the heading above it do not say already', async () => {
    const cancelling = await indexOf([
      article(
        'cancel',
        'Cancel your subscription',
        'Do it three days before the month ends. Tap Cancel subscription. The deposit is sent back.',
      ),
    ]);
    const begins = async (query: string) =>
      (await search(cancelling, query, { passageLength: 40 })).hits[0]!.passage.text;
    expect(await begins('cancel subscription')).toBe('Do it three days before the month ends.');
    expect(await begins('cancel subscription deposit')).toBe('The deposit is sent back.');
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

  it('marks Korean by pairs, not by single characters', async () => {
    expect(await passage('환불 요청')).toBe('[환불]을 [요청]하려면 주문을 여세요. [환불]은 사흘이 걸립니다.');
  });

  it('shows where a sentence was cut', async () => {
    expect(await passage('saddle', { passageLength: 60 })).toMatch(/^To replace .*\[saddle\].* …$/);
    expect(await passage('upwards', { passageLength: 60 })).toMatch(/^… .*\[upwards\]\.( |$)/);
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

describe('of all windows of a text', () => {
  it('the one is shown whose words count the most', () => {
    const text = 'The lock is new. The key is old.';
    expect(passageOf(text, { lock: 1, key: 2 }, 16)).toBe('The [key] is old.');
    expect(passageOf(text, { lock: 2, key: 1 }, 16)).toBe('The [lock] is new.');
  });

  it('the first one is shown where none says anything, or what it says counts nothing', () => {
    expect(passageOf('The lock is new. The key is old.', { saddle: 1 }, 16)).toBe('The lock is new.');
    expect(passageOf('The lock is new. The key is old.', { key: 0 }, 16)).toBe('The lock is new.');
    const unweighed = excerpt(
      'The lock is new. The key is old.',
      { text: 'key', words: plainWords('key', english), weights: [] },
      english,
      16,
    );
    expect(unweighed.text).toBe('The lock is new.');
  });

  it('as many whole sentences are shown as there is room for, to the last character', () => {
    const text = 'One lock. Two keys. Six bolts.';
    expect(passageOf(text, { lock: 1 }, 19)).toBe('One [lock]. Two keys.');
    expect(passageOf(text, { lock: 1 }, 18)).toBe('One [lock].');
    expect(passageOf(text, { lock: 1 }, 30)).toBe('One [lock]. Two keys. Six bolts.');
  });

  it('a repeated word adds a tenth of its weight', () => {
    const text = 'Lock lock lock. The lock and key.';
    // 1 + 0.1 + 0.1 for the first, 1 and the key for the second; each begins with what it says, worth a twentieth more.
    expect(passageOf(text, { lock: 1, key: 0.12 }, 17)).toBe('[Lock] [lock] [lock].');
    expect(passageOf(text, { lock: 1, key: 0.25 }, 17)).toBe('The [lock] and [key].');
  });

  it('the one is shown that begins with the words, where two say the same', () => {
    expect(passageOf('Nothing here. Turn the lock. Nothing more.', { lock: 1 }, 28)).toBe(
      'Turn the [lock]. Nothing more.',
    );
    expect(passageOf('Nothing here. Turn the lock. Take the key.', { lock: 1, key: 0.5 }, 28)).toBe(
      'Turn the [lock]. Take the [key].',
    );
  });

  it('a word counts for the beginning of a sentence only where it stands in it', () => {
    expect(passageOf('没有。锁上。', { 锁: 1 }, 6)).toBe('[锁]上。');
  });

  it('a little more is worth more than to begin with the words', () => {
    expect(passageOf('Take a key. Turn the lock. Nothing more.', { lock: 1, key: 0.1 }, 27)).toBe(
      'Take a [key]. Turn the [lock].',
    );
    expect(passageOf('Take a key. Turn the lock. Nothing more.', { lock: 1, key: 0.04 }, 27)).toBe('Turn the [lock].');
  });

  it('words outside count nothing', () => {
    expect(passageOf('Lock. Key, saddle. Lock, lock, lock.', { lock: 1, key: 0.7, saddle: 0.7 }, 12)).toBe(
      '[Key], [saddle].',
    );
  });

  it('there is none of a text without words', () => {
    expect(excerpt('', { text: 'lock', words: plainWords('lock', english), weights: [1] }, english, 100)).toEqual({
      text: '',
      marks: [],
    });
  });
});

describe('the marks of a passage', () => {
  it('are one where they overlap or touch', () => {
    expect(passageOf('비밀번호 재설정, 재설정, 재설정.', { 재설정: 1 }, 100)).toBe(
      '비밀번호 [재설정], [재설정], [재설정].',
    );
    expect(passageOf('환불요청', { '환불 a 요청': 1 }, 100)).toBe('[환불요청]');
  });

  it('hold the whole of a version whose parts match too', () => {
    expect(passageOf('Take version 4.1.2 of it.', { '4.1.2': 1 }, 100)).toBe('Take version [4.1.2] of it.');
  });

  it('are single characters where no pair is there', () => {
    expect(passageOf('申请退款。', { 退: 1 }, 100)).toBe('申请[退]款。');
    expect(passageOf('申请退款，退货。', { 退款: 1 }, 100)).toBe('申请[退款]，退货。');
  });

  it('reach to the very end of a text without a full stop', () => {
    expect(passageOf('Open the lock', { open: 1, lock: 1 }, 100)).toBe('[Open] the [lock]');
  });
});

describe('the signs of a cut', () => {
  const long = 'Open the lock under the saddle and pull the battery out';

  it('stand at the end that is cut', () => {
    expect(passageOf(long, { open: 1 }, 20)).toBe('[Open] the lock under …');
    expect(passageOf(long, { saddle: 1 }, 20)).toBe('… the [saddle] and pull …');
    expect(passageOf(long, { battery: 1 }, 20)).toBe('… the [battery] out');
    expect(passageOf(`${long}  \n`, { battery: 1 }, 20)).toBe('… the [battery] out');
  });

  it('stand behind a number with a dot, which ends no sentence', () => {
    expect(passageOf('Take version 4.1 of the driver and install it', { version: 1 }, 19)).toBe(
      'Take [version] 4.1 of …',
    );
  });

  it('stand near the beginning of a text too', () => {
    expect(passageOf('Abcde fghij klmno', { fghij: 1 }, 6)).toBe('… [fghij] …');
    expect(passageOf('Stop. Then the lock is opened and more', { stop: 1 }, 5)).toBe('[Stop].');
  });

  it('do not stand where a sentence begins or ends behind a closing quotation mark', () => {
    expect(passageOf('他说「好。」然后锁上。再走。', { 锁: 1 }, 6)).toBe('然后[锁]上。');
    expect(passageOf('他说「好。」然后锁上。再走。', { 好: 1 }, 6)).toBe('他说「[好]。」');
  });

  it('do not stand before a list, nor between lines', () => {
    expect(passageOf('Take the lock: 1. Open it. 2. Close it.', { lock: 1 }, 14)).toBe('Take the [lock]:');
    expect(passageOf('Nothing\nOpen the lock\nNothing', { lock: 1 }, 13)).toBe('Open the [lock] …');
  });
});
