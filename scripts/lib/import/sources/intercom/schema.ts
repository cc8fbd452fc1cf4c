import { z } from 'zod';
import type { RecordKind } from '../export/help-desk.ts';
import type { JsonRecord } from '../export/json-records.ts';
import { localeCode, localeTag } from '../locale-code.ts';
import { type Found, isRecord } from '../records.ts';
import type { Skipped } from '../source.ts';

const id = z.union([z.int(), z.string().min(1).max(64)]).transform(String);
const text = z.string().nullish();

/** The text of an article in one language. */
export const content = z.looseObject({
  title: text,
  description: text,
  body: text,
  state: text,
  url: text,
  updated_at: z.number().nullish(),
});
/** An article as the API lists it; fields that the import has no use for are left out. */
export const articleForm = content.extend({
  id,
  parent_id: id.nullish(),
  parent_ids: z.array(id).nullish(),
  default_locale: z.string().regex(localeTag).nullish(),
  translated_content: z.record(z.string(), z.unknown()).nullish(),
});
/** A collection, or a collection within one. */
export const collectionForm = z.looseObject({
  id,
  name: text,
  description: text,
  parent_id: id.nullish(),
  collection_id: id.nullish(),
  order: z.coerce.number().nullish().catch(null),
  url: text,
  translated_content: z.record(z.string(), z.unknown()).nullish(),
});
export type Article = z.output<typeof articleForm> & Found;
export type Collection = z.output<typeof collectionForm> & Found;

/** What a record of Intercom is. Some versions of the API give collections without their type. */
export function intercomKind({ record }: JsonRecord): RecordKind | undefined {
  if (record.type === 'article') return 'article';
  if (record.type === 'dynamic_content' && Array.isArray(record.variations)) return 'placeholder';
  if (record.type === 'collection' || (record.type === 'section' && 'workspace_id' in record)) return 'collection';
  if (record.type !== undefined || !('workspace_id' in record)) return undefined;
  if ('title' in record && 'body' in record) return 'article';
  return 'name' in record && 'order' in record ? 'collection' : undefined;
}

/** `translated_content` maps languages to texts, with a `type` among them. */
export function translations<S extends z.ZodType>(
  value: Record<string, unknown> | null | undefined,
  form: S,
  owner: string,
  skipped: Skipped[],
): [string, z.output<S>][] {
  return Object.entries(value ?? {}).flatMap(([locale, one]) => {
    if (!isRecord(one)) return [];
    const result = form.safeParse(one);
    if (result.success && localeTag.test(locale)) return [[localeCode(locale), result.data] as [string, z.output<S>]];
    skipped.push({
      origin: `translation of ${owner} (${locale.slice(0, 40)})`,
      reason: 'unreadable',
      detail: result.success
        ? 'its language is none that is known'
        : `its ${result.error.issues[0]?.path.join('.') || 'form'} is not as the export’s documentation says`,
    });
    return [];
  });
}

/** The innermost collection of an article. */
export function parentOf({ parent_id, parent_ids }: Article): string | undefined {
  return parent_id ?? parent_ids?.at(-1);
}
