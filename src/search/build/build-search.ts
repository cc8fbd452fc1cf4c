import type { Article, HelpCenter } from '../../content/types.ts';
import { searchSettingsSchema } from '../../schemas/search-settings.ts';
import { loadLanguage } from '../core/text/language.ts';
import { cachedTeacher } from './cached-teacher.ts';
import { indexSections, type IndexDocument } from './index-document.ts';
import { terminalProgress, type ProgressSink } from './progress.ts';
import { writeBrowserModel } from './model/write-browser-model.ts';
import { meanVectors, nearestDocuments } from './related.ts';
import { semanticIndex } from './semantic-index.ts';
import { understands } from './semantic-locale.ts';
import type { StudentReport } from './distil/distil.ts';
import { loadTeacher } from './teacher.ts';
import { wordVectors } from './word-vectors.ts';
import { writeIndex } from './write-index.ts';

/** Folder of the manifests that are found under the same name after every build; all others are named by content. */
export const CURRENT_FOLDER = 'current';

/** Everything the build gives the site's search. */
export interface SearchBuild {
  /** File name below `_search/` → content. */
  files: Map<string, Uint8Array>;
  /** By locale: the manifest that belongs to these pages, and the name it can always be found under. */
  indexes: Record<string, { manifest: string; current: string }>;
  /** By locale and article id: the nearest articles, nearest first. */
  related: Record<string, Record<string, string[]>>;
  /** By locale: how well the instant tier learned to understand questions; none for a locale searched by words alone. */
  students: Record<string, StudentReport>;
}

/**
 * Builds one index for each locale that has articles.
 * @param articles The articles that may be found: neither drafts nor unlisted ones.
 */
export async function buildSearch(center: HelpCenter, articles: readonly Article[], progress: ProgressSink = terminalProgress()): Promise<SearchBuild> {
  const settings = center.site?.search ?? searchSettingsSchema.parse({});
  const locales = [...new Set(articles.map((article) => article.locale))];
  const anySemantic = locales.some((locale) => understands(settings.model, locale));
  const teacher = anySemantic ? await cachedTeacher(await loadTeacher(settings.model, { progress })) : undefined;
  const browser = teacher && settings.deepTier !== 'off' ? await writeBrowserModel(settings.model, { progress }) : undefined;
  const built: SearchBuild = { files: new Map(browser?.files), indexes: {}, related: {}, students: {} };
  for (const locale of locales) {
    const documents = articles.filter((article) => article.locale === locale).map((article) => documentOf(article, center));
    const sections = indexSections(documents);
    const semantic = teacher && understands(settings.model, locale) ? await semanticIndex({ locale, sections, teacher, settings: settings.model, progress }) : undefined;
    if (semantic && browser) semantic.model.browser = browser.copy;
    if (semantic?.report) built.students[locale] = semantic.report;
    const index = await writeIndex({ locale, documents, synonyms: center.synonyms[locale] ?? [], semantic });
    const current = `${CURRENT_FOLDER}/${locale}.json`;
    for (const [name, content] of index.files) built.files.set(name, content);
    built.files.set(current, index.files.get(index.manifestName)!);
    built.indexes[locale] = { manifest: index.manifestName, current };
    built.related[locale] = nearestDocuments(documents, semantic ? meanVectors(documents, sections, semantic.sections) : wordVectors(documents, await loadLanguage(locale)));
  }
  return built;
}

function documentOf(article: Article, { site, categories }: HelpCenter): IndexDocument {
  const { id, title, description, keywords, locale, slug, sections } = article;
  const category = categories.find((one) => one.locale === locale && one.slug === article.category);
  const href = `${site?.base ?? '/'}${locale}/${article.category}/${slug}/`;
  return { id, title, description, keywords, category: category?.title ?? article.category, href, sections };
}
