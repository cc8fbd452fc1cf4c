import { describe, expect, it } from 'vitest';
import type { CheckedLink } from '../../../../scripts/lib/links/check-links.ts';
import { linksMarkdown, linksText } from '../../../../scripts/lib/links/links-report.ts';

const link = (kind: CheckedLink['kind'], found: string, address = 'https://a.example/', lines = [3]): CheckedLink => ({
  ...{ kind, found, address },
  places: lines.map((line) => ({ file: 'articles/en/a.md', line })),
});
const links = [
  link('moved', 'has moved to https://b.example/'),
  link('fine', '', 'https://fine.example/'),
  link('broken', 'has no such page (404)', 'https://gone.example/', [7, 9]),
  link('unasked', 'is not on the public Internet', 'http://localhost/'),
  link('unsure', 'lets no program in (403)', 'https://wall.example/'),
];

describe('the report on links', () => {
  it('names the worst first, each with its places and what to do', () => {
    expect(linksText(links, 2)).toBe(`✗ Broken (1) Link to another page, or remove the link.
  https://gone.example/ has no such page (404)
      articles/en/a.md:7
      articles/en/a.md:9

→ Moved for good (1) Visitors still arrive; write the new address before the old one ends.
  https://a.example/ has moved to https://b.example/
      articles/en/a.md:3

? Not certain (1) Open them in a browser; for hosts that turn programs away, name those that work in ignoredLinks of check.yaml.
  https://wall.example/ lets no program in (403)
      articles/en/a.md:3

- Not asked (1) Visitors may not get there either; if these are meant, name them in ignoredLinks of check.yaml.
  http://localhost/ is not on the public Internet
      articles/en/a.md:3

✗ 5 addresses of other sites: 1 broken, 1 moved, 1 not certain, 1 not asked. 2 more are in ignoredLinks of check.yaml. What follows # in them was not looked at.
`);
  });

  it('says so when there is nothing to do', () => {
    expect(linksText([link('fine', '')], 0)).toBe(
      '✓ 1 address of other sites: 0 broken, 0 moved, 0 not certain, 0 not asked. What follows # in them was not looked at.\n',
    );
    expect(linksText([], 0)).toBe('✓ No link leads to another site.\n');
    expect(linksText([], 5)).toBe('✓ No link leads to another site but the 5 that ignoredLinks of check.yaml names.\n');
    expect([linksMarkdown([]), linksMarkdown([link('fine', '')])]).toEqual(['', '']);
  });

  it('mentions nobody in an issue and holds no markup, whatever content and hosts say', () => {
    const evil = link('broken', 'leads to @everyone #1 <img src=x> [a](b)\n- [x] y', 'https://github.com/a/b/issues/1');
    const items = linksMarkdown([{ ...evil, places: [{ file: 'a/@b#1.md', line: 1 }] }])
      .split('\n')
      .filter((line) => line.startsWith('- '));
    expect(items).toHaveLength(1);
    // Code spans, in which nothing is markup; a mention that is quoted by mail is broken.
    expect(items[0]?.match(/`[^`]*`/g)).toHaveLength(3);
    expect(items[0]?.replace(/`[^`]*`/g, '')).toBe('- [ ]  : , line 1');
    expect(items[0]).not.toMatch(/@(?!\u200b)/);
  });

  it('tells no password, and no address that nobody can read to its end', () => {
    const all = [
      link('unasked', 'x', 'https://user:secret@a.example/b'),
      link('broken', 'x', `https://a.example/${'a'.repeat(5000)}`),
    ];
    for (const report of [linksText(all, 0), linksMarkdown(all)]) {
      expect(report).not.toMatch(/secret|user/);
      expect(report.length).toBeLessThan(1500);
    }
  });

  it('moves no cursor of a terminal', () => {
    expect(linksText([link('broken', '\u001b[2Jx', 'https://\u202e\u0007', [1])], 0)).not.toMatch(
      /[\u0007\u001b\u202e]/,
    );
  });

  it('fits into an issue, however much there is', () => {
    const many = Array.from({ length: 2000 }, (_, index) =>
      link('broken', 'has no such page (404)', `https://a.example/${index}`),
    );
    const body = linksMarkdown(many);
    expect(body.length).toBeLessThan(65_000);
    const shown = body.split('\n').filter((line) => line.startsWith('- ')).length;
    expect(body).toContain(`${2000 - shown} more do not fit here`);
  });
});
