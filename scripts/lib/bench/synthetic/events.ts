import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { Event, TrackedEvent } from '../../../../src/schemas/events.ts';
import { pick, type Random, seededRandom } from '../../../../src/search/indexer/distil/seeded-random.ts';

const WORDS =
  'refund bike battery app lock invoice login password delivery late broken charge plan cancel pause theft cover repair light brake tyre change address card payment code error map'.split(
    ' ',
  );
const DAY_MS = 86_400_000;

/**
 * Writes `count` events of synthetic visits over 60 days: searches with words (one in ten unanswered), articles, answers
 * and contact. The same each time.
 */
export async function writeSyntheticEvents(file: string, count: number): Promise<void> {
  const out = createWriteStream(file);
  const random = seededRandom(7);
  let written = 0;
  for (let visit = 0; written < count; visit++) {
    const start = Date.UTC(2026, 2, 1) + Math.floor(random() * 60 * DAY_MS);
    const locale = pick(['en', 'en', 'en', 'ko', 'zh-cn'], random);
    const tracked = visitOf(random).slice(0, count - written);
    const lines = tracked.map((one, index) => {
      const event = {
        v: 1,
        id: uuid(written + index),
        visit: uuid(visit + 2 ** 40),
        at: new Date(start + index * 20_000).toISOString(),
        locale,
        surface: 'site',
        ...one,
      } as Event;
      return `${JSON.stringify(event)}\n`;
    });
    written += lines.length;
    if (!out.write(lines.join(''))) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

function visitOf(random: Random): TrackedEvent[] {
  const tracked: TrackedEvent[] = [];
  const searches = 1 + Math.floor(random() * 2);
  for (let index = 0; index < searches; index++) {
    // Common questions come often and rare ones seldom, as everywhere.
    const words = Array.from(
      { length: 2 + Math.floor(random() * 3) },
      () => WORDS[Math.floor(random() ** 2 * WORDS.length)]!,
    );
    const query = words.join(' ');
    const open = random() < 0.1;
    const article = `article-${Math.floor(random() ** 3 * 400)}`;
    tracked.push({
      type: 'search',
      query,
      length: query.length,
      verdict: open ? 'none' : 'confident',
      tier: 'instant',
      results: open ? 0 : 8,
      rank: open ? null : 1 + Math.floor(random() ** 2 * 5),
      article: open ? null : article,
    });
    if (!open) tracked.push({ type: 'open', article, from: 'search' });
    if (random() < 0.1)
      tracked.push({
        type: 'not-helpful',
        article,
        reason: pick(['unclear', 'incomplete', 'wrong', 'different', null] as const, random),
      });
    if (random() < 0.2) tracked.push({ type: 'answered', article, via: 'helpful' });
  }
  if (random() < 0.15)
    tracked.push(
      { type: 'contact-started' },
      { type: 'contact-sent', channel: pick(['email', 'phone', 'form'] as const, random) },
    );
  return tracked;
}

/** A UUID whose outer parts, which tell ids apart, both differ from number to number. */
function uuid(number: number): string {
  const hex = (Math.imul(number | 0, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0');
  return `${hex}-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}
