import { defineCollection } from 'astro:content';
import { articleLoader, categoryLoader, ownPageLoader } from './integrations/loaders/loaders.ts';
import { articleEntrySchema, categoryEntrySchema, ownPageEntrySchema } from './schemas/entries.ts';

export const collections = {
  articles: defineCollection({ loader: articleLoader(), schema: articleEntrySchema }),
  categories: defineCollection({ loader: categoryLoader(), schema: categoryEntrySchema }),
  ownPages: defineCollection({ loader: ownPageLoader(), schema: ownPageEntrySchema }),
};
