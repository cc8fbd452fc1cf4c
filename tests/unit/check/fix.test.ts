import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { explainRule, ruleNames } from '../../../scripts/lib/check/explain-rule.ts';
import { githubAnnotations } from '../../../scripts/lib/check/github-annotations.ts';
import { checkContent } from '../../../src/check/check-content.ts';
import { applyFixes } from '../../../src/check/fix.ts';
import { rules } from '../../../src/check/rules.ts';
import { readHelpCenter } from '../../../src/content/read-help-center.ts';

const base = fileURLToPath(new URL('../../fixtures/content/_base', import.meta.url));
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'signpost-fix-'));
  await cp(base, root, { recursive: true });
});
afterEach(() => rm(root, { recursive: true }));

const write = (text: string) => writeFile(join(root, 'articles/en/plans/new.md'), text);
const read = () => readFile(join(root, 'articles/en/plans/new.md'), 'utf8');
const problems = async () => checkContent(await readHelpCenter(root), { today: new Date('2026-06-01') });
const front = '---\r\ntitle: New\r\nid: new\r\ndescription: A sentence.\r\n---\r\n\r\n';

describe('npm run check -- --fix', () => {
  it('fixes what is certain and leaves line ends and everything else as it was', async () => {
    await write(
      `${front}[a](pause) [b](www.example.org) [c](../billing/refunds#how-long-does-it-take) ![The button](../billing/images/BUTTON.svg)\r\n`,
    );
    const mended = await applyFixes(root, await problems());
    expect(mended.map(({ rule }) => rule)).toEqual(['internal-link', 'internal-link', 'internal-link', 'image-file']);
    expect(await read()).toBe(
      `${front}[a](pause.md) [b](https://www.example.org) [c](../billing/refunds.md#how-long-does-it-take) ![The button](../billing/images/button.svg)\r\n`,
    );
    expect(await problems()).toEqual([]);
  });

  it('holds addresses with spaces together, where they are addresses for certain', async () => {
    await cp(join(root, 'articles/en/billing/images/button.svg'), join(root, 'articles/en/plans/my button.svg'));
    await write(
      `${front}![The\r\nbutton](my button.svg "T") [shop](ht tps://example.org/a b) [us](tel:+49 30 123) [no](my button.md)\r\n`,
    );
    const mended = await applyFixes(root, await problems());
    expect(mended.map(({ rule }) => rule)).toEqual(['link-address', 'link-address', 'link-address']);
    expect(await read()).toBe(
      `${front}![The\r\nbutton](<my button.svg> "T") [shop](<https://example.org/a b>) [us](tel:+4930123) [no](my button.md)\r\n`,
    );
    expect((await problems()).map(({ rule, severity, fix }) => [rule, severity, fix])).toEqual([
      ['link-address', 'warning', undefined],
    ]);
  });

  it('takes characters that nobody sees out of a title', async () => {
    await write(front.replace('New', 'Re\u00adset \u200bthe\u200d pass\ufeffword'));
    const mended = await applyFixes(root, await problems());
    expect(mended.map(({ rule }) => rule)).toEqual(['invisible']);
    expect(await read()).toBe(front.replace('New', 'Reset the password'));
  });

  it('renames a misspelt field and lowers a lone first-level heading', async () => {
    await write('---\ntitle: New\nid: new\ndescripton: A sentence.\n---\n\n# Heading\n\nText.\n');
    await applyFixes(root, await problems());
    await applyFixes(root, await problems());
    expect(await read()).toBe('---\ntitle: New\nid: new\ndescription: A sentence.\n---\n\n## Heading\n\nText.\n');
  });

  it('does not touch a line that has the mistake twice, nor a link that is only similar', async () => {
    const text = `${front}[a](www.example.org) and [a](www.example.org), [b](../billing/refund.md)\r\n`;
    await write(text);
    expect(await applyFixes(root, await problems())).toEqual([]);
    expect(await read()).toBe(text);
  });
});

describe('annotations for GitHub', () => {
  it('name the file from the root of the repository and escape what would end the command', () => {
    const problem = {
      file: 'articles/en/a,b/c:d.md',
      line: 3,
      column: 5,
      rule: 'anchor',
      field: 'x',
      found: '50%\nmore',
      expected: 'less',
      remedy: 'Do.',
      severity: 'error' as const,
    };
    expect(githubAnnotations([problem], '/project/content', '/project')).toBe(
      '::error file=content/articles/en/a%2Cb/c%3Ad.md,line=3,col=5,title=anchor::x: found 50%25%0Amore; expected less. Do.\n',
    );
    // Where Signpost is checked out beside the owner's repository, GitHub says which one is meant.
    vi.stubEnv('GITHUB_WORKSPACE', '/checkout/help');
    expect(githubAnnotations([problem], '/checkout/help')).toContain('file=articles/en/a%2Cb/c%3Ad.md,');
    vi.unstubAllEnvs();
  });
});

describe('the pages of documentation', () => {
  it('are there for every rule', async () => {
    const names = await ruleNames();
    for (const { name } of rules) expect(names).toContain(name);
  });

  it('are there for every rule of a report, which is what reading a file can find too', async () => {
    await write('no front matter');
    await writeFile(join(root, 'site.yaml'), 'name: [');
    const names = await ruleNames();
    for (const { rule } of await problems()) expect(names).toContain(rule);
  });

  it('of an unknown rule name the rules there are', async () => {
    await expect(explainRule('anchr')).rejects.toThrow(
      'There is no rule "anchr". Did you mean "anchor"? The rules are accent-contrast, address, agents, anchor,',
    );
  });
});
