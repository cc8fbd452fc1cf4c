import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { modelSchema } from '../../../../src/schemas/search-settings.ts';
import type { SearchEngine } from '../../../../src/search/browser/engine-types.ts';
import { type IndexLocation, openSearchEngine } from '../../../../src/search/browser/search-engine.ts';
import { openBorrowedSearch, openSiteSearch } from '../../../../src/search/browser/site-search.ts';
import type { BrowserCopy } from '../../../../src/search/core/index/browser-copy.ts';
import type { Outcome } from '../../../../src/search/core/types.ts';
import { buildForeignIndex } from '../../../../src/search/indexer/distil/foreign-index.ts';
import { indexSections } from '../../../../src/search/indexer/index-document.ts';
import { writeIndex } from '../../../../src/search/indexer/write/write-index.ts';
import { silentProgress } from '../../../../src/terminal/progress.ts';
import { bilingualTeacher } from '../indexer/distil/bilingual-teacher.ts';
import { article } from '../small-site.ts';

const teacher = bilingualTeacher();
const settings = modelSchema.parse({ dimensions: teacher.dimensions, centred: true });
const english = [
  article('theft', 'bike stolen', 'A stolen bike'),
  article('refund', 'refund', 'Refund of a charge'),
  article('battery', 'battery charge', 'Charge the battery of the bike'),
  article('password', 'password reset', 'Reset your password'),
];
const korean = [
  article('refund', '환불', '환불 충전', {}, { href: '/help/ko/money/refund/' }),
  article('password', '비밀번호 재설정', '비밀번호 재설정', {}, { href: '/help/ko/account/password/' }),
];

const files = new Map<string, Uint8Array>();
const places: Record<string, IndexLocation> = {};
let fetched: string[];

beforeAll(async () => {
  const cache = await mkdtemp(join(tmpdir(), 'site-search-'));
  const foreign = await buildForeignIndex({
    locale: 'en',
    sections: indexSections(english),
    languages: { ko: indexSections(korean) },
    teacher,
    settings,
    progress: silentProgress,
    prior: { cache, spans: { vocabulary: 200, questions: 200 } },
  });
  for (const [locale, documents] of Object.entries({ en: english, ko: korean })) {
    const built = await writeIndex({
      locale,
      documents: documents.map((one) => ({ ...one, href: one.href.replace('/en/', `/help/${locale}/`) })),
      synonyms: [],
      foreign: locale === 'en' ? foreign : undefined,
    });
    for (const [name, content] of built.files) files.set(name, content);
    places[locale] = {
      locale,
      folder: '/help/_search/',
      manifest: built.manifestName,
      current: built.manifestName,
      permanent: '/help/a/',
    };
  }
});
beforeEach(() => {
  fetched = [];
  vi.stubGlobal('fetch', async (url: string) => {
    const name = url.replace('/help/_search/', '');
    fetched.push(name);
    const content = files.get(name) as Uint8Array<ArrayBuffer> | undefined;
    return content ? new Response(content) : new Response('', { status: 404 });
  });
});
afterEach(() => void vi.unstubAllGlobals());

function open(page: string, broken?: string): Promise<SearchEngine> {
  const others = Object.values(places)
    .filter(({ locale }) => locale !== page)
    .map((place) => (place.locale === broken ? { ...place, manifest: 'gone/manifest.json' } : place));
  return siteSearch(places[page]!, others);
}

async function siteSearch(own: IndexLocation, others: IndexLocation[]): Promise<SearchEngine> {
  return openSiteSearch(await openSearchEngine(own, false, 240), { own, others, defaultLocale: 'en' }, false, 240);
}

async function answer(engine: SearchEngine, text: string, vector?: Float32Array): Promise<Outcome> {
  const ranked = (await engine.instant({ text })) ?? (await engine.lexical({ text }));
  const outcome = await ranked.outcome();
  return (await engine.others?.({ text }, outcome, vector)) ?? outcome;
}

const shown = ({ hits, others = [] }: Outcome): string[] =>
  [...hits, ...others.flatMap((group) => group.hits)].map(({ article: id, locale = 'page' }) => `${id} ${locale}`);

describe('a question in another language than the page’s', () => {
  it('is answered by its own language, then by what only the page’s has', async () => {
    const outcome = await answer(await open('en'), '비밀번호 자전거 도난');
    expect(outcome.locale).toBe('ko');
    expect(shown(outcome)).toContain('password ko');
    expect(shown(outcome)).toContain('theft en');
  });

  it('shows an article that both have once, in its own language', async () => {
    const outcome = await answer(await open('en'), '환불 자전거 도난');
    expect(shown(outcome)).toContain('refund ko');
    expect(shown(outcome).filter((one) => one.startsWith('refund'))).toHaveLength(1);
  });

  it('is led to the pages of its own language, untranslated articles included', async () => {
    const { hits, others = [] } = await answer(await open('en'), '비밀번호 자전거 도난');
    const all = [...hits, ...others.flatMap((group) => group.hits)];
    expect(all.find(({ article: id }) => id === 'theft')?.href).toBe('/help/ko/help/theft/');
    expect(all.find(({ article: id }) => id === 'password')?.href).toBe('/help/ko/account/password/');
  });

  it('is answered by the page’s index where its own language’s is not there', async () => {
    const outcome = await answer(await open('en', 'ko'), '자전거 도난');
    expect(outcome.locale).toBe('en');
    expect(outcome.hits[0]?.article).toBe('theft');
  });
});

