import { memoize } from '../../../cache/memoize.ts';
import type { Article, HelpCenter } from '../../../content/types.ts';
import { type Localized, textFor } from '../../../schemas/localized.ts';
import { searchSettingsSchema } from '../../../schemas/search-settings.ts';
import type { Site } from '../../../schemas/site.ts';
import { ownValue } from '../../../site/own-value.ts';
import { siteUrls } from '../../../site/urls.ts';
import { signsOf } from '../../../site/variant-signs.ts';
import { type ProgressSink, terminalProgress } from '../../../terminal/progress.ts';
import { languageOf } from '../../core/text/language.ts';
import type { IndexedChoice } from '../../core/variants/variants-column.ts';
import type { StudentReport } from '../distil/student.ts';
import type { CachedTeacher } from '../embed/cached-teacher.ts';
import type { IndexDocument } from '../index-document.ts';
import { cachedLocale } from './cached-locale.ts';
import { hashDocuments } from './hash-documents.ts';
import type { IncrementalBuild } from './incremental-build.ts';
import { openModels } from './open-models.ts';
import { pinnedAnswers } from './pinned-answers.ts';

/** Folder of the manifests that are found under the same name after every build; all others are named by content. */
export const CURRENT_FOLDER = 'current';

/** Files that a search needs whatever its words are, as far as the index has them. */
const EVERY_SEARCH = ['manifest.json', 'core.bin', 'vectors.bin', 'student.bin', 'pins.bin'];

/** Everything the build gives the site's search. */
export interface SearchBuild {
  /** File name below `_search/` → content. */
  files: Map<string, Uint8Array>;
  /** By locale: the manifest that belongs to these pages, the name it can always be found under, and what every search fetches. */
  indexes: Record<string, { manifest: string; current: string; needed: string[] }>;
  /** By locale and article id: the nearest articles, nearest first. */
  related: Record<string, Record<string, string[]>>;
  /** By locale: how well the instant tier learned to understand questions; none for a locale searched by words alone. */
  students: Record<string, StudentReport>;
  /** By locale: why the model that serves it was not to be had, so that its words alone are searched. */
  unavailable: Readonly<Record<string, string>>;
}

/** What of an article is searched. */
export type SearchArticle = Pick<
  Article,
  'id' | 'title' | 'description' | 'keywords' | 'locale' | 'category' | 'slug' | 'sections'
>;
/** What of the help center its search depends on, beside the articles. */
export type SearchCenter = Pick<HelpCenter, 'site' | 'categories' | 'synonyms'> & Partial<Pick<HelpCenter, 'pins'>>;

/**
 * Builds one index for each locale that has articles.
 * @param articles The articles that may be found: neither drafts nor unlisted ones.
 * @param incremental What earlier builds of this process can pass on; only in the dev server, where speed matters more than the same bytes.
 */
export async function buildSearch(
  center: SearchCenter,
  articles: readonly SearchArticle[],
  progress: ProgressSink = terminalProgress(),
  incremental?: Partial<IncrementalBuild>,
): Promise<SearchBuild> {
  const settings = center.site?.search ?? searchSettingsSchema.parse({});
  const locales = [...new Set(articles.map((article) => article.locale))];
  const models = await (incremental?.openModels ?? openModels)(settings, locales, progress);
  const { unavailable } = models;
  const built: SearchBuild = { files: new Map(), indexes: {}, related: {}, students: {}, unavailable };
  const teachers = new Set<CachedTeacher>();
  const documentsOf = (locale: string): IndexDocument[] =>
    articles.filter((article) => article.locale === locale).map((article) => documentOf(article, center));
  for (const locale of locales) {
    const documents = documentsOf(locale);
    const synonyms = ownValue(center.synonyms, locale) ?? [];
    const pins = pinnedAnswers(locale, documents, center);
    const model = models.of.get(locale);
    const languages = locale === center.site?.defaultLocale ? otherLanguages(center.site, documentsOf) : {};
    const foreignModel = Object.keys(languages).length > 0 ? await models.foreign() : undefined;
    const foreign = foreignModel && { ...foreignModel, languages };
    for (const one of [model, foreignModel]) if (one) teachers.add(one.teacher);
    const choices = documents.some(({ sections }) => sections.some(({ variants }) => variants))
      ? indexedChoices(center.site, locale)
      : [];
    const input = { locale, documents, synonyms, choices, pins, model, foreign, progress };
    const { index, related, report } = await (incremental?.buildLocale
      ? incremental.buildLocale([hashDocuments(documents), synonyms, choices, pins, settings], input)
      : cachedLocale(input));
    if (report) built.students[locale] = report;
    const current = `${CURRENT_FOLDER}/${locale}.json`;
    for (const [name, content] of [...(model?.browser?.files ?? []), ...index.files]) built.files.set(name, content);
    built.files.set(current, index.files.get(index.manifestName)!);
    const needed = EVERY_SEARCH.map((name) => index.manifestName.replace(/[^/]+$/, name)).filter((name) =>
      index.files.has(name),
    );
    built.indexes[locale] = { manifest: index.manifestName, current, needed };
    built.related[locale] = related;
  }
  // The dev server goes on, and asks for what its builds used before.
  if (!incremental?.buildLocale) for (const teacher of teachers) await teacher.tidy();
  return built;
}

/** The site's choices in the words of a locale. */
function indexedChoices(site: SearchCenter['site'], locale: string): IndexedChoice[] {
  const say = (label: Localized): string => textFor(label, locale, site?.defaultLocale ?? locale);
  return Object.entries(site?.variants ?? {}).map(([name, { label, guess, values }]) => ({
    name,
    label: say(label),
    values: Object.entries(values).map(([value, { label: called, guess: told }]) => ({
      name: value,
      label: say(called),
      signs: signsOf(guess, value, told),
    })),
  }));
}

/** By language that is not the default locale's: what the site's locales say in it. */
function otherLanguages(
  { defaultLocale, locales }: Pick<Site, 'defaultLocale' | 'locales'>,
  documentsOf: (locale: string) => IndexDocument[],
): Record<string, IndexDocument[]> {
  const others: Record<string, IndexDocument[]> = {};
  for (const { code } of locales) {
    const language = languageOf(code);
    if (language !== languageOf(defaultLocale)) (others[language] ??= []).push(...documentsOf(code));
  }
  return others;
}

function documentOf(article: SearchArticle, { site, categories }: SearchCenter): IndexDocument {
  const category = categories.find((one) => one.locale === article.locale && one.slug === article.category);
  const urls = siteUrls(site?.base);
  // A page of the owner's own is nobody's but the site's.
  if (article.category === '' && site)
    return document(
      article,
      textFor(site.name, article.locale, site.defaultLocale),
      urls.ownPage(article.locale, article.slug),
    );
  return document(article, category?.title ?? article.category, urls.article(article));
}

/** The same document for the same article and settings, so that what was made of it before is known. */
const document = memoize(
  ({ id, title, description, keywords, sections }: SearchArticle, category: string, href: string): IndexDocument => {
    return { id, title, description, keywords, category, href, sections };
  },
);
