import { createHash } from 'node:crypto';
import { publishedArticles } from '../../../src/content/published-articles.ts';
import type { HelpCenter } from '../../../src/content/types.ts';
import { fullUrl, siteUrls, withAnchor } from '../../../src/site/urls.ts';

/** One section of one article: a line of the JSON Lines export. */
export interface SectionRecord {
  /** Permanent id of the article; its translations share it. */
  article: string;
  /** Unique within a locale; long sections are several, `…~2`. */
  section: string;
  locale: string;
  title: string;
  /** Headings from the outermost to the section's own; [] for the text before the first. */
  headings: string[];
  /** Names of the values of the site's choices that it is for, such as `android`; left out where it is for everybody. */
  variants?: string[];
  category: string;
  /** Permalink of the section: it outlives new titles, file names and categories. */
  link: string;
  /** Address of the section's page in this language, as it is now. */
  page: string;
  /** A line for each paragraph, list item and row of a table. */
  text: string;
  keywords: string[];
  /** The file that the section is written in, below the content folder: the article's, or that of a snippet that is all of it. */
  file: string;
  /** `2026-05-01`, when the article says so. */
  updated?: string;
  /** SHA-256 of title, headings and text, in hexadecimal: what was embedded once needs it again only when this changes. */
  hash: string;
}

/** The sections of everything visitors can find: no drafts, nothing unlisted. */
export function sectionRecords(center: HelpCenter): SectionRecord[] {
  const { site } = center;
  const urls = siteUrls(site?.base);
  return publishedArticles(center).flatMap((article) =>
    article.sections.map(({ key, anchor, headings, text, source, variants }) => ({
      article: article.id,
      section: key,
      locale: article.locale,
      title: article.title,
      headings,
      ...(variants && { variants }),
      category: article.category,
      link: fullUrl(urls.permalink(article.id, anchor), site),
      page: withAnchor(fullUrl(urls.article(article), site), anchor),
      text: text.replace(/^\t/gm, ''),
      keywords: article.keywords,
      file: source ?? article.file,
      ...(article.updated ? { updated: article.updated.toISOString().slice(0, 10) } : {}),
      hash: createHash('sha256')
        .update([article.title, ...headings, text].join('\u0000'))
        .digest('hex'),
    })),
  );
}
