import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TrackedEvent } from '../../../src/schemas/events.ts';
import { makeEvent } from '../analytics/make-event.ts';

const base = fileURLToPath(new URL('../../fixtures/content/_base', import.meta.url));
const project = fileURLToPath(new URL('../../..', import.meta.url));
/** The content that is read; each test has a copy of its own. */
let root = base;
let events: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'signpost-translations-'));
  await cp(base, root, { recursive: true });
  events = join(root, 'events.ndjson');
});
afterEach(() => rm(root, { recursive: true }));

function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [join(project, 'scripts/translations.ts'), ...args], {
    cwd: project,
    env: { ...process.env, SIGNPOST_CONTENT: root, NO_COLOR: '1' },
    encoding: 'utf8',
  });
}

/** Articles that are opened, each by a visit of its own, and searches, with the language of the page. */
async function write(...asked: [locale: string, article: string | undefined][]): Promise<void> {
  const lines = asked.map(([locale, article], place) => {
    const tracked: TrackedEvent = article
      ? { type: 'open', article, from: 'search' }
      : { type: 'search', length: 5, verdict: 'none', tier: 'instant', results: 0, rank: null, article: null };
    return JSON.stringify(makeEvent(tracked, place, place, undefined, locale));
  });
  await writeFile(events, `${lines.join('\n')}\n`);
}

const missing = (report: string): string[] =>
  [...report.matchAll(/^ {2}missing +\S+\/(\S+)\.md/gm)].map(([, slug]) => slug!);

describe('npm run translations with files of events', () => {
  /** What is printed without them, and the two articles that are missing, in that order. */
  let withoutEvents: string;
  let [first, second] = ['', ''];
  beforeAll(() => {
    withoutEvents = run().stdout;
    const unordered = missing(withoutEvents);
    expect(unordered.length).toBe(2);
    [first, second] = unordered as [string, string];
  });

  it('puts the missing articles first that most visits opened in the language, then in any, and says how many', async () => {
    await write(['en', first], ['en', first], ['ko', second], ['ko', undefined], ['ko', undefined], ['en', undefined]);
    const { stdout } = run(events);
    expect(missing(stdout)).toEqual([second, first]);
    expect(stdout).toContain('\nko: 2 searches, 2 unanswered\n');
    expect(stdout).toMatch(
      new RegExp(
        `${second}\\.md .*\n {13}asked for by 1 visit in ko, 1 in all languages\n.*${first}\\.md .*\n {13}asked for by 0 visits in ko, 2 in all languages\n`,
      ),
    );
    await write(['en', second], ['en', first], ['en', first]);
    expect(missing(run(events).stdout)).toEqual([first, second]);
  });

  it('counts a visit once for each article, however often it was opened', async () => {
    const open = (article: string, number: number, visit: number) =>
      JSON.stringify(makeEvent({ type: 'open', article, from: 'link' }, number, visit, undefined, 'ko'));
    await writeFile(
      events,
      [open(first, 1, 1), open(first, 2, 1), open(first, 3, 1), open(second, 4, 2), open(second, 5, 3)].join('\n'),
    );
    expect(missing(run(events).stdout)).toEqual([second, first]);
  });

  it('gives the figures as JSON and in the HTML report, too', async () => {
    await write(['ko', first], ['en', first]);
    const rows = JSON.parse(run(events, '--json').stdout) as { source: string; asked?: unknown }[];
    expect(rows.find(({ source }) => source.endsWith(`/${first}.md`))?.asked).toEqual({ own: 1, all: 2 });
    const file = join(root, 'report.html');
    run(events, '--html', file);
    expect(await readFile(file, 'utf8')).toContain('<br>asked for by 1 visit in ko, 2 in all languages</td>');
  });

  it('is as ever without them', async () => {
    const rows = JSON.parse(run('--json').stdout) as object[];
    expect(rows.filter((row) => 'asked' in row)).toEqual([]);
    expect(withoutEvents).not.toContain('asked for');
  });

  it('names the lines that hold no event of ours, and counts the others', async () => {
    await write(['ko', second]);
    await writeFile(events, `${await readFile(events, 'utf8')}{"page":"view"}\n`);
    const { stdout, stderr, status } = run(events);
    expect(stderr).toContain(`1 lines hold no event of Signpost and were left out, such as ${events}:2.`);
    expect([missing(stdout)[0], status]).toEqual([second, 0]);
  });

  it('refuses files without an event, files that are not there and files beside --accept, in a sentence', async () => {
    await writeFile(events, '{"page":"view"}\n');
    expect(run(events)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining(
        `${events}: found no event of Signpost (nothing of ours in ${events}:1); expected files that npm run collect wrote, such as events/*.ndjson. Name those, or none for the order of the files.`,
      ),
    });
    expect(run(join(root, 'nowhere.ndjson')).stderr).toContain(
      'nowhere.ndjson cannot be read; name files of events, such as events/*.ndjson.',
    );
    expect(run(events, '--accept', 'all').stderr).toContain(
      `${events}: --accept takes no files of events. Name them without it, for the order alone.`,
    );
  });
});
