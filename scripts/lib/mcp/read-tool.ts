import { z } from 'zod';
import { isOld } from '../../../src/agents/review.ts';
import { articleText, categoryTitle, oldNote, sectionLink } from './article-text.ts';
import { localeFor } from './catalogue.ts';
import { findArticle, sectionOf } from './find-article.ts';
import type { ServedContent } from './served-content.ts';

export const readInput = z.strictObject({
  article: z
    .string()
    .trim()
    .min(1)
    .max(2000)
    .describe('Id of an article as search and list give it, its permanent link, or the address of its page.'),
  locale: z
    .string()
    .max(35)
    .optional()
    .describe(
      'Language to read it in, as a tag such as en; that of the address, else the site’s first, when left out.',
    ),
  section: z
    .string()
    .trim()
    .min(1)
    .max(300)
    .optional()
    .describe('Heading or anchor of one section; with a permanent link to a section, that one when left out.'),
});

export const readOutput = z.object({
  id: z.string(),
  locale: z
    .string()
    .describe('Language that the text is in; another one than asked for where there is no translation.'),
  title: z.string(),
  description: z.string(),
  category: z.string(),
  url: z.string().describe('Permanent link to what was read. Cite it unchanged.'),
  page: z.string().describe('Present address of the article; it may change, unlike url.'),
  reviewed: z.string().optional().describe('Day on which the article was last looked at.'),
  old: z.boolean().describe('True when the article may be out of date.'),
  sections: z
    .array(z.object({ anchor: z.string(), heading: z.string(), level: z.int(), url: z.string() }))
    .describe('All sections of the article, with permanent links.'),
  truncated: z.boolean().describe('True when the text is only the beginning; read the rest by section.'),
  markdown: z.string(),
});

type ReadOutput = z.infer<typeof readOutput>;

/**
 * Gives an article, or a section of it, as Markdown.
 * @throws Error saying what was given, what is expected and what may be meant.
 */
export function readContent(
  { catalogue }: Pick<ServedContent, 'catalogue'>,
  { article: asked, locale, section }: z.output<typeof readInput>,
): ReadOutput {
  const wanted = locale === undefined ? undefined : localeFor(catalogue, locale);
  const { article, anchor } = findArticle(catalogue, asked, wanted);
  const name = section ?? anchor;
  const parts = name === '' ? undefined : sectionOf(article, name);
  return {
    id: article.id,
    locale: article.locale,
    title: article.title,
    description: article.description,
    category: categoryTitle(catalogue, article),
    url: sectionLink(article, parts?.[0].anchor ?? ''),
    page: article.page,
    ...(article.reviewed !== undefined && { reviewed: article.reviewed }),
    old: isOld(article, new Date()),
    sections: article.parts
      .filter((part) => part.anchor !== '')
      .map((part) => ({
        anchor: part.anchor,
        heading: part.heading,
        level: part.depth,
        url: sectionLink(article, part.anchor),
      })),
    ...articleText(article, parts),
  };
}

/** The same for reading. */
export function readText({ url, locale, reviewed, old, truncated, sections, markdown }: ReadOutput): string {
  const date = reviewed === undefined ? 'no date of review' : `reviewed ${reviewed}`;
  const rest = truncated
    ? `\n\n[Cut here. Read the rest by section: ${sections.map(({ anchor }) => anchor).join(', ')}]`
    : '';
  return `Cite as <${url}> (${locale}, ${date}${oldNote(old)}).\n\n${markdown}${rest}`;
}
