import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkContent } from '../../../src/check/check-content.ts';
import { readHelpCenter } from '../../../src/content/read-help-center.ts';
import { contentSecurityPolicy } from '../../../src/integrations/content-security-policy.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'signpost-notices-'));
  const base = fileURLToPath(new URL('../../fixtures/content/_base', import.meta.url));
  await cp(base, root, { recursive: true });
});
afterAll(() => rm(root, { recursive: true }));

const entry = (fields: Record<string, unknown>): string =>
  JSON.stringify({ notices: [{ id: 'a', text: 'A', ...fields }] });
const linking = (url: unknown): string => entry({ link: { label: 'L', url } });

/** What stands in notices.yaml, and the field or file that is named. */
const HOSTILE: [text: string, field: string | undefined][] = [
  // Other things than notices.
  ['- id: a\n  text: A\n', undefined],
  ['just words', undefined],
  ['notices: 7', 'notices'],
  ['notices: { a: b }', 'notices'],
  ['notices: [null]', 'notices.0'],
  ['notices: [[[[]]]]', 'notices.0'],
  ['notices: [A]', 'notices.0'],
  [JSON.stringify({ notices: Array.from({ length: 51 }, (_, index) => ({ id: `n-${index}`, text: 'A' })) }), 'notices'],
  ['notices: &a [*a]', undefined],
  [`notices: ${'['.repeat(5000)}`, undefined],
  [`a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n`, undefined],
  ['notices: !!js/function "alert(1)"', 'notices'],
  ['notices:\n\t- id: a', undefined],
  ['notices: []\nnotices: []', undefined],
  ['script: alert(1)', 'script'],
  ['__proto__: { polluted: true }', undefined],
  // Ids.
  [entry({ id: '../../x' }), 'notices.0.id'],
  [entry({ id: 'a b' }), 'notices.0.id'],
  [entry({ id: 'x" onload="alert(1)' }), 'notices.0.id'],
  [entry({ id: 'a'.repeat(65) }), 'notices.0.id'],
  [entry({ id: '__proto__' }), 'notices.0.id'],
  [entry({ id: ['a'] }), 'notices.0.id'],
  // Texts.
  [entry({ text: '' }), 'notices.0.text'],
  [entry({ text: '\u0000' }), 'notices.0.text'],
  [entry({ text: '\u001b[2J' }), 'notices.0.text'],
  [entry({ text: 'x'.repeat(1_000_000) }), 'notices.0.text'],
  [entry({ text: {} }), 'notices.0.text'],
  [entry({ text: { en: { en: 'A' } } }), 'notices.0.text'],
  [entry({ text: { en: 'A', ko: '가', constructor: 'A' } }), 'notices.0.text.constructor'],
  [entry({ text: { en: 'A', ko: '가', '"><script>': 'A' } }), 'notices.0.text."><script>'],
  [entry({ html: '<script>alert(1)</script>' }), 'notices.0.html'],
  [entry({ severity: 'notices-late' }), 'notices.0.severity'],
  [entry({ severity: { toString: 'x' } }), 'notices.0.severity'],
  // Times.
  [entry({ from: '2026-02-31' }), 'notices.0.from'],
  [entry({ from: '2026-05-01 12:00; drop' }), 'notices.0.from'],
  [entry({ from: 20260501 }), 'notices.0.from'],
  [entry({ until: '9999999-01-01' }), 'notices.0.until'],
  [entry({ from: '2026-05-02', until: '2026-05-01' }), 'notices.0.until'],
  // Places.
  [entry({ categories: 'billing' }), 'notices.0.categories'],
  [entry({ categories: ['../billing'] }), 'notices.0.categories.0'],
  [entry({ categories: ['*'] }), 'notices.0.categories.0'],
  [entry({ categories: ['constructor'] }), 'notices.0.categories.0'],
  [entry({ categories: Array.from({ length: 1000 }, () => 'billing') }), 'notices.0.categories'],
  // Links.
  [linking('javascript:alert(1)'), 'notices.0.link.url'],
  [linking('JaVaScRiPt:alert(1)'), 'notices.0.link.url'],
  [linking(' javascript:alert(1)'), 'notices.0.link.url'],
  [linking('data:text/html,<script>alert(1)</script>'), 'notices.0.link.url'],
  [linking('vbscript:x'), 'notices.0.link.url'],
  [linking('//evil.example/'), 'notices.0.link.url'],
  [linking('/\\evil.example/'), 'notices.0.link.url'],
  [linking('status.html'), 'notices.0.link.url'],
  [linking({ href: 'https://a.example' }), 'notices.0.link.url'],
  [entry({ link: { label: 'L', article: '../../etc/passwd' } }), 'notices.0.link.article'],
  [entry({ link: { label: 'L', article: 'constructor' } }), 'notices.0.link.article'],
  [entry({ link: { label: { en: 'x'.repeat(81) }, url: '/x' } }), 'notices.0.link.label'],
  [entry({ link: 'https://a.example' }), 'notices.0.link'],
  // What pages ask.
  ['live: https://status.example.com', 'live'],
  ['live: { statuspage: "http://status.example.com" }', 'live.statuspage'],
  ['live: { statuspage: "https://status.example.com/path" }', 'live.statuspage'],
  ['live: { statuspage: "https://a.example; script-src *" }', 'live.statuspage'],
  ['live: { statuspage: "https://a.example \'unsafe-inline\'" }', 'live.statuspage'],
  ['live: { statuspage: "https://*.example.com" }', 'live.statuspage'],
  ['live: { statuspage: "https://user:secret@a.example" }', 'live.statuspage'],
  ['live: { statuspage: "https://a.example,https://b.example" }', 'live.statuspage'],
  ['live: { url: "//evil.example/status.json" }', 'live.url'],
  ['live: { url: "https://evil.example/status.json" }', 'live.url'],
  ['live: { url: "/\\\\evil.example" }', 'live.url'],
  ['live: { url: "/a b" }', 'live.url'],
  ['live: { url: /a, statuspage: "https://a.example" }', 'live'],
  ['live: {}', 'live'],
];

describe('a notices.yaml that means harm', () => {
  it.each(HOSTILE)('is named, and widens no policy: %#', async (text, field) => {
    await writeFile(join(root, 'notices.yaml'), text);
    const center = await readHelpCenter(root);
    const problems = await checkContent(center, { today: new Date('2026-06-01') });
    expect(problems.map(({ file }) => file)).toContain('notices.yaml');
    const errors = problems.filter(({ file, severity }) => file === 'notices.yaml' && severity === 'error');
    if (field !== undefined) expect(errors.map((problem) => problem.field)).toContain(field);
    for (const { remedy, expected } of errors) expect(remedy && expected).not.toBe('');
    expect(contentSecurityPolicy({ ...center.site, notices: center.notices })).toContain("connect-src 'self';");
    expect({}).not.toHaveProperty('polluted');
    // Everything else is there.
    expect(problems.every(({ file }) => file === 'notices.yaml')).toBe(true);
    expect(center.articles).toHaveLength(4);
  });

  it('is not read through a link that leads out of the content folder', async () => {
    await rm(join(root, 'notices.yaml'), { force: true });
    await symlink('/etc/passwd', join(root, 'notices.yaml'));
    const center = await readHelpCenter(root);
    expect(center.problems).toMatchObject([{ file: 'notices.yaml', rule: 'outside' }]);
    expect(center.notices.notices).toEqual([]);
    await rm(join(root, 'notices.yaml'));
  });
});
