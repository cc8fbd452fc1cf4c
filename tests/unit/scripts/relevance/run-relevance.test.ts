import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type RelevanceOptions, runRelevance } from '../../../../scripts/lib/relevance/run-relevance.ts';
import { searchSettingsSchema } from '../../../../src/schemas/search-settings.ts';

const folder = await mkdtemp(join(tmpdir(), 'signpost-relevance-'));
afterAll(() => rm(folder, { recursive: true }));

const silent = { start() {}, advance() {}, stop() {} };
// Searched by words alone, so that no model is opened.
const settings = searchSettingsSchema.parse({ models: [{ languages: ['*', 'en'], source: 'none' }] });

async function run(files: Record<string, string>, options: Partial<RelevanceOptions> = {}) {
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  let printed = '';
  const reports = await runRelevance([folder], {
    settings,
    progress: silent,
    print: (text) => (printed += text),
    ...options,
  });
  return { reports, printed };
}

const lines = (...values: object[]) => values.map((value) => JSON.stringify(value)).join('\n');
const SET = {
  'corpus.jsonl': lines(
    { id: 'd1', title: 'Refunds', text: 'We return what you paid within five days.', lang: 'en' },
    { id: 'd2', title: 'Batteries', text: '# Range\n\nA battery lasts for sixty kilometres.', lang: 'en' },
    { id: 'k1', title: '환불 요청', text: '주문을 여세요.', lang: 'ko' },
  ),
  'queries.jsonl': lines(
    { id: 'q1', text: 'when is my refund paid', lang: 'en' },
    { id: 'q2', text: 'battery range', lang: 'en' },
    { id: 'q3', text: '환불', lang: 'ko' },
    { id: 'q4', text: 'submarine', lang: 'en' },
  ),
  'qrels.tsv': 'q1\td1\t1\nq2\td2\t1\nq3\tk1\t1\n',
};

describe('npm run relevance', () => {
  it('measures all systems, each query in the language of its documents', async () => {
    const { reports, printed } = await run(SET);
    expect(reports.map(({ system }) => system)).toEqual(['lexical', 'instant', 'deep', 'orama', 'minisearch']);
    expect(reports[0]).toMatchObject({
      figures: { queries: 3, success1: 1, ndcg10: 1 },
      auroc: 1,
      verdicts: { unanswerable: { none: 1 } },
    });
    expect(printed).toContain('3 documents, 4 queries');
    expect(printed).toMatch(/lexical +100\.0 +100\.0 +100\.0 +100\.0 +100\.0 +1\.000/);
  });

  it('measures a set among the documents of others where they are joined, and tells their ids apart', async () => {
    const other = await mkdtemp(join(tmpdir(), 'signpost-relevance-other-'));
    for (const [name, text] of Object.entries(SET)) await writeFile(join(other, name), text.replaceAll('sixty', 'six'));
    for (const [name, text] of Object.entries(SET)) await writeFile(join(folder, name), text);
    let printed = '';
    const runs = join(folder, 'joined.jsonl');
    const reports = await runRelevance([folder, other], {
      settings,
      progress: silent,
      print: (text) => (printed += text),
      tier: 'lexical',
      join: true,
      runs,
    });
    await rm(other, { recursive: true });
    expect(reports.map(({ set, figures }) => [set, figures.queries])).toEqual([
      [`${basename(folder)}, joined`, 3],
      [`${basename(other)}, joined`, 3],
    ]);
    // The same document of the other set is as good, and no answer.
    expect(reports.reduce((sum, { figures }) => sum + figures.success1, 0)).toBeLessThan(2);
    expect(printed).toContain('6 documents, 4 queries');
    const [first] = (await readFile(runs, 'utf8')).split('\n');
    expect(JSON.parse(first!)).toMatchObject({ query: `${basename(folder)}/q1` });
  });

  it('writes figures and runs, narrowed to a tier and to the first queries', async () => {
    const json = join(folder, 'out.json');
    const runs = join(folder, 'out.jsonl');
    await run(SET, { json, runs, tier: 'lexical', limit: 2 });
    expect(JSON.parse(await readFile(json, 'utf8'))).toMatchObject([{ system: 'lexical', figures: { queries: 2 } }]);
    const [first, ...rest] = (await readFile(runs, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(first).toMatchObject({
      query: 'q1',
      tier: 'lexical',
      verdict: expect.stringMatching(/confident|related|none/),
      ranked: [{ id: 'd1', score: expect.any(Number) }],
    });
    expect(rest).toHaveLength(1);
  });

  it.each([
    ['corpus.jsonl', '{"title": "no id"}', /corpus\.jsonl, line 1: found .*expected an object with id/],
    ['queries.jsonl', '\nnot json', /queries\.jsonl, line 2: found "not json", expected an object/],
    ['qrels.tsv', 'q1 d1', /qrels\.tsv, line 1: found "q1 d1", expected query, document and grade parted by tabs/],
    ['corpus.jsonl', '', /corpus\.jsonl has no documents/],
  ])('names the line of %s that is wrong', async (name, text, message) => {
    await expect(run({ ...SET, [name]: text })).rejects.toThrow(message);
  });

  it('says what a folder must hold', async () => {
    await expect(
      runRelevance([join(folder, 'nowhere')], { settings, progress: silent, print: () => {} }),
    ).rejects.toThrow(
      "corpus.jsonl can't be read. Name a folder that holds corpus.jsonl, queries.jsonl and qrels.tsv.",
    );
  });
});
