import type { HelpDeskExport } from '../export/help-desk.ts';
import { localeCode } from '../locale-code.ts';
import { type Found, once, recordsIn, valid } from '../records.ts';
import type { Skipped } from '../source.ts';
import {
  isRestricted,
  type ZendeskArticle,
  type ZendeskGroup,
  type ZendeskTranslation,
  zendeskArticle,
  zendeskGroup,
  zendeskTranslation,
} from './schema.ts';

type Owner = 'article' | 'section' | 'category';

/** What the files of an export hold, from all their pages together. */
export interface ZendeskExport {
  /** By id; several where each language has its own file. */
  articles: Map<string, (ZendeskArticle & Found)[]>;
  sections: Map<string, ZendeskGroup[]>;
  categories: Map<string, ZendeskGroup[]>;
  /** By `article:360001`. */
  translations: Map<string, ZendeskTranslation[]>;
}

/** Puts together what belongs together, and names what is there twice or belongs to nothing. */
export function collect(records: HelpDeskExport, skipped: Skipped[]): ZendeskExport {
  const translations: (ZendeskTranslation & Found & { owner: string })[] = [];
  const addTranslations = (owner: Owner, records: { id: string; translations?: unknown; foundIn: string }[]): void => {
    for (const { id, translations: inner, foundIn } of records)
      for (const text of valid(
        zendeskTranslation,
        recordsIn(inner).map((record) => ({ record, file: foundIn })),
        `translation of ${owner} ${id}`,
        skipped,
      ))
        translations.push({ ...text, owner: `${owner}:${id}` });
  };
  const articles = valid(zendeskArticle, records.of('article'), 'article', skipped);
  const sections = valid(zendeskGroup, records.of('section'), 'section', skipped);
  const categories = valid(zendeskGroup, records.of('category'), 'category', skipped);
  addTranslations('article', articles);
  addTranslations('section', sections);
  addTranslations('category', categories);
  for (const text of valid(zendeskTranslation, records.of('translation'), 'translation', skipped))
    translations.push({ ...text, owner: `${text.source_type?.toLowerCase() ?? ''}:${text.source_id ?? ''}` });
  const owned = new Set([
    ...articles.map(({ id }) => `article:${id}`),
    ...sections.map(({ id }) => `section:${id}`),
    ...categories.map(({ id }) => `category:${id}`),
  ]);
  // Whether everybody may read it, only the article itself tells.
  for (const { owner, locale, foundIn } of translations.filter((text) => !owned.has(text.owner)))
    skipped.push({
      origin: `${foundIn}, translation of ${owner.replace(':', ' ').trim() || 'nothing'} (${locale})`,
      reason: 'unreadable',
      detail: `${/^(article|section|category):\d/.test(owner) ? 'what it translates is in none of the files: save that too' : 'it does not say what it translates'}`,
    });
  const restricted = new Set(articles.filter(isRestricted).map(({ id }) => id));
  const readable = once<ZendeskArticle & Found>(
    articles.filter(({ id }) => !restricted.has(id)),
    {
      key: (article) => `${article.id} ${localeOf(article)}`,
      text: textOf,
      updated: (article) => article.edited_at ?? article.updated_at ?? '',
      name: (article) => `article ${article.id} (${localeOf(article)})`,
    },
    skipped,
  );
  const texts = once<ZendeskTranslation & Found & { owner: string }>(
    translations.filter(({ owner }) => owned.has(owner) && !restricted.has(owner.replace('article:', ''))),
    {
      key: (text) => `${text.owner} ${localeCode(text.locale)}`,
      text: textOf,
      updated: (text) => text.updated_at ?? '',
      name: (text) => `translation of ${text.owner.replace(':', ' ')} (${text.locale})`,
    },
    skipped,
  );
  return {
    articles: Map.groupBy([...articles.filter(({ id }) => restricted.has(id)), ...readable], ({ id }) => id),
    sections: Map.groupBy(sections, ({ id }) => id),
    categories: Map.groupBy(categories, ({ id }) => id),
    translations: Map.groupBy(texts, ({ owner }) => owner),
  };
}

/** The locale that an article says it is in. */
export function localeOf({ locale, source_locale }: ZendeskArticle): string {
  return localeCode(locale ?? source_locale ?? 'en-us');
}

function textOf({ title, body }: { title?: string | null; body?: string | null }): string {
  return [title, body].filter(Boolean).join('\n');
}
