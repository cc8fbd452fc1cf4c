import { z } from 'zod';
import { day } from '../days.ts';
import type { HelpDesk, HelpDeskExport } from '../export/help-desk.ts';
import { emptySite } from '../export/json-files.ts';
import { passagesTwice } from '../export/repeated-passages.ts';
import { severalCenters } from '../export/several-centers.ts';
import { shownMarkdown } from '../export/shown-markdown.ts';
import { leftOutAsTooLarge } from '../export/too-large.ts';
import { localeCode } from '../locale-code.ts';
import { once, valid } from '../records.ts';
import type { SourceArticle, SourceSite } from '../source.ts';
import { markDynamicContent } from './dynamic-content.ts';
import { ancestry, emptyCollections, missingCollections } from './gaps.ts';
import {
  articleForm,
  type Collection,
  collectionForm,
  content,
  intercomKind,
  parentOf,
  translations,
} from './schema.ts';

/** Intercom, by the answers of its articles and help center endpoints. */
export const intercom: HelpDesk = {
  kind: 'intercom',
  name: 'Intercom',
  kindOf: intercomKind,
  lists: { article: 'article', collection: 'collection', section: 'collection' },
  read: readIntercom,
};

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
      if (leftOutAsTooLarge(site, body, { origin: `article ${article.id} (${locale})`, id: article.id })) continue;
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
  markDynamicContent(records, site.articles, skipped);
  const locales = [...new Set(site.articles.map((article) => article.locale))];
  site.locales = [fallback, ...locales.filter((locale) => locale !== fallback).sort()].filter((locale) =>
    locales.includes(locale),
  );
  const address = articles.map((article) => article.url).find((url) => url && URL.canParse(url));
  site.origin = address ? new URL(address).origin : undefined;
  site.notes.push(...missingCollections(articles, collections), ...severalCenters(articles, ({ url }) => url));
  site.notes.push(...passagesTwice(site.articles, 'Articles of Intercom have the text of reusable content in them'));
  skipped.push(...emptyCollections(articles, collections));
  return site;
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
  const form = z.looseObject({ name: z.string().nullish(), description: z.string().nullish() });
  const own = translations(collection.translated_content, form, collection.id, []).find(
    ([code]) => code === locale,
  )?.[1];
  return {
    name: own?.name?.trim() || collection.name?.trim() || undefined,
    description: own?.description?.trim() || collection.description?.trim() || undefined,
  };
}

function path(url: string | null | undefined): string[] {
  return url && URL.canParse(url) ? [new URL(url).pathname] : [];
}
