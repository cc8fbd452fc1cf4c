import { z } from 'zod';
import { articleSchema } from './article.ts';
import { categorySchema } from './category.ts';
import { ownPageSchema } from './own-page.ts';

const place = {
  locale: z.string().describe('The locale, from the folder under content/articles.'),
  /** The path relative to the content folder. */
  file: z.string().describe('The file the entry was read from.'),
};

const ofFile = {
  slug: z.string().describe('The file name without its ending.'),
  page: z
    .string()
    .describe('The locale of the page that shows the text; another than its own where a translation is missing.'),
  otherFiles: z.array(z.string()).describe('Files of snippets and captions in which parts of the text are written.'),
};

/** An article as pages get it: its front matter and its place. */
export const articleEntrySchema = articleSchema.extend({
  ...place,
  publish_at: z.date().optional().describe('When it is published.'),
  expires_at: z.date().optional().describe('When it no longer is.'),
  category: z.string().describe('The folder name of the category.'),
  ...ofFile,
});

/** A page of the owner's own as pages get it. */
export const ownPageEntrySchema = ownPageSchema.extend({ ...place, ...ofFile });

/** A category as pages get it: its fields and its place. */
export const categoryEntrySchema = categorySchema.extend({
  ...place,
  slug: z.string().describe('The folder name of the category.'),
});
