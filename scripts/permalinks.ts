import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import pc from 'picocolors';
import { stringify } from 'yaml';
import { contentRoot } from '../src/content/content-root.ts';
import { readCachedHelpCenter } from '../src/content/parse-cache.ts';
import { publishedAnchors, renamedSections, withPublished } from '../src/permalinks/record.ts';
import { fail } from './lib/cli/fail.ts';

const HEADER = `# Every id and section ever published under /a/<id>/. Written by npm run permalinks; commit it.
# Under moved you say where a former one leads: another id or section, or retired.
`;

const { mend } = new Command('npm run permalinks --')
  .description('Adds every published id and section to permalinks.yaml, the record that keeps permanent links alive.')
  .option('--mend', 'also redirect sections that were renamed where they stand', false)
  .parse()
  .opts<{ mend: boolean }>();

await run().catch(fail);

async function run(): Promise<void> {
  const center = await readCachedHelpCenter(contentRoot());
  const wrong = center.problems.find(({ file, severity }) => file === 'permalinks.yaml' && severity === 'error');
  if (wrong)
    throw new Error(
      `permalinks.yaml:${wrong.line} has ${wrong.found} where ${wrong.expected} is wanted. ${wrong.remedy}`,
    );
  const now = publishedAnchors(center);
  const renamed = mend ? renamedSections(center.permalinks, now) : {};
  const record = withPublished({ ...center.permalinks, moved: { ...center.permalinks.moved, ...renamed } }, now);
  await writeFile(join(center.root, 'permalinks.yaml'), HEADER + stringify(record, { lineWidth: 0 }));
  const sections = Object.values(record.articles).flatMap((locales) => Object.values(locales).flat()).length;
  const redirected = Object.keys(renamed).length;
  console.log(
    `${pc.green('✓')} permalinks.yaml holds ${Object.keys(record.articles).length} ids and ${sections} sections${redirected > 0 ? `; ${redirected} renamed sections were redirected` : ''}.`,
  );
}
