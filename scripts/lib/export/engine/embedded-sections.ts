import { publishedArticles } from '../../../../src/content/published-articles.ts';
import type { Article, HelpCenter } from '../../../../src/content/types.ts';
import { searchSettingsSchema } from '../../../../src/schemas/search-settings.ts';
import { cachedTeacher } from '../../../../src/search/indexer/embed/cached-teacher.ts';
import { sectionVectors } from '../../../../src/search/indexer/embed/section-vectors.ts';
import { loadTeacher } from '../../../../src/search/indexer/embed/teacher.ts';
import { teachersOf } from '../../../../src/search/indexer/embed/teachers.ts';
import { type IndexDocument, indexSections } from '../../../../src/search/indexer/index-document.ts';
import type { ProgressSink } from '../../../../src/terminal/progress.ts';
import { sectionRecords } from '../section-records.ts';
import type { EmbeddedSection } from './bulk-files.ts';

/** The sections of a locale. */
export interface EmbeddedLocale {
  locale: string;
  sections: EmbeddedSection[];
  /** Length of the vectors; undefined where the locale is searched by words alone. */
  dimensions?: number | undefined;
  /** The prefix that the model wants before a question; '' for none. */
  questionPrefix: string;
}

/**
 * The sections of each locale as the site's search weighs their text, titles and clauses, but with nothing taken off that
 * vectors have in common: an engine compares them with the model's vector of a question as it is.
 * @param tell Is told why a model could not be had; its locales have no vectors then.
 * @throws ModelError when a model is not what the settings say.
 */
export async function* embeddedLocales(
  center: HelpCenter,
  progress: ProgressSink,
  tell?: (message: string) => void,
): AsyncGenerator<EmbeddedLocale, void> {
  const settings = center.site?.search ?? searchSettingsSchema.parse({});
  const teacherOf = teachersOf(settings, async (model) => cachedTeacher(await loadTeacher(model, { progress })), tell);
  const articles = publishedArticles(center);
  for (const [locale, records] of Map.groupBy(sectionRecords(center), (record) => record.locale)) {
    const teacher = await teacherOf(locale);
    const sections = indexSections(articles.filter((article) => article.locale === locale).map(documentOf));
    const embedded = teacher && (await sectionVectors(sections, { teacher, progress, centred: false }));
    const vectors = await embedded?.of(sections);
    yield {
      locale,
      sections: records.map((record, place) => ({ record, vector: vectors?.[place] })),
      dimensions: teacher?.dimensions,
      questionPrefix: teacher?.prefixes.query ?? '',
    };
  }
}

/** An article whose sections are those of the records, one by one. */
function documentOf({ id, title, keywords, sections }: Article): IndexDocument {
  return { id, title, description: '', keywords, category: '', href: '', sections };
}
