import { defineCollection } from 'astro:content';
import { articleLoader, categoryLoader } from './integrations/loaders/loaders.ts';
import { articleEntrySchema, categoryEntrySchema } from './schemas/entries.ts';

export const collections = {
  articles: defineCollection({ loader: articleLoader(), schema: articleEntrySchema }),
  categories: defineCollection({ loader: categoryLoader(), schema: categoryEntrySchema }),
};
