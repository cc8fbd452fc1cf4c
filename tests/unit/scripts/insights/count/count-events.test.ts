import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countEvents } from '../../../../../scripts/lib/insights/count/count-events.ts';
import { report } from '../../../../../scripts/lib/insights/report/report.ts';
import type { Event, TrackedEvent } from '../../../../../src/schemas/events.ts';
import { makeEvent } from '../../../analytics/make-event.ts';

const silent = { start() {}, advance() {}, stop() {} };
const search = (query: string, verdict: 'confident' | 'none' = 'none'): TrackedEvent => ({
  type: 'search',
  query,
  length: query.length,
  verdict,
  tier: 'instant',
  results: 3,
  rank: null,
  article: null,
});
let folder: string;
let number = 1;
const event = (tracked: TrackedEvent, visit: number, at?: string, locale?: string): Event =>
  makeEvent(tracked, number++, visit, at, locale);

const events = [
  event(search('Export my bills?'), 1),
  event({ type: 'open', article: 'invoices', from: 'search' }, 1),
  event({ type: 'not-helpful', article: 'invoices', reason: null }, 1),
  event({ type: 'not-helpful', article: 'invoices', reason: 'incomplete' }, 1),
  event({ type: 'not-helpful', article: 'invoices', reason: null, query: 'as a <b>PDF</b>' }, 1),
  event({ type: 'contact-sent', channel: 'email' }, 1, '2026-05-02T00:01:00.000Z'),
  event(search('export  my bills'), 2, '2026-05-03T10:00:00.000Z'),
  event({ type: 'open', article: 'invoices', from: 'link' }, 2, '2026-05-03T10:01:00.000Z'),
  event({ type: 'answered', article: 'invoices', via: 'helpful' }, 2, '2026-05-03T10:02:00.000Z'),
  event(search('<script>alert(1)</script>', 'confident'), 3, '2026-05-03T10:02:00.000Z', 'ko'),
];
const ndjson = (list: unknown[]) => list.map((one) => `${JSON.stringify(one)}\n`).join('');
const counted = (...names: string[]) =>
  countEvents(
    names.map((name) => join(folder, name)),
    100,
    silent,
  );

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'signpost-insights-test-'));
  await writeFile(join(folder, 'own.ndjson'), ndjson(events));
  await writeFile(join(folder, 'again.ndjson.gz'), gzipSync(ndjson(events.slice(0, 4))));
  await writeFile(
    join(folder, 'broken.ndjson'),
    `${ndjson([{ event: 'page view', properties: {} }])}{"v":1,"id":\n\n${JSON.stringify(events[0])}`,
  );
  await writeFile(join(folder, 'empty.ndjson'), '');
  await writeFile(
    join(folder, 'posthog.jsonl'),
    ndjson(
      events.map(({ id, visit, at, type, ...rest }) => ({
        uuid: id,
        event: `signpost ${type}`,
        distinct_id: visit,
        timestamp: at.replace('Z', '+00:00'),
        properties: JSON.stringify({ ...rest, $ip: null, $lib: 'signpost' }),
      })),
    ),
  );
  const columns = Object.fromEntries(
    [
      'query',
      'length',
      'verdict',
      'tier',
      'results',
      'rank',
      'article',
      'from',
      'via',
      'reason',
      'channel',
      'read',
      'seconds',
    ].map((name) => [name, null]),
  );
  await writeFile(
    join(folder, 'clickhouse.jsonl'),
    ndjson(events.map((one) => ({ ...columns, ...one, at: one.at.replace('T', ' ').replace('Z', '') }))),
  );
});
afterAll(() => rm(folder, { recursive: true }));

