import type { ShortcodeSite } from '../../../scripts/lib/import/sources/hugo/shortcode.ts';

/** A site of which shortcodes can show nothing. */
export const nothingAround: ShortcodeSite = {
  notes: [],
  firstLine: 1,
  children: [],
  titleOf: () => undefined,
  text: () => undefined,
  picture: () => undefined,
  param: () => undefined,
  shownParam: () => undefined,
  template: () => undefined,
  shown: () => undefined,
};
