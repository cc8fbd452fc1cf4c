import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportReport } from '../../../../scripts/lib/import/report/report.ts';
import { runImport } from '../../../../scripts/lib/import/run-import.ts';
import { readHelpCenter } from '../../../../src/content/read-help-center.ts';
import type { HelpCenter } from '../../../../src/content/types.ts';
import { convertHere } from '../../../support/import/convert-here.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reused-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function importOf(name: string): Promise<{ out: string; report: ImportReport; center: HelpCenter }> {
  const out = join(folder, name);
  const report = await runImport({ from: `tests/fixtures/import/${name}`, out, convert: convertHere });
  return { out, report, center: await readHelpCenter(out) };
}

const source = (center: HelpCenter, title: string): string =>
  center.articles
    .find((one) => one.title === title)!
    .source.split('---\n')
    .slice(2)
    .join('---\n')
    .trim();

describe('Dynamic content of Zendesk', () => {
  let out: string;
  let report: ImportReport;
  let center: HelpCenter;
  beforeAll(async () => {
    ({ out, report, center } = await importOf('zendesk-content'));
  });

  test('of one line is a variable with a value for each language, of several a snippet', async () => {
    expect(await readFile(join(out, 'variables.yaml'), 'utf8')).toBe(
      'opening-hours:\n  en: from 9 to 17\n  de: von 9 bis 17 Uhr\n',
    );
    expect(await readFile(join(out, 'snippets/en/returns-policy.md'), 'utf8')).toBe(
      'You can return a lamp within thirty days of the day on which it came.\n\nBring the box if you still have it.\n',
    );
    expect(source(center, 'Opening hours of Lumen & Co')).toBe(
      'We are open :var{opening-hours}.\n\n::snippet{returns-policy}\n\nSee [the shop](<https://shop.example.com/Lumen & Co>), or {{dc.gone}}.\n\nOrders of more than one lamp leave our store on the next working day, whatever the weather in Bergen may be.',
    );
    expect(source(center, 'Return a lamp')).toMatch(
      /^::snippet\{returns-policy\}\n\nThe desk is open :var\{opening-hours\} as well\./,
    );
    expect(center.articles.find(({ locale }) => locale === 'de')!.body.trim()).toBe(
      'Wir haben von 9 bis 17 Uhr geöffnet.',
    );
    expect(center.problems).toEqual([]);
  });

  test('that no file tells about, contains itself or cannot be read is named', () => {
    const notes = report.changes.flatMap(({ origin, notes: each }) => each.map(({ detail }) => `${origin}: ${detail}`));
    expect(notes).toContain(
      'article 360001 (en-us): {{dc.gone}} is dynamic content that no file tells about, and stands in the text as written',
    );
    expect(notes).toContain('article 360002 (en-us): {{dc.loop}} contains itself, and stands in the text as written');
    expect(report.skipped.map(({ origin, detail }) => `${origin}: ${detail}`)).toContain(
      'items.json, dynamic content 51: its placeholder is not as the export’s documentation says',
    );
  });

  test('and what was a content block is told apart: the report says what an export cannot tell', () => {
    expect(report.notes.map(({ detail }) => detail)).toContain(
      'Zendesk’s API writes content blocks out, so no export can tell what was one. 1 passage stands word for word in several articles: npm run check names sections that say the same, and npm run check -- --fix makes snippets of what they share.',
    );
  });
});

describe('Dynamic content without the list of languages', () => {
  test('stands in its default language, and the missing list is named', async () => {
    const from = join(folder, 'alone');
    await cp('tests/fixtures/import/zendesk-content', from, { recursive: true });
    await rm(join(from, 'locales.json'));
    const out = join(folder, 'alone-out');
    const report = await runImport({ from, out, convert: convertHere });
    expect(await readFile(join(out, 'variables.yaml'), 'utf8')).toBe('opening-hours: from 9 to 17\n');
    expect(report.notes.map(({ detail }) => detail)).toContain(
      '1 text of dynamic content is in languages that no file tells about, so the default one stands for each. Save /api/v2/locales.json too, into the same folder, and import again.',
    );
  });
});

describe('Dynamic content of Intercom', () => {
  test('is a variable or a snippet where the text of articles has its words', async () => {
    const { out, center } = await importOf('intercom-content');
    expect(await readFile(join(out, 'variables.yaml'), 'utf8')).toBe('support-phone: +47 555 0100\n');
    expect(source(center, 'Call us')).toBe('Call :var{support-phone} at any time.\n\n::snippet{returns}');
    expect(source(center, 'Return a lamp')).toBe(
      'It is easy.\n\n::snippet{returns}\n\n[:var{support-phone}](<tel:+47 555 0100>)',
    );
    expect(center.problems).toEqual([]);
  });
});
