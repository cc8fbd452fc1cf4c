import { mkdtemp, readFile, rm } from 'node:fs/promises';
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
  widget: { origins: ['https://www.example.com'] },
  agents: { origins: ['https://desk.example.com'] },
});
const DESK = "frame-ancestors 'self' https://desk.example.com;";
const WEBSITE = "frame-ancestors 'self' https://www.example.com;";

const PLAYER = 'https://player.vimeo.com';
const NO_SEARCH = { indexes: {}, related: {}, students: {}, unavailable: {} };

let dir: string;
let rules: HeaderRule[];
let text = '';
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'host-files-'));
  const files = new Map([['en-0123456789/core.bin', new Uint8Array()]]);
  const frames = new Map([['/help/en/locks/fold/', [PLAYER]]]);
  await writeHostFiles(pathToFileURL(`${dir}/`), { ...site, frames }, { files, ...NO_SEARCH });
  rules = await readHeaderRules(dir);
  text = await readFile(join(dir, '_headers'), 'utf8');
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

  test('state a policy of a line for files of the search, of which a question fetches many', () => {
    const path = '/help/_search/en-0123456789/core.bin';
    const { 'Content-Security-Policy': policy, ...others } = headersFor(path, rules);
    expect(policy).toBe("default-src 'none'; sandbox");
    expect(onCloudflare(path, text)).toEqual([policy]);
    expect(others).toMatchObject({ 'X-Content-Type-Options': 'nosniff', 'Cache-Control': expect.any(String) });
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

  test('let help desks frame the agents’ page and nothing else, where the later of two values is sent', () => {
    const policy = (path: string) => headersFor(path, rules)['Content-Security-Policy'];
    expect(policy('/help/en/agents/')).toContain(DESK);
    for (const path of ['/help/en/', '/help/en/agents-of-change/', '/help/en/widget/', '/help/404.html'])
      expect(policy(path)).toContain(WEBSITE);
    expect(headersFor('/help/en/agents/', rules)).toMatchObject({ 'X-Content-Type-Options': 'nosniff' });
  });

  test('send the agents’ page one policy on Cloudflare Pages, which joins the values of all patterns but those it is to remove', () => {
    expect(onCloudflare('/help/en/agents/', text)).toEqual([expect.stringContaining(DESK)]);
    expect(onCloudflare('/help/en/', text)).toEqual([expect.stringContaining(WEBSITE)]);
  });

  test('let a page with a film of another site frame that site’s player, and no other page', () => {
    const allowed = `frame-src 'self' ${PLAYER};`;
    expect(headersFor('/help/en/locks/fold/', rules)['Content-Security-Policy']).toContain(allowed);
    expect(onCloudflare('/help/en/locks/fold/', text)).toEqual([expect.stringContaining(allowed)]);
    expect(text.split(PLAYER)).toHaveLength(2);
  });

  test('stay within what hosts read when hundreds of pages have one: each page’s own policy holds beside', async () => {
    const frames = new Map(Array.from({ length: 300 }, (_, n) => [`/help/en/locks/fold-${n}/`, [PLAYER]]));
    const folder = await mkdtemp(join(tmpdir(), 'host-files-'));
    await writeHostFiles(pathToFileURL(`${folder}/`), { ...site, frames }, { files: new Map(), ...NO_SEARCH });
    const many = await readHeaderRules(folder);
    await rm(folder, { recursive: true });
    expect(many.length).toBeLessThan(100);
    expect(headersFor('/help/en/locks/fold-299/', many)['Content-Security-Policy']).toContain(
      `frame-src 'self' ${PLAYER};`,
    );
  });

  test('have no line that Netlify takes for a header which it does not know', () => {
    const names = text.split('\n').flatMap((line) => /^\s+([^:]+):/.exec(line)?.[1] ?? []);
    expect(new Set(names)).toEqual(
      new Set([
        'Content-Security-Policy',
        'X-Content-Type-Options',
        'Referrer-Policy',
        'Permissions-Policy',
        'Content-Disposition',
        'Cache-Control',
      ]),
    );
  });
});

/**
 * The policies that Cloudflare Pages sends, as its documentation says: the rules that match apply in the order of the file,
 * values of one name are joined, and `! Name` removes what earlier rules set.
 */
function onCloudflare(path: string, file: string): string[] {
  let sent: string[] = [];
  let matches = false;
  for (const line of file.split('\n')) {
    if (line.startsWith('/')) matches = line.endsWith('*') ? path.startsWith(line.slice(0, -1)) : path === line;
    if (!matches) continue;
    if (line.trim() === '! Content-Security-Policy') sent = [];
    const value = /^\s+Content-Security-Policy: (.*)$/.exec(line)?.[1];
    if (value !== undefined) sent.push(value);
  }
  return sent;
}
