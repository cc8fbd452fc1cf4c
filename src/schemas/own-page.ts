import { z } from 'zod';
import { day } from './day.ts';
import { line } from './line.ts';

/** The front matter of a page of the owner's own, such as an imprint: pages/<locale>/<slug>.md. */
export const ownPageSchema = z.strictObject({
  title: line.max(200).describe('What the page is called.'),
  description: line.max(300).describe('One sentence that says what is found here; for search engines and previews.'),
  updated: day.optional().describe('The day the content last changed, as readers are told.'),
  nav: z
    .enum(['footer', 'none'])
    .default('none')
    .describe('Where every page links to this one: footer, or none for links in texts alone.'),
  search: z.boolean().default(false).describe('True lets the search find the page.'),
  sitemap: z.boolean().default(true).describe('False keeps the page out of the sitemap and of search engines.'),
});

export type OwnPageFrontMatter = z.infer<typeof ownPageSchema>;
