import { appendFile, cp, mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { filesBelow } from '../../../src/cache/files-below.ts';
import { SEARCH_FOLDER } from '../../../src/site/urls.ts';
import type { Row } from './row.ts';
import { runBuild } from './run-command.ts';

/**
 * Builds `content` three times in `workspace`: with no cache at all, again, and after a sentence was added to one article.
 * The last build is left in `workspace/dist`.
 */
export async function measureBuilds(content: string, workspace: string): Promise<Row[]> {
  const copy = join(workspace, 'content');
  const out = join(workspace, 'dist');
  const cache = join(workspace, 'cache');
  await mkdir(workspace, { recursive: true });
  await cp(content, copy, { recursive: true });

  const cold = await runBuild(copy, out, cache);
  const warm = await runBuild(copy, out, cache);
  const [article] = (await filesBelow(join(copy, 'articles'))).filter((file) => file.endsWith('.md'));
  if (!article) throw new Error(`No article in ${content}. Name a content folder with --content.`);
  await appendFile(article, '\n\nThis sentence was added to measure a build after one edit.\n');
  const edited = await runBuild(copy, out, cache);

  const pages = (await filesBelow(out)).filter((file) => file.endsWith('.html'));
  const index = await filesBelow(join(out, SEARCH_FOLDER));
  const sizes = await Promise.all(index.map(async (file) => (await stat(file)).size));
  return [
    {
      group: 'build',
      name: 'cold: model, embeddings, student, pages',
      value: cold.seconds,
      unit: 's',
      target: { atMost: 240 },
    },
    { group: 'build', name: 'warm', value: warm.seconds, unit: 's', target: { atMost: 20 } },
    {
      group: 'build',
      name: 'after one edited article',
      value: edited.seconds,
      unit: 's',
      target: { atMost: warm.seconds + 5 },
    },
    { group: 'build', name: 'memory, warm', value: warm.megabytes, unit: 'MB', target: { atMost: 1000 } },
    { group: 'build', name: 'memory, cold', value: cold.megabytes, unit: 'MB' },
    { group: 'build', name: 'pages', value: pages.length, unit: '' },
    {
      group: 'build',
      name: 'index and model files',
      value: sizes.reduce((sum, size) => sum + size, 0) / 1e6,
      unit: 'MB',
    },
  ];
}
