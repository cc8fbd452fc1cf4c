import type { Rule } from './rule.ts';
import { accentContrast } from './rules/accent-contrast.ts';
import { address } from './rules/address.ts';
import { agents } from './rules/agents.ts';
import { anchor } from './rules/anchor.ts';
import { brandFiles } from './rules/brand-files.ts';
import { categoryFile } from './rules/category-file.ts';
import { contradiction } from './rules/contradiction.ts';
import { customProperty } from './rules/custom-property.ts';
import { directive } from './rules/directive.ts';
import { duplicateId } from './rules/duplicate-id.ts';
import { emptyArticle } from './rules/empty-article.ts';
import { findability } from './rules/findability.ts';
import { fonts } from './rules/fonts.ts';
import { form } from './rules/form.ts';
import { formerAddress } from './rules/former-address.ts';
import { freshness } from './rules/freshness.ts';
import { head } from './rules/head.ts';
import { headingOrder } from './rules/heading-order.ts';
import { icon } from './rules/icon.ts';
import { imageAlt } from './rules/image-alt.ts';
import { imageFile } from './rules/image-file.ts';
import { interfaceStrings } from './rules/interface-strings.ts';
import { internalLink } from './rules/internal-link.ts';
import { invisible } from './rules/invisible.ts';
import { leftover } from './rules/leftover.ts';
import { length } from './rules/length.ts';
import { linkAddress } from './rules/link-address.ts';
import { linkText } from './rules/link-text.ts';
import { localeKeys } from './rules/locale-keys.ts';
import { namedIds } from './rules/named-ids.ts';
import { navigation } from './rules/navigation.ts';
import { nearDuplicate } from './rules/near-duplicate.ts';
import { notices } from './rules/notices.ts';
import { orphan } from './rules/orphan.ts';
import { ownPage } from './rules/own-page.ts';
import { ownWords } from './rules/own-words.ts';
import { permalinks } from './rules/permalinks.ts';
import { pinEffect } from './rules/pin-effect.ts';
import { pins } from './rules/pins.ts';
import { place } from './rules/place.ts';
import { publishedFile } from './rules/published-file.ts';
import { rawHtml } from './rules/raw-html.ts';
import { redirects } from './rules/redirects.ts';
import { responseTime } from './rules/response-time.ts';
import { reuse } from './rules/reuse.ts';
import { siteFile } from './rules/site-file.ts';
import { slots } from './rules/slots.ts';
import { table } from './rules/table.ts';
import { terms } from './rules/terms.ts';
import { titles } from './rules/titles.ts';
import { translation } from './rules/translation.ts';
import { unclosed } from './rules/unclosed.ts';
import { variableByHand } from './rules/variable-by-hand.ts';
import { variant } from './rules/variant.ts';
import { video } from './rules/video.ts';

/** Everything the check looks at, besides what reading the files finds. A new rule is a file and a line here. */
export const rules: readonly Rule[] = [
  form,
  place,
  duplicateId,
  address,
  ownPage,
  siteFile,
  categoryFile,
  namedIds,
  navigation,
  localeKeys,
  pins,
  brandFiles,
  accentContrast,
  icon,
  fonts,
  customProperty,
  notices,
  agents,
  head,
  slots,
  responseTime,
  interfaceStrings,
  internalLink,
  anchor,
  linkAddress,
  imageFile,
  publishedFile,
  imageAlt,
  video,
  directive,
  variant,
  unclosed,
  table,
  rawHtml,
  redirects,
  formerAddress,
  permalinks,
  emptyArticle,
  leftover,
  headingOrder,
  linkText,
  titles,
  invisible,
  orphan,
  freshness,
  translation,
  length,
  terms,
  reuse,
  variableByHand,
  nearDuplicate,
  contradiction,
  findability,
  pinEffect,
  ownWords,
];