describe('on a page whose language has no articles', () => {
  const borrowed = async (locale: string) =>
    openBorrowedSearch(await openSearchEngine(places.en, false, 240), {
      locale,
      indexed: ['en'],
      permanent: '/help/a/',
    });

  it('the default language answers a question in the page’s, by its meaning, labelled, with pages of the page’s side', async () => {
    const outcome = await answer(await borrowed('ko'), '자전거 도난');
    expect([outcome.locale, outcome.tier]).toEqual(['ko', 'instant']);
    expect(shown(outcome)[0]).toBe('theft en');
    expect(outcome.hits[0]?.href).toBe('/help/ko/help/theft/');
  });

  it('words of the default language find what they always find, also where nothing is known of the page’s', async () => {
    const outcome = await answer(await borrowed('th'), 'password reset');
    expect(shown(outcome)[0]).toBe('password en');
    expect(outcome.hits[0]?.href).toBe('/help/th/help/password/');
  });
});

describe('a question in the page’s language', () => {
  it('is answered by what only the default language has, where the page’s has nothing certain', async () => {
    const outcome = await answer(await open('ko'), '자전거 도난');
    expect(outcome.locale).toBe('ko');
    expect(shown(outcome)).toContain('theft en');
    expect(fetched.some((name) => name.includes('foreign-ko'))).toBe(true);
  });

  it('fetches nothing of another language on pages of the default one, answered or not', async () => {
    const engine = await open('en');
    for (const question of ['password reset', 'nothing of the kind', 'QX-7741']) await answer(engine, question);
    expect(fetched.filter((name) => name.startsWith('ko.') || name.includes('foreign'))).toEqual([]);
  });

  it('fetches nothing of another language where its own answers for certain', async () => {
    const engine = await open('ko');
    const outcome: Outcome = { query: '환불', tier: 'instant', verdict: 'confident', locale: 'ko', hits: [] };
    expect(engine.others?.({ text: '환불' }, outcome)).toBeUndefined();
    expect(fetched.filter((name) => name.startsWith('en.'))).toEqual([]);
  });
});

describe('a preview while typing', () => {
  it('waits for an index that is not open yet, and is not complete while other languages are to be asked', async () => {
    const engine = await open('en');
    const question = { text: '비밀번호 재설정', partial: false };
    expect(await engine.preview(question)).toBeUndefined();
    await answer(engine, question.text);
    const preview = await engine.preview(question);
    expect(preview?.outcome.locale).toBe('ko');
    expect(preview?.complete).toBe(false);
  });
});

describe('the transformer’s vector of a question', () => {
  const copy: BrowserCopy = {
    files: {
      encoder: { name: 'e', bytes: 1 },
      tokenizer: { name: 't', bytes: 1 },
      runtime: { name: 'r', bytes: 1 },
      loader: { name: 'l', bytes: 1 },
    },
    bytes: 4,
    maxTokens: 128,
    queryPrefix: '',
    pooling: 'mean',
    dimensions: teacher.dimensions,
  };

  /** Opens the Korean pages with the copy of a model. */
  async function withCopyOf(id: string): Promise<SearchEngine> {
    const { manifest: name } = places.ko!;
    const manifest = JSON.parse(new TextDecoder().decode(files.get(name)));
    const { model } = JSON.parse(new TextDecoder().decode(files.get(places.en!.manifest))).foreign;
    const changed = { ...manifest, model: { ...model, id, browser: copy } };
    files.set('changed/manifest.json', new TextEncoder().encode(JSON.stringify(changed)));
    const own = { ...places.ko!, manifest: 'changed/manifest.json' };
    return siteSearch(own, [places.en!]);
  }

  it('is compared with the default language’s articles, too, by the same download', async () => {
    const [vector] = await teacher.embed(['자전거 도난']);
    const engine = await withCopyOf('bilingual');
    await answer(engine, '자전거 도난', vector);
    expect(fetched.some((name) => name.endsWith('foreign-ko-projection.bin'))).toBe(true);
    expect(fetched.some((name) => name.endsWith('foreign-ko-student.bin'))).toBe(false);
  });

  it('is not compared with what another model made', async () => {
    const [vector] = await teacher.embed(['자전거 도난']);
    const engine = await withCopyOf('another');
    await answer(engine, '자전거 도난', vector);
    expect(fetched.some((name) => name.endsWith('foreign-ko-student.bin'))).toBe(true);
    expect(await engine.deep({ text: 'bike stolen' }, vector!)).toBeUndefined();
  });
});
