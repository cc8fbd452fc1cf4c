import { day } from '../days.ts';
import type { HelpDesk, HelpDeskExport, RecordKind } from '../export/help-desk.ts';
import { emptySite } from '../export/json-files.ts';
import { passagesTwice } from '../export/repeated-passages.ts';
import { severalCenters } from '../export/several-centers.ts';
import { shownMarkdown } from '../export/shown-markdown.ts';
import { leftOutAsTooLarge } from '../export/too-large.ts';
import { localeCode } from '../locale-code.ts';
import { once, valid } from '../records.ts';
import type { Note, SourceSite } from '../source.ts';
import { emptyGroups, missingGroups } from './gaps.ts';
import { type Article, articleForm, type Group, groupForm, helpScoutKind } from './schema.ts';

/** Help Scout Docs, by the answers of its Docs API. */
export const helpScout: HelpDesk = {
  kind: 'helpscout',
  name: 'Help Scout',
  kindOf: helpScoutKind,
  lists: { article: 'article', category: 'category', collection: 'collection' },
  read: readHelpScout,
};

/**
 * Reads the saved answers of Help Scout's articles, categories and collections. Several collections become
 * the categories, with their categories as sections; in a single one, its categories are the categories.
 */
function readHelpScout(records: HelpDeskExport, options: { locale?: string }): SourceSite {
  const site = emptySite('helpscout', records);
  const { skipped } = site;
  const groups = (kind: RecordKind): Map<string, Group> =>
    new Map(valid(groupForm, records.of(kind), kind, skipped).map((one) => [one.id, one]));
  const collections = groups('collection');
  const categories = groups('category');
  // Lists of articles have no text; the single answers do.
  const articles: Article[] = once(
    valid(articleForm, records.of('article'), 'article', skipped),
    {
      key: ({ id }) => id,
      text: (article) => (article.text == null ? '' : `${article.name ?? ''}\n${article.text}`),
      updated: ({ updatedAt }) => updatedAt ?? '',
      name: ({ number }) => `article ${number}`,
    },
    skipped,
  );
  const idOf = permanentIds(articles);
  const numbers = new Map(articles.map((article) => [article.id, idOf(article)]));
  const locale = localeCode(options.locale ?? 'en');
  site.locales.push(locale);
  const several = collections.size > 1;
  const restricted = new Set<string>();
  for (const article of articles) {
    const collection = article.collectionId ? collections.get(article.collectionId) : undefined;
    const category = article.categories?.map((one) => categories.get(one)).find((one) => one !== undefined);
    if (collection?.visibility === 'private' || category?.visibility === 'private') {
      restricted.add(idOf(article));
      skipped.push({
        origin: `article ${article.number}`,
        reason: 'restricted',
        detail: 'it is in a private collection',
        id: idOf(article),
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
        id: idOf(article),
      });
      continue;
    }
    if (leftOutAsTooLarge(site, body, { origin: `article ${article.number}`, id: idOf(article) })) continue;
    const top = several ? collection : category;
    if (!site.categories.some((one) => one.key === (top?.id ?? 'general')))
      site.categories.push(
        categoryOf(top, locale, several ? [...categories.values()].filter((one) => one.collectionId === top?.id) : []),
      );
    const notes: Note[] = shownMarkdown(body);
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
    // Only the list of collections tells which of them are private.
    const unknown = Boolean(article.collectionId) && !collection;
    if (unknown)
      notes.push({
        level: 'changed',
        kind: 'access-unknown',
        detail: 'its collection is in none of the files, so it is a draft: it may be private',
      });
    site.articles.push({
      id: idOf(article),
      locale,
      category: top?.id ?? 'general',
      section: several ? category?.name?.trim() || undefined : undefined,
      title: article.name?.trim() || `Article ${article.number}`,
      format: 'html',
      body,
      updated: day(article.lastPublishedAt ?? article.updatedAt),
      keywords: article.keywords ?? [],
      related: (article.related ?? []).flatMap((one) => numbers.get(one) ?? []),
      draft: unknown || article.status !== 'published',
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
  site.notes.push(
    ...missingGroups(articles, collections, categories),
    // The host of a private article may be a secret too.
    ...severalCenters(
      articles.filter((article) => !restricted.has(idOf(article))),
      ({ publicUrl }) => publicUrl,
    ),
  );
  site.notes.push(...passagesTwice(site.articles, 'Help Scout Docs has no content that articles share'));
  skipped.push(...emptyGroups(articles, collections, categories));
  return site;
}

/** The number of each article; where two accounts have the same number, the later one's long id. */
function permanentIds(articles: Article[]): (article: Article) => string {
  const first = new Map(articles.toReversed().map((article) => [article.number, article.id]));
  return (article) => (first.get(article.number) === article.id ? String(article.number) : article.id.toLowerCase());
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
