import { appendFile, cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { checkContent } from '../../../src/check/check-content.ts';
import { statementsOf } from '../../../src/check/meaning/statements.ts';
import { readHelpCenter } from '../../../src/content/read-help-center.ts';
import type { Problem } from '../../../src/content/types.ts';
import { loadEmbedder } from '../check/load-embedder.ts';
import { type PlantedContradiction, plantContradictions } from './plant-contradictions.ts';
import type { Row } from './row.ts';

const ARTICLES = 200;
const PLANTED = 40;

/**
 * Plants contradictions into a copy of the first articles of `content` and counts those that the
 * first 60 rows of the report show; and how many rows the report has with nothing planted.
 */
export async function measureContradictions(content: string, workspace: string): Promise<Row[]> {
  const copy = join(workspace, 'contradictions');
  await rm(copy, { recursive: true, force: true });
  await cp(content, copy, { recursive: true });
  const center = await readHelpCenter(copy);
  const locale = center.site?.defaultLocale ?? 'en';
  const articles = center.articles.filter((article) => article.locale === locale && !article.draft);
  for (const { file } of articles.slice(ARTICLES)) await rm(join(copy, file));
  const statements = await statementsOf(articles.slice(0, ARTICLES), locale);
  const planted = plantContradictions(statements, PLANTED);
  const embedder = await loadEmbedder(center.site ?? { locales: [] });
  const rowsOf = async (): Promise<Problem[]> =>
    checkContent(await readHelpCenter(copy), { only: ['contradiction'], embedder });
  const before = await rowsOf();
  for (const { into, altered } of planted) await appendFile(join(copy, into), `\n\n${altered}\n`);
  const rows = await rowsOf();
  const missed = planted.filter((pair) => !rows.some((row) => shows(row, pair)));
  for (const { reason, sentence, from, into } of missed)
    process.stderr.write(`missed (${reason}): "${sentence}" of ${from}, planted into ${into}\n`);
  return [
    { group: 'contradictions', name: `articles (${locale})`, value: Math.min(articles.length, ARTICLES), unit: '' },
    { group: 'contradictions', name: 'rows before anything is planted', value: before.length, unit: '' },
    {
      group: 'contradictions',
      name: `planted pairs in the first 60 rows, of ${PLANTED}`,
      value: planted.length - missed.length,
      unit: '',
      target: { atLeast: PLANTED * 0.9 },
    },
  ];
}

function shows({ found }: Problem, { sentence, altered }: PlantedContradiction): boolean {
  return found.includes(`"${sentence}"`) && found.includes(`"${altered}"`);
}
