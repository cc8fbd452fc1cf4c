import type { z } from 'zod';
import { agentsSchema } from './agents.ts';
import { articleSchema } from './article.ts';
import { categorySchema } from './category.ts';
import { checkSettingsSchema } from './check-settings.ts';
import { noticesSchema } from './notices.ts';
import { ownPageSchema } from './own-page.ts';
import { pinsSchema } from './pins.ts';
import { queriesSchema } from './queries.ts';
import { siteSchema } from './site.ts';
import { snippetSchema } from './snippet.ts';
import { synonymsSchema } from './synonyms.ts';
import { termsSchema } from './terms.ts';
import { variablesSchema } from './variables.ts';

/** Every schema that a writer's file has to fit, by the name of its JSON Schema in src/schemas/json. */
export const writtenSchemas: Readonly<Record<string, z.ZodType>> = {
  agents: agentsSchema,
  article: articleSchema,
  category: categorySchema,
  check: checkSettingsSchema,
  notices: noticesSchema,
  page: ownPageSchema,
  pins: pinsSchema,
  queries: queriesSchema,
  site: siteSchema,
  snippet: snippetSchema,
  synonyms: synonymsSchema,
  terms: termsSchema,
  variables: variablesSchema,
};
