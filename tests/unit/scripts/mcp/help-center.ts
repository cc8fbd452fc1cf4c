import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const base = fileURLToPath(new URL('../../../fixtures/content/_base', import.meta.url));

/** A small help center in English and Korean, searched by words alone so that no model is needed. */
export interface SmallHelpCenter {
  content: string;
  cache: string;
  remove(): Promise<void>;
}

export async function smallHelpCenter(): Promise<SmallHelpCenter> {
  const folder = await mkdtemp(join(tmpdir(), 'signpost-mcp-'));
  const content = join(folder, 'content');
  await cp(base, content, { recursive: true });
  await appendFile(
    join(content, 'site.yaml'),
    'search: { deepTier: "off", models: [{ languages: ["*", en], source: none }] }\nmcp: https://help.example.com/mcp\n',
  );
  const refunds = join(content, 'articles/en/billing/refunds.md');
  await writeFile(refunds, (await readFile(refunds, 'utf8')).replace('related:', 'updated: 2020-01-31\nrelated:'));
  const page = (title: string, id: string, more: string, text: string): string =>
    `---\ntitle: ${title}\nid: ${id}\ndescription: ${title}.\n${more}---\n\n${text}\n`;
  await writeFile(
    join(content, 'articles/en/plans/secret.md'),
    page('Hidden', 'hidden', 'unlisted: true\n', 'Zanzibar.'),
  );
  await writeFile(join(content, 'articles/en/plans/later.md'), page('Draft', 'later', 'draft: true\n', 'Zanzibar.'));
  await writeFile(
    join(content, 'permalinks.yaml'),
    'articles: { refunds: { en: [] }, money-back: { en: [] }, gone: { en: [] } }\nmoved: { money-back: refunds, gone: retired }\n',
  );
  return { content, cache: join(folder, 'cache'), remove: () => rm(folder, { recursive: true, force: true }) };
}
