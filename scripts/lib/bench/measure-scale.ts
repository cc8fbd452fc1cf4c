import { access, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { filesBelow } from '../../../src/cache/files-below.ts';
import { publishedArticles } from '../../../src/content/published-articles.ts';
import { readHelpCenter } from '../../../src/content/read-help-center.ts';
import { readManifest } from '../../../src/search/core/index/manifest.ts';
import { openIndex } from '../../../src/search/core/index/search-index.ts';
import { search } from '../../../src/search/core/search.ts';
import { SEARCH_FOLDER } from '../../../src/site/urls.ts';
import { launchBrowser } from '../browser/launch.ts';
import { figuresOf } from '../relevance/metrics.ts';
import { benchLocales } from './bench-locales.ts';
import { measureBuilds } from './measure-builds.ts';
import { measureBytes } from './measure-bytes.ts';
import { runCheck } from './measure-check.ts';
import { measureDev } from './measure-dev.ts';
import { measureKeys } from './measure-keys.ts';
import type { Row } from './row.ts';
import { servePreview } from './start-server.ts';
import { writeFiles } from './synthetic/content.ts';
import { growContent, type KnownQuestion } from './synthetic/grow-content.ts';

/** What a help center of ten thousand articles in one language is to keep to. */
const TARGETS: Record<string, Row['target']> = {
  'first search, focus to semantic results': { atMost: 300 },
  'further search, median': { atMost: 60 },
  'key press to first results, p95, normal speed': { atMost: 25 },
  'key press to first results, p95, CPU 4x slower': { atMost: 60 },
  'cold: model, embeddings, student, pages': { atMost: 45 * 60 },
  warm: { atMost: 120 },
  'after one edited article': { atMost: 130 },
  'memory of all its processes, cold': { atMost: 2000 },
  'memory of all its processes, warm': { atMost: 2000 },
  'files of the site': { atMost: 20_000 },
  'check, warm': { atMost: 60 },
  'memory of the check, warm': { atMost: 2000 },
  'edit to page, median of 5': { atMost: 4 },
  'edit to search, median of 5': { atMost: 4 },
};
const LARGE = 10_000;
/** How often the questions are typed: what few keys wait for differs from visit to visit. */
const VISITS = 3;
/** How many times more a cold build of 10,000 articles may take than one of 3,000. */
const COLD = 'cold: model, embeddings, student, pages';
const GROWTH = { from: 3000, to: LARGE, atMost: 3.6 };

/** What can be left out, in the order in which it is measured. */
export const scaleParts = ['cold', 'builds', 'visitor', 'check', 'dev'] as const;
type Part = (typeof scaleParts)[number];

export interface ScaleOptions {
  /** Sizes in articles, ascending. */
  sizes: readonly number[];
  /** Parts to leave out: without `cold` the cache that is there is built with, without `builds` the site that is there is measured. */
  skip: readonly string[];
  /** Whether the grown content, its site and its cache are left in the workspace for the next time. */
  keeps: boolean;
}

/**
 * Grows the default language of a content folder to each of the sizes, and measures what a writer and a visitor wait for and
 * fetch; and how each figure grows from one size to the next.
 * @param rows What is measured is added at once: what fails after an hour costs no other figure.
 * @throws Error for an unknown part, or when one fails.
 */
export async function measureScale(
  root: string,
  workspace: string,
  { sizes, skip, keeps }: ScaleOptions,
  rows: Row[],
): Promise<void> {
  const known: readonly string[] = scaleParts;
  const unknown = skip.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Error(`--skip ${unknown.join(', ')}: no such part of scale. Choose from ${scaleParts.join(', ')}.`);
  const wanted = (part: Part): boolean => !skip.includes(part);
  const center = await readHelpCenter(root);
  const locale = center.site?.defaultLocale ?? 'en';
  const articles = publishedArticles(center).filter((article) => article.locale === locale);
  if (articles.length < 2)
    throw new Error(`${root} has no two articles in ${locale}. Name a content folder with --content.`);
  let before: { size: number; rows: Row[] } | undefined;
  for (const size of sizes) {
    const folder = join(workspace, `scale-${size}`);
    const { files, questions } = growContent(articles, locale, size, 1);
    files.set('site.yaml', siteFile(locale));
    await rm(join(folder, 'given'), { recursive: true, force: true });
    await writeFiles(join(folder, 'given'), files);
    const measured: Row[] = [];
    await measureSize(folder, locale, questions, wanted, (part) => {
      measured.push(...part);
      rows.push(...part.map((row) => named(row, size)));
    });
    if (!keeps) await rm(folder, { recursive: true, force: true });
    if (before) rows.push(...growthRows(before, { size, rows: measured }));
    before = { size, rows: measured };
  }
}

async function measureSize(
  folder: string,
  locale: string,
  questions: readonly KnownQuestion[],
  wanted: (part: Part) => boolean,
  add: (rows: Row[]) => void,
): Promise<void> {
  const [given, out, cache] = [join(folder, 'given'), join(folder, 'dist'), join(folder, 'cache')];
  if (wanted('builds')) add(await measureBuilds(given, folder, { keepsCache: !wanted('cold') }));
  if (wanted('visitor')) {
    const isBuilt = await access(out).then(
      () => true,
      () => false,
    );
    if (!isBuilt)
      throw new Error(`${out} has no site to measure. Leave builds in, or name the --workspace that has one.`);
    add([...(await fileRows(out)), await answeredRow(out, locale, questions)]);
    add(await visitorRows(join(folder, 'content'), out));
  }
  if (wanted('check')) {
    // Once to fill the cache.
    await runCheck(given, cache);
    const { seconds, treeMegabytes } = await runCheck(given, cache);
    add([
      { group: 'check', name: 'check, warm', value: seconds, unit: 's' },
      { group: 'check', name: 'memory of the check, warm', value: treeMegabytes, unit: 'MB' },
    ]);
  }
  if (wanted('dev')) add(await measureDev(given, folder, cache));
}

/** What a visitor transfers and waits for. */
async function visitorRows(content: string, out: string): Promise<Row[]> {
  const locales = await benchLocales(content, out);
  const server = await servePreview(content, out);
  const browser = await launchBrowser();
  try {
    return [
      ...(await measureBytes(browser, server.url, locales)),
      ...(await measureKeys(browser, server.url, locales, VISITS)),
    ];
  } finally {
    await browser.close();
    await server.close();
  }
}

function siteFile(locale: string): string {
  return `form: 1
name: Grown
description: A help center grown to measure how Signpost grows.
url: https://help.example.com
defaultLocale: ${locale}
locales:
  - { code: ${locale}, label: ${locale} }
contact:
  channels:
    - { type: email, label: Write to us, responseTime: Within a day, address: help@example.com }
`;
}

/** Hosts limit the number of files and the size of each. */
async function fileRows(out: string): Promise<Row[]> {
  const sizes = await Promise.all((await filesBelow(out)).map(async (file) => (await stat(file)).size));
  return [
    { group: 'scale', name: 'files of the site', value: sizes.length, unit: '' },
    { group: 'scale', name: 'the site', value: sizes.reduce((sum, size) => sum + size, 0) / 1e6, unit: 'MB' },
    { group: 'scale', name: 'its largest file', value: Math.max(...sizes) / 1e6, unit: 'MB' },
  ];
}

/** How well the built index finds the articles of known questions, in the tier that every visitor has. */
async function answeredRow(out: string, locale: string, questions: readonly KnownQuestion[]): Promise<Row> {
  const fetchFile = (name: string): Promise<Uint8Array> => readFile(join(out, SEARCH_FOLDER, name));
  const name = `current/${locale}.json`;
  const index = await openIndex({ manifest: readManifest(await fetchFile(name), name), fetchFile });
  const judged = [];
  for (const { question, article } of questions) {
    const { hits } = await search(index, question, { limit: 10 });
    judged.push({ ranked: hits.map((hit) => hit.article), answers: new Set([article]) });
  }
  return {
    group: 'scale',
    name: `${questions.length} known questions, instant tier: nDCG@10`,
    value: 100 * figuresOf(judged).ndcg10,
    unit: '',
  };
}

/** A row of a size; what the groups promise of ordinary content is no promise about this one. */
function named({ name, value, unit }: Row, size: number): Row {
  const target = size === LARGE ? TARGETS[name] : undefined;
  return { group: 'scale', name: `${size} articles: ${name}`, value, unit, ...(target && { target }) };
}

function growthRows(from: { size: number; rows: Row[] }, to: { size: number; rows: Row[] }): Row[] {
  return to.rows.flatMap(({ name, value }): Row[] => {
    const smaller = from.rows.find((row) => row.name === name)?.value;
    if (!smaller) return [];
    const promised = name === COLD && from.size === GROWTH.from && to.size === GROWTH.to;
    return [
      {
        group: 'scale',
        name: `${from.size} to ${to.size} articles: ${name}, times`,
        value: value / smaller,
        unit: '',
        ...(promised && { target: { atMost: GROWTH.atMost } }),
      },
    ];
  });
}
