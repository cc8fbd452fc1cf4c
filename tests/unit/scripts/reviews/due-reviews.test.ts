import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { dueReviews, reviewsMarkdown, reviewsText } from '../../../../scripts/lib/reviews/due-reviews.ts';
import { readHelpCenter } from '../../../../src/content/read-help-center.ts';

const today = new Date('2026-06-01T15:00Z');

async function madeReviews(within?: number, title = 'A title') {
  const [article] = (await readHelpCenter('tests/fixtures/content/_base')).articles;
  const made = (file: string, day: string, more: object = {}) => ({
    ...article!,
    ...{ file, title, review_by: new Date(day), owner: undefined as string | undefined, draft: false },
    ...more,
  });
  const articles = [
    made('today.md', '2026-06-01'),
    made('soon.md', '2026-06-03'),
    made('later.md', '2026-07-01'),
    made('long.md', '2025-06-01', { owner: 'Billing' }),
    made('draft.md', '2025-06-01', { draft: true }),
    { ...made('never.md', '2026-01-01'), review_by: undefined },
  ];
  return dueReviews({ articles }, today, within);
}

describe('reviews that are due', () => {
  it('are those whose day has come, the longest due first, drafts aside', async () => {
    expect((await madeReviews()).map(({ file, days }) => [file, days])).toEqual([
      ['long.md', 365],
      ['today.md', 0],
    ]);
    expect((await madeReviews(2)).map(({ file }) => file)).toEqual(['long.md', 'today.md', 'soon.md']);
  });

  it('are listed by owner, for a terminal and for an issue', async () => {
    const reviews = await madeReviews(2);
    expect(reviewsText(reviews)).toBe(
      'Billing\n  2025-06-01  long.md  A title\n\nNobody in particular\n  2026-06-01  today.md  A title\n  2026-06-03  soon.md  A title\n',
    );
    expect(reviewsMarkdown(reviews)).toBe(
      'Read each article again, correct what is no longer true, and set `review_by` to the day for the next look. This list is written anew each week.\n\n' +
        '## <code>Billing</code>\n\n- [ ] <code>A title</code> (<code>long&#46;md</code>), due since 2025-06-01\n\n' +
        '## <code>Nobody in particular</code>\n\n- [ ] <code>A title</code> (<code>today&#46;md</code>), due today\n- [ ] <code>A title</code> (<code>soon&#46;md</code>), due on 2026-06-03\n',
    );
  });

  it('say nothing when there are none', () => {
    expect([reviewsText([]), reviewsMarkdown([])]).toEqual(['', '']);
  });

  it('mention nobody in an issue, close none and hold no markup, whatever a title says', async () => {
    const title = '@everyone #1 <img src=x> [a](https://evil.example) `x` org/repo#2\n- [x] https://evil.example';
    const markdown = reviewsMarkdown(await madeReviews(0, title));
    const items = markdown.split('\n').filter((line) => line.startsWith('- '));
    expect(items).toHaveLength(2);
    for (const item of items) {
      const [, told, rest] = /^- \[ \] <code>(.*)<\/code> \(<code>.*<\/code>\)(.*)$/.exec(item) ?? [];
      expect(told).toContain('everyone');
      expect(`${told}${rest}`.replace(/&#\d+;/g, '')).not.toMatch(/[@#<>[\]`:/]/);
    }
  });
});

/** The script of .github/actions/reviews, with a program gh that notes what it is asked for. */
describe('the issue', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'signpost-reviews-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function calls(body: string, open: string): Promise<string[]> {
    const action = parse(await readFile('.github/actions/reviews/action.yml', 'utf8')) as {
      runs: { steps: { id?: string; run?: string }[] };
    };
    const script = action.runs.steps.find(({ id }) => id === 'issue')?.run ?? '';
    const log = join(folder, 'log');
    await writeFile(log, '');
    await writeFile(join(folder, 'reviews.md'), body);
    await writeFile(
      join(folder, 'gh'),
      `#!/bin/sh\necho "$GH_REPO $1 $2 $3" >> '${log}'\n[ "$2" != list ] || echo "${open}"\n`,
    );
    await chmod(join(folder, 'gh'), 0o755);
    const PATH = `${folder}${delimiter}${process.env.PATH}`;
    const env = { ...process.env, PATH, RUNNER_TEMP: folder, GITHUB_REPOSITORY: 'a/help' };
    execFileSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], { env });
    return (await readFile(log, 'utf8')).trim().split('\n').slice(1);
  }

  it.each([
    [
      'is opened with its label when the first review is due',
      'Read',
      '',
      ['a/help label create reviews-due', 'a/help issue create --title'],
    ],
    ['is written anew while it is open', 'Read', '7', ['a/help issue edit 7']],
    ['is closed when nothing is due any more', '', '7', ['a/help issue close 7']],
    ['is not there when nothing is due', '', '', []],
  ])('%s', async (_, body, open, expected) => {
    expect(await calls(body, open)).toEqual(expected);
  });
});
