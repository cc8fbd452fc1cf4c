import { z } from 'zod';
import type { RecordKind } from '../export/help-desk.ts';
import type { JsonRecord } from '../export/json-records.ts';
import type { Found } from '../records.ts';

const id = z.union([z.int(), z.string().min(1).max(64)]).transform(String);
const text = z.string().nullish();
/** An article as the Docs API gives it, in a list without its text. */
export const articleForm = z.looseObject({
  id,
  number: z.int().nonnegative(),
  collectionId: id.nullish(),
  status: text,
  name: text,
  text,
  publicUrl: text,
  categories: z.array(id).nullish(),
  related: z.array(id).nullish(),
  keywords: z.array(z.string()).nullish(),
  updatedAt: text,
  lastPublishedAt: text,
  hasDraft: z.boolean().nullish(),
});
/** A collection, or a category in one. */
export const groupForm = z.looseObject({
  id,
  number: z.int().nullish(),
  collectionId: id.nullish(),
  name: text,
  description: text,
  order: z.number().nullish(),
  visibility: text,
  publicUrl: text,
  slug: text,
});
export type Article = z.output<typeof articleForm> & Found;
export type Group = z.output<typeof groupForm> & Found;

/** All records have a number beside their id; articles and categories name their collection, collections their site. */
export function helpScoutKind({ list, inItems, record }: JsonRecord): RecordKind | undefined {
  if (inItems && (list === 'article' || list === 'category' || list === 'collection')) return list;
  if (!('number' in record)) return undefined;
  if ('siteId' in record && 'visibility' in record) return 'collection';
  if (!('collectionId' in record)) return undefined;
  return ['status', 'text', 'hasDraft', 'publicUrl'].some((name) => name in record) &&
    !String(record.publicUrl ?? '').includes('/category/')
    ? 'article'
    : 'category';
}
