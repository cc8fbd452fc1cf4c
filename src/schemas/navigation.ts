import { z } from 'zod';
import { linkAddress } from './link-address.ts';
import { localized } from './localized.ts';

const label = localized
  .optional()
  .describe('The text of the link; left out, the title of the article, the category or the page.');

const targets = {
  url: linkAddress.optional().describe('Where the link leads.'),
  article: z.string().optional().describe('In place of url: the id of an article.'),
  category: z.string().optional().describe('In place of url: the folder name of a category.'),
  page: z.string().optional().describe('In place of url: the name of a file in pages/<locale>, without .md.'),
};

/** Says what is wrong with a link that leads to nothing, or to several things, or has no text. */
function leadsSomewhere(allowed: readonly string[]) {
  return (item: Record<string, unknown>, context: z.RefinementCtx): void => {
    const given = allowed.filter((field) => item[field] !== undefined);
    if (given.length !== 1) {
      context.addIssue({
        code: 'custom',
        message: `exactly one of the fields ${allowed.join(', ')}`,
        input: given.length === 0 ? 'none of them' : given.join(' and '),
      });
    } else if (item.label === undefined && (item.url !== undefined || item.links !== undefined)) {
      context.addIssue({ code: 'custom', path: ['label'], message: 'a text for the link', input: undefined });
    }
  };
}

const linkSchema = z.strictObject({ label, ...targets }).superRefine(leadsSomewhere(Object.keys(targets)));

const itemSchema = z
  .strictObject({
    label,
    ...targets,
    links: z
      .array(linkSchema)
      .min(1)
      .optional()
      .describe('In place of url: the links of a menu in the header, or of a column at the foot.'),
  })
  .superRefine(leadsSomewhere([...Object.keys(targets), 'links']));

/** Links of the header or the foot of each page, single ones and groups of them, in their order. */
export const navigationSchema = z.array(itemSchema);

export type NavigationLink = z.infer<typeof linkSchema>;
export type NavigationItem = z.infer<typeof itemSchema>;

/** The parts of the home page below the search box, in their order. */
export const homePageSchema = z.strictObject({
  blocks: z
    .array(z.enum(['categories', 'popular', 'newest', 'contact']))
    .default(['categories', 'popular', 'contact'])
    .describe(
      'What stands below the search box, in this order: categories, popular (the newest where popular is empty), newest, contact.',
    ),
});
