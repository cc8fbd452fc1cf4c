import { build } from 'astro';
import { readHelpCenter } from '../../src/content/read.ts';
import { contentRoot } from '../../src/content/root.ts';

/**
 * Checks the content and builds the site into dist/.
 * @throws Error with the whole report when the content has errors: a site with holes is never published.
 */
export async function buildSite(): Promise<void> {
  const center = await readHelpCenter(contentRoot());
  const problems = center.problems.filter((problem) => problem.severity === 'error');
  if (problems.length > 0) throw new Error(`The content has errors, so nothing was built.\n${problems.map(({ file, line, found }) => `${file}:${line} ${found}`).join('\n')}`);
  await build({ logLevel: 'warn' });
}
