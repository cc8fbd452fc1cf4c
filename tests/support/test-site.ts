import { cp, readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseDocument } from 'yaml';
import { builtSite, project } from './built-site.ts';

const overlay = resolve(project, 'tests/fixtures/test-site');

/** The built site that site tests and browser tests share. */
export interface TestSite {
  folder: string;
  /** The path the site lives under. */
  base: string;
}

/**
 * Builds the shipped content together with the articles of tests/fixtures/test-site (hostile titles and
 * the like) under the base path /help/, so that a link that forgets the base path is noticed.
 * @throws Error with the build's last lines when it fails.
 */
export async function buildTestSite(): Promise<TestSite> {
  const base = '/help/';
  const folder = await builtSite(
    'test-site',
    ['content', 'tests/fixtures/test-site', 'tests/support/test-site.ts'],
    async (content) => {
      await cp(resolve(project, 'content'), content, { recursive: true });
      await cp(overlay, content, { recursive: true });
      const settings = resolve(content, 'site.yaml');
      const document = parseDocument(await readFile(settings, 'utf8'));
      document.set('base', base);
      // Tests put a help desk behind this path.
      document.setIn(['contact', 'send'], { url: `${base}api/messages`, timeoutSeconds: 1 });
      document.set('mcp', `https://help.larkride.example${base}mcp`);
      await writeFile(settings, String(document));
      await addFormerLinks(resolve(content, 'permalinks.yaml'));
    },
  );
  return { folder, base };
}

/** An id that was renamed twice, a section that was renamed, and an article that was taken out of service. */
async function addFormerLinks(file: string): Promise<void> {
  const record = parseDocument(await readFile(file, 'utf8'));
  record.setIn(['articles', 'former-refunds'], record.createNode({ en: ['old-name'] }));
  record.setIn(['articles', 'swap-station-vouchers'], record.createNode({ en: [] }));
  const moved = {
    'older-refunds': 'former-refunds',
    'former-refunds': 'refunds',
    'refunds#old-name': 'refunds#how-long-a-refund-takes',
    'swap-station-vouchers': 'retired',
  };
  record.set('moved', record.createNode(moved));
  await writeFile(file, String(record));
}