describe('counting files of events', () => {
  it('gives each visit one outcome, on the day it began', async () => {
    const { tally } = await counted('own.ndjson');
    expect(tally.total.outcomes).toEqual({ answered: 1, contacted: 1, silent: 1 });
    expect(Object.fromEntries([...tally.days].map(([day, { outcomes }]) => [day, outcomes]))).toEqual({
      '2026-05-01': { answered: 0, contacted: 1, silent: 0 },
      '2026-05-03': { answered: 1, contacted: 0, silent: 1 },
    });
    expect(tally.locales.get('ko')?.searches).toBe(1);
  });

  it('counts an article once for each visit, with the last reason and the contact that followed', async () => {
    const { tally } = await counted('own.ndjson');
    expect(tally.articles.get('invoices')).toEqual({
      visits: 2,
      locales: new Map([['en', 2]]),
      outdated: new Map(),
      contacted: 1,
      answered: 1,
      notHelpful: 1,
      reasons: { unclear: 0, incomplete: 1, wrong: 0, different: 0, none: 0 },
      words: ['as a <b>PDF</b>'],
    });
  });

  it('takes questions as one that differ in case, spaces and the mark at the end', async () => {
    const { questions } = await counted('own.ndjson');
    expect(questions.unanswered.map(({ text, count }) => [text, count])).toEqual([['Export my bills?', 2]]);
  });

  it('counts an event once that two files hold, one of them packed', async () => {
    const { tally } = await counted('own.ndjson', 'again.ndjson.gz');
    expect([tally.events, tally.duplicates]).toEqual([10, 4]);
  });

  it('passes over lines that hold nothing of ours and says where', async () => {
    const { tally, skipped } = await counted('broken.ndjson');
    expect(tally.events).toBe(1);
    expect(skipped).toEqual({
      count: 2,
      places: [`${join(folder, 'broken.ndjson')}:1`, `${join(folder, 'broken.ndjson')}:2`],
    });
  });

  it.each(['posthog.jsonl', 'clickhouse.jsonl'])('reads %s as our own', async (name) => {
    const [own, theirs] = [await counted('own.ndjson'), await counted(name)];
    expect(theirs.skipped.count).toBe(0);
    expect(theirs.tally).toEqual(own.tally);
    expect(theirs.questions).toEqual(own.questions);
  });

  it('names a file that is not there', async () => {
    await expect(counted('nowhere.ndjson')).rejects.toThrow(
      'nowhere.ndjson cannot be read; name files of events, such as events/*.ndjson.',
    );
  });
});

describe('the report', () => {
  it.each([
    ['en', 'What the help center answered'],
    ['zh-cn', '帮助中心解答了什么'],
    ['ko', '도움말이 해결한 것'],
  ])('in %s says what was counted and loads nothing', async (locale, title) => {
    const html = report(await counted('own.ndjson'), [], locale);
    expect(html).toContain(`<h1>${title}</h1>`);
    expect(html).not.toMatch(/<script|<link|src=|href=/);
    expect(html).toContain('&#x3C;script>alert(1)&#x3C;/script>');
    expect(html).not.toContain('insights.');
  });

  it('names an article with its file, and leads to where it is edited', async () => {
    const [title, file] = ['Invoices', 'content/articles/en/billing/invoices.md'];
    const edit = 'https://git.example/edit/invoices.md';
    const events = await counted('own.ndjson');
    expect(report(events, [], 'en', new Map([['invoices', { title, file, edit }]]))).toContain(
      `<a href="${edit}">Invoices</a> <code>${file}</code>`,
    );
    expect(report(events, [], 'en', new Map([['invoices', { title, file }]]))).toContain(
      `Invoices <code>${file}</code>`,
    );
  });

  it('offers to begin an article in a language of the site', async () => {
    const group = (locale: string) => {
      const question = { key: 'a', text: 'Is it "free"?', locale, count: 1, unanswered: 1, reported: 0 };
      return { locale, count: 1, questions: [question] };
    };
    const html = report(await counted('own.ndjson'), [group('en'), group('fr')], 'en', new Map(), ['en']);
    expect(html).toContain(`>npm run new -- "Is it 'free'?" --locale en</code>`);
    expect(html).toContain(`>npm run new -- "Is it 'free'?"</code>`);
  });

  it('shows what readers whom an article did not help needed', async () => {
    expect(report(await counted('own.ndjson'), [], 'en')).toMatch(
      /data-title="What they needed"[^>]*><span[^>]*><span>as a &#x3C;b>PDF/,
    );
  });

  it('of no events says so', async () => {
    expect(report(await counted('empty.ndjson'), [], 'en')).toContain('There are no events in these files yet.');
  });
});

