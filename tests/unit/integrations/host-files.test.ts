import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type HeaderRule, headersFor, readHeaderRules } from '../../../scripts/lib/site/host-headers.ts';
import { writeHostFiles } from '../../../src/integrations/host-files.ts';
import { siteSchema } from '../../../src/schemas/site.ts';

const site = siteSchema.parse({
  name: 'Lumen',
  description: 'Help',
  url: 'https://help.example.com',
  base: '/help/',
  defaultLocale: 'en',
  locales: [{ code: 'en', label: 'English' }],
  contact: { channels: [{ type: 'link', label: 'Us', url: 'https://example.com' }] },
});

let dir: string;
let rules: HeaderRule[];
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'host-files-'));
  const files = new Map([['en-0123456789/core.bin', new Uint8Array()]]);
  await writeHostFiles(pathToFileURL(`${dir}/`), site, {
    files,
    indexes: {},
    related: {},
    students: {},
    unavailable: {},
  });
  rules = await readHeaderRules(dir);
});
afterAll(() => rm(dir, { recursive: true }));

describe('The headers for hosts', () => {
  test('keep a file for download in a sandbox, whatever it turns out to be, and have it saved rather than opened', () => {
    const headers = headersFor('/help/files/manual.pdf', rules);
    expect(headers['Content-Security-Policy']).toMatch(/^default-src 'none';.*; sandbox$/);
    expect(headers).toMatchObject({ 'Content-Disposition': 'attachment', 'X-Content-Type-Options': 'nosniff' });
  });

  test('state the policy of the site for everything else', () => {
    for (const path of ['/help/en/', '/help/_astro/drawing.svg'])
      expect(headersFor(path, rules)['Content-Security-Policy']).toMatch(/^default-src 'none'; script-src 'self' /);
    expect(headersFor('/help/en/', rules)['Content-Disposition']).toBeUndefined();
  });

  test('repeat none but the policy where two patterns match one path', () => {
    for (const path of ['/help/files/a.pdf', '/help/_astro/a.js', '/help/_search/en-0123456789/core.bin']) {
      const names = rules
        .filter((rule) => Object.keys(headersFor(path, [rule])).length > 0)
        .flatMap(({ headers }) => Object.keys(headers))
        .filter((name) => name !== 'Content-Security-Policy');
      expect(new Set(names).size).toBe(names.length);
    }
  });
});
