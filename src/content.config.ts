import { defineCollection } from 'astro:content';
import { articleLoader } from './integrations/loaders/article-loader.ts';
import { categoryLoader } from './integrations/loaders/category-loader.ts';
import { articleEntrySchema, categoryEntrySchema } from './schemas/entries.ts';

export const collections = {
  articles: defineCollection({ loader: articleLoader(), schema: articleEntrySchema }),
  categories: defineCollection({ loader: categoryLoader(), schema: categoryEntrySchema }),
};
