import { z } from 'zod';
import { localeTag } from '../locale-code.ts';

const id = z.union([z.int().nonnegative(), z.string().regex(/^\d{1,20}$/)]).transform(String);
const optionalText = z.string().nullish();
const locale = z.string().regex(localeTag);
/** Positions order things; a broken one is no reason to lose an article. */
const position = z.number().catch(0).default(0);

/** An article as the Help Center API lists it; fields that the import has no use for are left out. */
export const zendeskArticle = z.looseObject({
  id,
  section_id: id.nullish(),
  locale: locale.nullish(),
  source_locale: locale.nullish(),
  title: optionalText,
  name: optionalText,
  body: optionalText,
  draft: z.boolean().nullish(),
  promoted: z.boolean().nullish(),
  position,
  label_names: z.array(z.string()).nullish(),
  html_url: optionalText,
  edited_at: optionalText,
  updated_at: optionalText,
  user_segment_id: z.unknown().optional(),
  user_segment_ids: z.unknown().optional(),
  access_policy: z.unknown().optional(),
  translations: z.unknown().optional(),
});

/** A category, or a section with `category_id` and maybe `parent_section_id`. */
export const zendeskGroup = z.looseObject({
  id,
  category_id: id.nullish(),
  parent_section_id: id.nullish(),
  locale: locale.nullish(),
  source_locale: locale.nullish(),
  name: optionalText,
  description: optionalText,
  position,
  html_url: optionalText,
  translations: z.unknown().optional(),
});

/** The text of an article, section or category in one language. */
export const zendeskTranslation = z.looseObject({
  source_id: id.nullish(),
  source_type: optionalText,
  locale,
  title: optionalText,
  body: optionalText,
  draft: z.boolean().nullish(),
  outdated: z.boolean().nullish(),
  html_url: optionalText,
  updated_at: optionalText,
});

export type ZendeskArticle = z.output<typeof zendeskArticle>;
export type ZendeskGroup = z.output<typeof zendeskGroup>;
export type ZendeskTranslation = z.output<typeof zendeskTranslation>;

/**
 * True when not everybody may read an article: Zendesk names the readers by user segments, older exports by
 * an access policy. Anything but a plain "everybody" counts as restricted.
 */
export function isRestricted(article: ZendeskArticle): boolean {
  const { user_segment_id: segment, user_segment_ids: segments, access_policy: policy } = article;
  if (segment !== undefined && segment !== null) return true;
  if (Array.isArray(segments) ? segments.some((one) => one !== null) : segments !== undefined && segments !== null)
    return true;
  if (typeof policy !== 'object' || policy === null) return policy !== undefined && policy !== null;
  const viewers = (policy as { viewable_by?: unknown }).viewable_by;
  return viewers !== undefined && viewers !== 'everybody';
}
