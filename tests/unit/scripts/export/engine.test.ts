import { describe, expect, it } from 'vitest';
import { analyzerFor } from '../../../../scripts/lib/export/engine/analyzers.ts';
import { bulkFiles } from '../../../../scripts/lib/export/engine/bulk-files.ts';
import { ENGINES, engineIndex, VECTOR } from '../../../../scripts/lib/export/engine/engine-index.ts';
import type { SectionRecord } from '../../../../scripts/lib/export/section-records.ts';

const record = (section: string, text = 'Tap Return.'): SectionRecord => ({
  article: 'refunds',
  section,
  locale: 'en',
  title: 'Refunds',
  headings: [],
  variants: ['android'],
  category: 'billing',
  link: 'https://help.example.com/a/refunds/',
  page: 'https://help.example.com/en/billing/refunds/',
  text,
  keywords: [],
  file: 'articles/en/billing/refunds.md',
  updated: '2026-05-01',
  hash: 'ab',
});

/** The lines of all bodies, read. */
const read = (bodies: Iterable<string>): unknown[][] =>
  [...bodies].map((body) => {
    expect(body.endsWith('\n')).toBe(true);
    return body
      .slice(0, -1)
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
  });

describe('The bodies for many documents', () => {
  it('have two lines a section: where it goes, and what it is with its vector', () => {
    const vector = new Float32Array([0.123456, -1]);
    expect(
      read(bulkFiles('help-en', [{ record: record('refunds'), vector }, { record: record('refunds#how') }])),
    ).toEqual([
      [
        { index: { _index: 'help-en', _id: 'refunds' } },
        { ...record('refunds'), vector: [0.1235, -1] },
        { index: { _index: 'help-en', _id: 'refunds#how' } },
        record('refunds#how'),
      ],
    ]);
  });

  it('end before they are too large, lose no section, and keep lines of text in one line', () => {
    const sections = Array.from({ length: 50 }, (_, number) => ({
      record: record(`refunds~${number}`, `“${'가'.repeat(number * 20)}”\n\u2028end`),
    }));
    const bodies = [...bulkFiles('help-en', sections, 2000)];
    expect(bodies.length).toBeGreaterThan(10);
    const read50 = read(bodies);
    expect(read50.flat().filter((_, line) => line % 2 === 1)).toEqual(sections.map((section) => section.record));
    for (const [place, body] of bodies.entries())
      expect(read50[place]!.length === 2 || Buffer.byteLength(body) <= 2000).toBe(true);
  });

  it('are none where there is no section', () => {
    expect([...bulkFiles('help-en', [])]).toEqual([]);
  });
});

describe.each(ENGINES)('The index for %s', (engine) => {
  it('knows every field of a section, and refuses any other', () => {
    const { mappings } = engineIndex(engine, 'en', 384);
    expect(mappings.dynamic).toBe('strict');
    expect(Object.keys(mappings.properties)).toEqual([...Object.keys(record('refunds')), VECTOR]);
  });

  it('has no vectors where a locale is searched by words alone', () => {
    const { settings, mappings } = engineIndex(engine, 'en', undefined);
    expect(settings).toEqual({});
    expect(mappings.properties).not.toHaveProperty(VECTOR);
  });
});

it('Vectors are told to each engine in its own words', () => {
  expect(engineIndex('opensearch', 'en', 384)).toMatchObject({
    settings: { 'index.knn': true },
    mappings: {
      properties: {
        vector: {
          type: 'knn_vector',
          dimension: 384,
          method: { name: 'hnsw', engine: 'lucene', space_type: 'cosinesimil' },
        },
      },
    },
  });
  expect(engineIndex('elasticsearch', 'en', 384)).toMatchObject({
    settings: {},
    mappings: { properties: { vector: { type: 'dense_vector', dims: 384, index: true, similarity: 'cosine' } } },
  });
});

it.each([
  ['en', 'english'],
  ['en-GB', 'english'],
  ['ko', 'cjk'],
  ['zh-cn', 'cjk'],
  ['pt-br', 'brazilian'],
  ['pt', 'portuguese'],
  ['tlh', 'standard'],
])('Texts in %s are cut by the analyzer %s', (locale, analyzer) => {
  expect(analyzerFor(locale)).toBe(analyzer);
  expect(engineIndex('opensearch', locale, undefined).mappings.properties.text).toEqual({ type: 'text', analyzer });
});
