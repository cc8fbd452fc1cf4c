import { appendFile, cp, mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { filesBelow } from '../../../src/cache/files-below.ts';
import { SEARCH_FOLDER } from '../../../src/site/urls.ts';
import type { Row } from './row.ts';
import { runBuild } from './run-command.ts';

/**
 * Builds `content` three times in `workspace`: with no cache at all, again, and after a sentence was added to one article.
 * The last build is left in `workspace/dist`.
 * @param keepsCache Leaves out the first of them, and builds with the cache that is there.
 */
export async function measureBuilds(content: string, workspace: string, { keepsCache = false } = {}): Promise<Row[]> {
  const copy = join(workspace, 'content');
  const out = join(workspace, 'dist');
  const cache = join(workspace, 'cache');
  for (const folder of keepsCache ? [copy] : [copy, out, cache]) await rm(folder, { recursive: true, force: true });
  await mkdir(workspace, { recursive: true });
  await cp(content, copy, { recursive: true });

  const cold = keepsCache ? undefined : await runBuild(copy, out, cache);
  const warm = await runBuild(copy, out, cache);
  const [article] = (await filesBelow(join(copy, 'articles'))).filter((file) => file.endsWith('.md'));
  if (!article) throw new Error(`No article in ${content}. Name a content folder with --content.`);
  await appendFile(article, '\n\nThis sentence was added to measure a build after one edit.\n');
  const edited = await runBuild(copy, out, cache);

  const pages = (await filesBelow(out)).filter((file) => file.endsWith('.html'));
  const index = await filesBelow(join(out, SEARCH_FOLDER));
  const sizes = await Promise.all(index.map(async (file) => (await stat(file)).size));
  const memory = (name: string, value: number, target?: Row['target']): Row => ({
    group: 'build',
    name,
    value,
    unit: 'MB',
    ...(target && { target }),
  });
  const ofCold: Row[] = cold
    ? [
        {
          group: 'build',
          name: 'cold: model, embeddings, student, pages',
          value: cold.seconds,
          unit: 's',
          target: { atMost: 240 },
        },
        memory('memory, cold', cold.megabytes),
        memory('memory of all its processes, cold', cold.treeMegabytes),
      ]
    : [];
  return [
    ...ofCold,
    { group: 'build', name: 'warm', value: warm.seconds, unit: 's', target: { atMost: 20 } },
    {
      group: 'build',
      name: 'after one edited article',
      value: edited.seconds,
      unit: 's',
      target: { atMost: warm.seconds + 5 },
    },
    memory('memory, warm', warm.megabytes, { atMost: 1000 }),
    memory('memory of all its processes, warm', warm.treeMegabytes),
    { group: 'build', name: 'pages', value: pages.length, unit: '' },
    {
      group: 'build',
      name: 'index and model files',
      value: sizes.reduce((sum, size) => sum + size, 0) / 1e6,
      unit: 'MB',
    },
  ];
}
