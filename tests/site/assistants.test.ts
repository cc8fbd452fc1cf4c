import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, inject, test, vi } from 'vitest';
import { searchContent } from '../../scripts/lib/mcp/search-tool.ts';
import { openServedContent, type ServedContent } from '../../scripts/lib/mcp/served-content.ts';
import { findAnswers } from '../../scripts/lib/suggest/find-answers.ts';
import { PASSAGE } from '../../src/agents/citation.ts';
import { type IndexLocation, openSearchEngine } from '../../src/search/browser/search-engine.ts';
import { SearchSession } from '../../src/search/browser/session.ts';
import { openSiteSearch } from '../../src/search/browser/site-search.ts';
import type { Outcome } from '../../src/search/core/types.ts';
import { siteQueries, unanswerableQueries } from '../support/site-queries.ts';

const LIMIT = 5;
/** When nothing answers, the page shows the closest articles only. */
const CLOSEST = 3;
const LOCALES = ['en', 'ko', 'zh-cn'];
/** As customers write them: short, long, with an error code, with a typo, with words of another script, about nothing here. */
const WRITTEN: Record<string, string[]> = {
  en: [
    'refund',
    'E12',
    'bike wont unlok and my phone is dead, what now??',
    'I moved to Seoul last week and would like to know whether I can take the bike with me or have to return it first',
    'do you sell pizza',
    'quantum entanglement of lasagna',
    'who won the world cup in 1998',
    'Shakespeare sonnets',
    '환불 언제 들어와요',
    '你好，退款多久到账',
  ],
  ko: [
    'how do I reset my password',
    '환불',
    '앱이 안 열려요',
    'QR 코드가 어디에 있나요',
    '피자 파나요?',
    '김치찌개 레시피',
    '서울로 이사했는데 자전거를 가져갈 수 있나요?',
  ],
  'zh-cn': [
    '退款',
    'App 打不开',
    '二维码在哪里',
    '你们卖披萨吗',
    '1998年世界杯冠军',
    '我搬到首尔了，自行车可以带过去吗？',
  ],
};
const questions = LOCALES.flatMap((locale) =>
  [...siteQueries(locale, 28), ...unanswerableQueries(locale, 5), ...WRITTEN[locale]!].map((query) => ({
    locale,
    query,
  })),
);
let served: ServedContent;
let places: IndexLocation[];

beforeAll(async () => {
  served = await openServedContent(resolve(inject('siteFolder'), '../content'));
  const folders = await readdir(join(inject('siteFolder'), '_search'));
  places = LOCALES.map((locale) => ({
    locale,
    folder: `${inject('siteBase')}_search/`,
    manifest: `${folders.find((name) => name.startsWith(`${locale}.`))}/manifest.json`,
    current: `current/${locale}.json`,
    permanent: `${inject('siteBase')}a/`,
  }));
}, 300_000);
beforeEach(() => {
  vi.stubGlobal('fetch', async (url: string) =>
    readFile(join(inject('siteFolder'), url.slice(inject('siteBase').length))).then(
      (bytes) => new Response(new Uint8Array(bytes)),
      () => new Response('', { status: 404 }),
    ),
  );
});
afterAll(() => void vi.unstubAllGlobals());

/** What the search of a page in a locale ends with, over the files that its browser would fetch. */
function pageSearch(locale: string): (query: string) => Promise<Outcome | undefined> {
  const own = places.find((place) => place.locale === locale)!;
  const others = places.filter((place) => place !== own);
  let settled = (_outcome: Outcome | undefined): void => {};
  const session = new SearchSession({
    open: async (renew) =>
      openSiteSearch(await openSearchEngine(own, renew, PASSAGE), { own, others, defaultLocale: 'en' }, renew, PASSAGE),
    show: ({ query, state, outcome }) => query !== '' && state !== 'searching' && settled(outcome),
  });
  return (query) =>
    new Promise((resolve) => {
      settled = resolve;
      session.search({ text: query, limit: LIMIT });
    });
}

/** Article, section, language and words of each answer in the order in which a page shows them. */
function shown(outcome: Outcome, locale: string): unknown[] {
  const hits = [
    ...outcome.hits.slice(0, outcome.verdict === 'none' ? CLOSEST : LIMIT),
    ...(outcome.others ?? []).flatMap((group) => group.hits),
  ];
  return hits.map((hit) => [
    hit.article,
    hit.headings.at(-1) ?? '',
    hit.locale ?? locale,
    hit.passage.text,
    decodeURIComponent(/#(.+)/.exec(hit.href)?.[1] ?? ''),
  ]);
}

test('assistants get the answers, verdicts and words of the site’s search on 100 questions in three languages', {
  timeout: 120_000,
}, async () => {
  expect(questions.length).toBeGreaterThanOrEqual(100);
  const searches = new Map(LOCALES.map((locale) => [locale, pageSearch(locale)]));
  const verdicts = new Map<string, number>();
  for (const { locale, query } of questions) {
    const outcome = (await searches.get(locale)!(query))!;
    const { verdict, answers } = await searchContent(served, { query, locale, limit: LIMIT });
    const found = answers.map((answer) => [
      answer.id,
      answer.section,
      answer.locale,
      answer.passage,
      decodeURIComponent(/#(.+)/.exec(answer.url)?.[1] ?? ''),
    ]);
    expect({ query, verdict, found }).toEqual({ query, verdict: outcome.verdict, found: shown(outcome, locale) });
    verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
  }
  // Of each kind there are some, so that none is equal for want of trying.
  for (const verdict of ['confident', 'related', 'none'])
    expect(verdicts.get(verdict) ?? 0, verdict).toBeGreaterThanOrEqual(5);
});

test('assistants get what npm run suggest prints for the same question', async () => {
  // One with a full stop or a question mark may be several to it.
  for (const { query } of questions.filter(({ query }) => !/[.?!？。，]/.test(query))) {
    const { questions: asked } = await findAnswers(served.index, query, { limit: LIMIT });
    const { verdict, answers } = await searchContent(served, { query, limit: LIMIT });
    expect(asked.map((one) => [one.question, one.verdict, one.answers])).toEqual([[query, verdict, answers]]);
  }
});
