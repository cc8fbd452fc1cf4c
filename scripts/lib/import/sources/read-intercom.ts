import { z } from 'zod';
import { emptySite, type JsonFiles } from './json-files.ts';
import { localeCode, localeTag } from './locale-code.ts';
import { day } from './markdown/front-matter-fields.ts';
import { isRecord, type RawRecord, recordsIn, valid } from './records.ts';
import type { SourceArticle, SourceSite } from './source.ts';
import { largestArticle } from './source-files.ts';

const id = z.union([z.int(), z.string().min(1).max(64)]).transform(String);
const text = z.string().nullish();

const content = z.looseObject({
  title: text,
  description: text,
  body: text,
  state: text,
  url: text,
  updated_at: z.number().nullish(),
});
const articleForm = content.extend({
  id,
  parent_id: id.nullish(),
  parent_ids: z.array(id).nullish(),
  default_locale: z.string().regex(localeTag).nullish(),
  translated_content: z.record(z.string(), z.unknown()).nullish(),
});
const collectionForm = z.looseObject({
  id,
  name: text,
  description: text,
  parent_id: id.nullish(),
  collection_id: id.nullish(),
  order: z.coerce.number().nullish().catch(null),
  url: text,
  translated_content: z.record(z.string(), z.unknown()).nullish(),
});
type Collection = z.output<typeof collectionForm>;

/** True when some document looks like an answer of Intercom's articles or help center endpoints. */
export function isIntercom({ documents }: JsonFiles): boolean {
  return recordsOf(documents).some((record) => ['article', 'collection'].includes(typeOf(record)));
}

/** Reads the saved answers of Intercom's list of articles and list of collections. */
export function readIntercom(json: JsonFiles, options: { locale?: string }): SourceSite {
  const site = emptySite('intercom', json);
  const { skipped } = site;
  const records = recordsOf(json.documents);
  const of = (...types: string[]): RawRecord[] => records.filter((record) => types.includes(typeOf(record)));
  const collections = new Map(
    valid(collectionForm, of('collection', 'section'), 'collection', skipped).map((one) => [one.id, one]),
  );
  const articles = valid(articleForm, of('article'), 'article', skipped);
  const fallback = localeCode(
    articles.map((article) => article.default_locale).find(Boolean) ?? options.locale ?? 'en',
  );
  const written = new Set<string>();
  for (const article of articles) {
    const own = localeCode(article.default_locale ?? fallback);
    const versions = [
      [own, article as z.output<typeof content>] as const,
      ...translations(article.translated_content, content),
    ];
    for (const [locale, version] of versions) {
      if (written.has(`${locale}/${article.id}`) || !(version.title?.trim() || version.body?.trim())) continue;
      written.add(`${locale}/${article.id}`);
      const body = version.body ?? '';
      if (body.length > largestArticle) {
        skipped.push({
          origin: `article ${article.id} (${locale})`,
          reason: 'too-large',
          detail: `${Math.round(body.length / 1e6)} MB; an article may have ${largestArticle / 1e6} MB`,
          id: article.id,
        });
        continue;
      }
      const way = ancestry(article.parent_id ?? article.parent_ids?.at(-1), collections);
      const top = way.at(-1);
      const names = way
        .slice(0, -1)
        .map((one) => nameOf(one, locale).name)
        .reverse();
      addCategory(site, top, locale);
      site.articles.push({
        id: article.id.toLowerCase(),
        locale,
        category: top?.id ?? 'general',
        section: names.filter(Boolean).join(' – ') || undefined,
        title: version.title?.trim() || `Article ${article.id}`,
        format: 'html',
        body,
        description: version.description?.trim() || undefined,
        updated: day(version.updated_at),
        keywords: [],
        related: [],
        draft: version.state === 'draft',
        aliases: path(version.url),
        origin: `article ${article.id} (${locale})`,
        folder: '',
        notes: [],
      } satisfies SourceArticle);
    }
  }
  const locales = [...new Set(site.articles.map((article) => article.locale))];
  site.locales = [fallback, ...locales.filter((locale) => locale !== fallback).sort()].filter((locale) =>
    locales.includes(locale),
  );
  const address = articles.map((article) => article.url).find((url) => url && URL.canParse(url));
  site.origin = address ? new URL(address).origin : undefined;
  return site;
}

/** Some versions of the API give collections without their type. */
function typeOf(record: RawRecord): string {
  if (typeof record.type === 'string') return record.type;
  return 'workspace_id' in record && 'name' in record && 'order' in record ? 'collection' : '';
}

function addCategory(site: SourceSite, top: Collection | undefined, locale: string): void {
  const key = top?.id ?? 'general';
  if (site.categories.some((one) => one.key === key && one.locale === locale)) return;
  const { name, description } = top ? nameOf(top, locale) : { name: 'General', description: undefined };
  site.categories.push({
    key,
    locale,
    title: name ?? 'General',
    description,
    order: ((top?.order ?? 98) + 1) * 10,
    aliases: site.categories.some((one) => one.key === key) ? [] : path(top?.url),
  });
}

function nameOf(collection: Collection, locale: string): { name?: string; description?: string } {
  const form = z.looseObject({ name: text, description: text });
  const own = translations(collection.translated_content, form).find(([code]) => code === locale)?.[1];
  return {
    name: own?.name?.trim() || collection.name?.trim() || undefined,
    description: own?.description?.trim() || collection.description?.trim() || undefined,
  };
}

/** `translated_content` maps languages to texts, with a `type` among them. */
function translations<S extends z.ZodType>(
  value: Record<string, unknown> | null | undefined,
  form: S,
): [string, z.output<S>][] {
  return Object.entries(value ?? {}).flatMap(([locale, one]) => {
    const result = isRecord(one) ? form.safeParse(one) : undefined;
    return result?.success && localeTag.test(locale)
      ? [[localeCode(locale), result.data] as [string, z.output<S>]]
      : [];
  });
}

function ancestry(start: string | null | undefined, collections: Map<string, Collection>): Collection[] {
  const found: Collection[] = [];
  for (let next = start ? collections.get(start) : undefined; next && !found.includes(next); ) {
    found.push(next);
    const parent = next.parent_id ?? next.collection_id;
    next = parent ? collections.get(parent) : undefined;
  }
  return found;
}

function path(url: string | null | undefined): string[] {
  return url && URL.canParse(url) ? [new URL(url).pathname] : [];
}

function recordsOf(documents: JsonFiles['documents']): RawRecord[] {
  return documents.flatMap(({ value }) => {
    if (Array.isArray(value)) return recordsIn(value);
    if (!isRecord(value)) return [];
    return Array.isArray(value.data) ? recordsIn(value.data) : [value];
  });
}
