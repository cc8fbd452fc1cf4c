import { z } from 'zod';
import { emptySite, type JsonFiles } from './json-files.ts';
import { localeCode } from './locale-code.ts';
import { day } from './markdown/front-matter-fields.ts';
import { isRecord, type RawRecord, recordsIn, valid } from './records.ts';
import type { Note, SourceSite } from './source.ts';
import { largestArticle } from './source-files.ts';

const id = z.union([z.int(), z.string().min(1).max(64)]).transform(String);
const text = z.string().nullish();
const articleForm = z.looseObject({
  id,
  number: z.int().nonnegative(),
  collectionId: id.nullish(),
  status: text,
  name: text,
  text,
  publicUrl: text,
  categories: z.array(id).nullish(),
  related: z.array(id).nullish(),
  keywords: z.array(z.string()).nullish(),
  updatedAt: text,
  lastPublishedAt: text,
  hasDraft: z.boolean().nullish(),
});
const groupForm = z.looseObject({
  id,
  number: z.int().nullish(),
  collectionId: id.nullish(),
  name: text,
  description: text,
  order: z.number().nullish(),
  visibility: text,
  publicUrl: text,
  slug: text,
});
type Group = z.output<typeof groupForm>;

/** True when some document looks like an answer of the Docs API of Help Scout. */
export function isHelpScout({ documents }: JsonFiles): boolean {
  return (
    documents.some(
      ({ value }) =>
        isRecord(value) &&
        ['articles', 'categories', 'collections'].some(
          (name) => isRecord(value[name]) && Array.isArray((value[name] as RawRecord).items),
        ),
    ) || recordsOf(documents, 'articles', 'article').some((record) => 'collectionId' in record && 'number' in record)
  );
}

/**
 * Reads the saved answers of Help Scout's articles, categories and collections. Several collections become
 * the categories, with their categories as sections; in a single one, its categories are the categories.
 */
export function readHelpScout(json: JsonFiles, options: { locale?: string }): SourceSite {
  const site = emptySite('helpscout', json);
  const { skipped } = site;
  const groups = (plural: string, single: string): Map<string, Group> =>
    new Map(valid(groupForm, recordsOf(json.documents, plural, single), single, skipped).map((one) => [one.id, one]));
  const collections = groups('collections', 'collection');
  const categories = groups('categories', 'category');
  const records = valid(articleForm, recordsOf(json.documents, 'articles', 'article'), 'article', skipped);
  // Lists of articles have no text; the single answers do.
  const articles = [
    ...new Map(
      records
        .toSorted((one, other) => Number(one.text != null) - Number(other.text != null))
        .map((one) => [one.id, one]),
    ).values(),
  ];
  const numbers = new Map(articles.map((article) => [article.id, String(article.number)]));
  const locale = localeCode(options.locale ?? 'en');
  site.locales.push(locale);
  const several = collections.size > 1;
  const restricted = new Set<string>();
  for (const article of articles) {
    const collection = article.collectionId ? collections.get(article.collectionId) : undefined;
    const category = article.categories?.map((one) => categories.get(one)).find((one) => one !== undefined);
    if (collection?.visibility === 'private' || category?.visibility === 'private') {
      restricted.add(String(article.number));
      skipped.push({
        origin: `article ${article.number}`,
        reason: 'restricted',
        detail: 'it is in a private collection',
        id: String(article.number),
      });
      continue;
    }
    const body = article.text ?? '';
    if (article.text == null) {
      skipped.push({
        origin: `article ${article.number}`,
        title: article.name ?? undefined,
        reason: 'no-text',
        detail: 'the list of articles has no texts; save the answer for each article too',
        id: String(article.number),
      });
      continue;
    }
    if (body.length > largestArticle) {
      skipped.push({
        origin: `article ${article.number}`,
        reason: 'too-large',
        detail: `${Math.round(body.length / 1e6)} MB; an article may have ${largestArticle / 1e6} MB`,
        id: String(article.number),
      });
      continue;
    }
    const top = several ? collection : category;
    if (!site.categories.some((one) => one.key === (top?.id ?? 'general')))
      site.categories.push(
        categoryOf(top, locale, several ? [...categories.values()].filter((one) => one.collectionId === top?.id) : []),
      );
    const notes: Note[] = [];
    if ((article.categories?.length ?? 0) > 1)
      notes.push({
        level: 'changed',
        kind: 'one-category-only',
        detail: `it was in ${article.categories?.length} categories and is now in the first`,
      });
    if (article.hasDraft)
      notes.push({
        level: 'lost',
        kind: 'unpublished-changes',
        detail: 'changes that were not published yet are not in the export',
      });
    site.articles.push({
      id: String(article.number),
      locale,
      category: top?.id ?? 'general',
      section: several ? category?.name?.trim() || undefined : undefined,
      title: article.name?.trim() || `Article ${article.number}`,
      format: 'html',
      body,
      updated: day(article.lastPublishedAt ?? article.updatedAt),
      keywords: article.keywords ?? [],
      related: (article.related ?? []).flatMap((one) => numbers.get(one) ?? []),
      draft: article.status !== 'published',
      aliases: path(article.publicUrl),
      origin: `article ${article.number}`,
      folder: '',
      notes,
    });
  }
  const there = new Set(site.articles.map((article) => article.id));
  for (const article of site.articles)
    article.related = article.related.filter((one) => there.has(one) && !restricted.has(one));
  const address = articles.map((article) => article.publicUrl).find((url) => url && URL.canParse(url));
  site.origin = address ? new URL(address).origin : undefined;
  return site;
}

function categoryOf(group: Group | undefined, locale: string, inside: Group[]): SourceSite['categories'][number] {
  return {
    key: group?.id ?? 'general',
    locale,
    title: group?.name?.trim() || 'General',
    description: group?.description?.trim() || undefined,
    slug: group?.slug ?? undefined,
    order: (group?.order ?? 99) * 10,
    aliases: [group, ...inside].flatMap((one) => path(one?.publicUrl)),
  };
}

function path(url: string | null | undefined): string[] {
  return url && URL.canParse(url) ? [new URL(url).pathname] : [];
}

function recordsOf(documents: JsonFiles['documents'], plural: string, single: string): RawRecord[] {
  return documents.flatMap(({ value }) => {
    if (!isRecord(value)) return [];
    const list = value[plural];
    return [...recordsIn(isRecord(list) ? list.items : list), ...(isRecord(value[single]) ? [value[single]] : [])];
  });
}