describe('the days before', () => {
  const day = (date: string, visit: number, ...tracked: TrackedEvent[]) =>
    tracked.map((one) => event(one, visit, `${date}T10:00:00.000Z`));
  const contact: TrackedEvent = { type: 'contact-sent', channel: 'email' };
  const open: TrackedEvent = { type: 'open', article: 'invoices', from: 'link' };
  const unhelpful: TrackedEvent = { type: 'not-helpful', article: 'invoices', reason: null };
  const list = [
    ...day('2026-04-01', 11, search('long ago')),
    ...day('2026-04-02', 12, search('before one')),
    ...day('2026-04-03', 13, search('before two', 'confident'), open, unhelpful, contact),
    ...day('2026-04-04', 14, search('now one'), open, unhelpful),
    ...day('2026-04-05', 15, search('now two'), open, unhelpful, contact),
    ...day('2026-04-05', 16, search('now three', 'confident')),
  ];
  const counted = async (lines: Event[], days: number) => {
    const file = join(folder, 'days.ndjson');
    await writeFile(file, ndjson(lines));
    return countEvents([file], 100, silent, days);
  };

  it('are counted apart, as many as the last days that are reported on', async () => {
    const { tally, before, extent, questions } = await counted(list, 2);
    expect(before?.spans).toEqual({
      now: { from: '2026-04-04', to: '2026-04-05' },
      before: { from: '2026-04-02', to: '2026-04-03' },
    });
    expect(extent).toEqual({ first: '2026-04-01', last: '2026-04-05' });
    expect([tally.total.searches, before?.tally.total.searches]).toEqual([3, 2]);
    expect([...tally.days.keys()]).toEqual(['2026-04-04', '2026-04-05']);
    expect(questions.unanswered.map(({ text }) => text)).toEqual(['now one', 'now two']);
    expect([tally.articles, before?.tally.articles].map((articles) => articles?.get('invoices')?.notHelpful)).toEqual([
      2, 1,
    ]);
  });

  it('leave out clocks that are wrong by more than a day', async () => {
    const ahead = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
    const { extent } = await counted([...list, ...day(ahead, 17, search('when'))], 2);
    expect(extent?.last).toBe('2026-04-05');
  });

  it('stand beside each number, in words', async () => {
    const html = report(await counted(list, 2), [], 'en');
    expect(html).toContain('Compared with 2026-04-02 to 2026-04-03, as many days right before.');
    expect(html).toMatch(/<b>3<\/b>Visits<span class="change">up 50% from 2</);
    expect(html).toMatch(/<b>33.3%<\/b>Contacted<span class="change">down 16.7 points from 50%</);
    expect(html).toMatch(/<b>0%<\/b>Answered<span class="change">as before</);
    expect(html).not.toContain('What they needed');
    expect(html).toMatch(/data-title="Said no"[^>]*>2<\/td><td[^>]*data-title="Period before"[^>]*>1</);
  });

  it('are not spoken of where events of them are missing, and the report says what would do', async () => {
    const html = report(await counted(list, 4), [], 'en');
    expect(html).toContain('that needs events since 2026-03-29, and these files begin on 2026-04-01.');
    expect(html).toContain('With --days 2 they can be compared.');
    expect(html).not.toMatch(/class="change"|Period before/);
  });

  it('without an event in them give nothing to compare a number with', async () => {
    const html = report(await counted([list[0]!, ...list.slice(6)], 2), [], 'en');
    expect(html).toMatch(/<b>3<\/b>Visits<span class="change">none before</);
  });
});

describe('what support agents report', () => {
  const reports = [
    event({ type: 'gap', language: 'ko', query: '차고에 두면 보험이 되나요?' }, 71),
    event({ type: 'gap', language: 'en' }, 71),
    event({ type: 'outdated', language: 'ko', article: 'invoices', section: 'how-long' }, 71),
    event({ type: 'outdated', language: 'en', article: 'invoices', section: '' }, 72),
    event({ type: 'outdated', language: 'en', article: 'invoices', section: '' }, 73),
  ];
  let found: Awaited<ReturnType<typeof countEvents>>;
  beforeAll(async () => {
    await writeFile(join(folder, 'agents.ndjson'), ndjson(reports));
    found = await counted('agents.ndjson');
  });

  it('is counted, a question among those without an answer in its own language, but as no visit and no search', () => {
    const { total, articles } = found.tally;
    expect(total).toMatchObject({ gaps: 2, searches: 0, outcomes: { answered: 0, contacted: 0, silent: 0 } });
    expect(found.questions.top).toEqual([]);
    expect(found.questions.unanswered).toMatchObject([{ locale: 'ko', count: 1, reported: 1 }]);
    expect([...articles.get('invoices')!.outdated]).toEqual([
      ['ko#how-long', 1],
      ['en', 2],
    ]);
  });

  it('stands in the report as from agents', () => {
    const [question] = found.questions.unanswered;
    const html = report(found, [{ locale: 'ko', count: 1, questions: [question!] }], 'en');
    expect(html).toContain('차고에 두면 보험이 되나요?');
    expect(html).toContain('Called wrong or old by agents');
    expect(html).toContain('ko#how-long');
    expect(html).toContain('Reported by agents');
  });

  it('leaves no trace in the report where there is nothing of the kind', async () => {
    const html = report(await counted('own.ndjson'), [], 'en');
    expect(html).not.toMatch(/by agents/);
  });
});
