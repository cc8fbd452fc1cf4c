import { describe, expect, it } from 'vitest';
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
        '## `Billing`\n\n- [ ] `A title` (`long.md`), due since 2025-06-01\n\n' +
        '## `Nobody in particular`\n\n- [ ] `A title` (`today.md`), due today\n- [ ] `A title` (`soon.md`), due on 2026-06-03\n',
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
    // A code span, in which nothing is markup, that the title's own backticks do not end.
    for (const item of items)
      expect(item).toMatch(
        /^- \[ \] ``@\u200beveryone #1 .* `x` org\/repo#2 - \[x\] https:\/\/evil\.example`` \(`[a-z.]+`\), due /,
      );
  });

  it('are by the hundred the longest due of each owner, unless all are asked for', () => {
    const many = Array.from({ length: 500 }, (_, place) => ({
      file: `${place}.md`,
      title: 'A title',
      owner: place % 2 ? 'Billing' : undefined,
      due: '2026-01-01',
      days: 151,
    }));
    const text = reviewsText(many);
    expect(text.match(/\.md/g)).toHaveLength(40);
    expect(text).toContain('  and 230 more: npm run reviews -- --all\n');
    expect(reviewsText(many, true).match(/\.md/g)).toHaveLength(500);
  });

  it('make an issue that GitHub takes, which says how many it leaves out', () => {
    const title = 'long '.repeat(60);
    const many = Array.from({ length: 1000 }, (_, place) => ({
      file: `${place}.md`,
      title,
      owner: undefined,
      due: '2026-01-01',
      days: 151,
    }));
    const markdown = reviewsMarkdown(many);
    expect(markdown.length).toBeLessThan(65_536);
    const items = markdown.match(/^- \[ \] /gm)!.length;
    expect(items).toBeGreaterThan(100);
    expect(markdown).toContain(`${1000 - items} more do not fit here; \`npm run reviews -- --all\` lists all of them.`);
  });
});
