import { z } from 'zod';
import { day } from './days.ts';
import type { HelpDesk, HelpDeskExport, RecordKind } from './help-desk.ts';
import { emptySite } from './json-files.ts';
import type { JsonRecord } from './json-records.ts';
import { localeCode, localeTag } from './locale-code.ts';
import { type Found, isRecord, once, valid } from './records.ts';
import { severalCenters } from './several-centers.ts';
import { shownMarkdown } from './shown-markdown.ts';
import type { Note, Skipped, SourceArticle, SourceSite } from './source.ts';
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
type Article = z.output<typeof articleForm>;
type Collection = z.output<typeof collectionForm> & Found;

/** Intercom, by the answers of its articles and help center endpoints. */
export const intercom: HelpDesk = {
  kind: 'intercom',
  name: 'Intercom',
  kindOf,
  lists: { article: 'article', collection: 'collection', section: 'collection' },
  read: readIntercom,
};

/** Some versions of the API give collections without their type. */
function kindOf({ record }: JsonRecord): RecordKind | undefined {
  if (record.type === 'article') return 'article';
  if (record.type === 'collection' || (record.type === 'section' && 'workspace_id' in record)) return 'collection';
  if (record.type !== undefined || !('workspace_id' in record)) return undefined;
  if ('title' in record && 'body' in record) return 'article';
  return 'name' in record && 'order' in record ? 'collection' : undefined;
}

/** Reads the saved answers of Intercom's list of articles and list of collections. */
function readIntercom(records: HelpDeskExport, options: { locale?: string }): SourceSite {
  const site = emptySite('intercom', records);
  const { skipped } = site;
  const collections = new Map(
    valid(collectionForm, records.of('collection'), 'collection', skipped).map((one) => [one.id, one]),
  );
  const articles = once(
    valid(articleForm, records.of('article'), 'article', skipped),
    {
      key: ({ id }) => id,
      text: (article) => JSON.stringify([article.title, article.body, article.translated_content]),
      updated: ({ updated_at }) => String(updated_at ?? ''),
      name: ({ id }) => `article ${id}`,
    },
    skipped,
  );
  const fallback = localeCode(
    articles.map((article) => article.default_locale).find(Boolean) ?? options.locale ?? 'en',
  );
  for (const article of articles) {
    const own = localeCode(article.default_locale ?? fallback);
    const versions = new Map([
      ...translations(article.translated_content, content, article.id, skipped),
      [own, article as z.output<typeof content>] as const,
    ]);
    for (const [locale, version] of [...versions].sort(
      ([one], [other]) => Number(other === own) - Number(one === own),
    )) {
      if (!(version.title?.trim() || version.body?.trim())) {
        skipped.push({
          origin: `article ${article.id} (${locale})`,
          reason: 'no-text',
          detail: 'it has neither a title nor a text in this language',
        });
        continue;
      }
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
      const way = ancestry(parentOf(article), collections);
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
        notes: shownMarkdown(body),
      } satisfies SourceArticle);
    }
  }
  const locales = [...new Set(site.articles.map((article) => article.locale))];
  site.locales = [fallback, ...locales.filter((locale) => locale !== fallback).sort()].filter((locale) =>
    locales.includes(locale),
  );
  const address = articles.map((article) => article.url).find((url) => url && URL.canParse(url));
  site.origin = address ? new URL(address).origin : undefined;
  site.notes.push(...missingCollections(articles, collections), ...severalCenters(articles, ({ url }) => url));
  skipped.push(...emptyCollections(articles, collections));
  return site;
}

/** Says that the list of collections is missing, or some of its pages are. */
function missingCollections(articles: Article[], collections: Map<string, Collection>): Note[] {
  const without = articles.filter((article) => {
    const parent = parentOf(article);
    return parent && !collections.has(parent);
  });
  if (without.length === 0) return [];
  return [
    {
      level: 'lost',
      kind: 'collections-missing',
      detail: `${without.length} article${without.length === 1 ? ' names a collection' : 's name collections'} that no file tells about, and ${without.length === 1 ? 'stands' : 'stand'} under General. Save all pages of https://api.intercom.io/help_center/collections too, into the same folder, name that folder, and import again.`,
    },
  ];
}

/** Names the collections that did not come over because they have no articles. */
function emptyCollections(articles: Article[], collections: Map<string, Collection>): Skipped[] {
  const used = new Set(articles.flatMap((article) => ancestry(parentOf(article), collections).map(({ id }) => id)));
  return [...collections.values()]
    .filter(({ id }) => !used.has(id))
    .map(({ id, foundIn }) => ({
      origin: `${foundIn}, collection ${id}`,
      reason: 'not-an-article',
      detail: 'no article is in it',
    }));
}

/** The innermost collection of an article. */
function parentOf({ parent_id, parent_ids }: Article): string | undefined {
  return parent_id ?? parent_ids?.at(-1);
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
  const own = translations(collection.translated_content, form, collection.id, []).find(
    ([code]) => code === locale,
  )?.[1];
  return {
    name: own?.name?.trim() || collection.name?.trim() || undefined,
    description: own?.description?.trim() || collection.description?.trim() || undefined,
  };
}

/** `translated_content` maps languages to texts, with a `type` among them. */
function translations<S extends z.ZodType>(
  value: Record<string, unknown> | null | undefined,
  form: S,
  owner: string,
  skipped: Skipped[],
): [string, z.output<S>][] {
  return Object.entries(value ?? {}).flatMap(([locale, one]) => {
    if (!isRecord(one)) return [];
    const result = form.safeParse(one);
    if (result.success && localeTag.test(locale)) return [[localeCode(locale), result.data] as [string, z.output<S>]];
    skipped.push({
      origin: `translation of ${owner} (${locale.slice(0, 40)})`,
      reason: 'unreadable',
      detail: result.success
        ? 'its language is none that is known'
        : `its ${result.error.issues[0]?.path.join('.') || 'form'} is not as the export’s documentation says`,
    });
    return [];
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
