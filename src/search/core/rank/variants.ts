import { VARIANTS } from '../parameters.ts';
import type { Wanted } from '../variants/wanted.ts';

/** Whether a section is for what somebody wants: 1 by a choice that is known, 0 as far as is known, as a text for everybody is, -1 not. */
export type Fit = -1 | 0 | 1;

/**
 * @param values What the section is for; of each choice one must be wanted.
 * @param choiceOf The choice of a value.
 */
export function fitOf(values: readonly string[], choiceOf: ReadonlyMap<string, string>, wanted: Wanted): Fit {
  let fit: Fit = 0;
  for (const choice of new Set(values.map((value) => choiceOf.get(value)!))) {
    const chosen = wanted.get(choice);
    if (!chosen) continue;
    if (!values.some((value) => chosen.has(value))) return -1;
    fit = 1;
  }
  return fit;
}

/** For whom the sections of an index are, as one who asks sees it. */
export interface Fits {
  fitOf(section: number): Fit;
  /** Whether a section is for some and not for everybody. */
  isVariant(section: number): boolean;
  /** Whether two are for other values of one choice, so that who asks wants one of them at most. */
  areAlternatives(one: number, other: number): boolean;
}

/** Numbers of the sections of an article. */
export interface ArticleSections {
  firstSection: number;
  sections: number;
}

/**
 * Makes the sections for others score a little less: of articles that are otherwise about as near, one that is for who asks comes
 * first, but that it has a text for others takes no answer away from anybody.
 */
export function lessenOthers(scores: Float32Array, { fitOf: its }: Fits): void {
  for (let section = 0; section < scores.length; section++)
    if (its(section) < 0) scores[section] = scores[section]! * (1 - VARIANTS.others);
}

/**
 * Which section of an article answers instead of its best one where that is for others: the same said for who asks, which stands
 * beside it, else the best that they may read. The text for others stays where nothing else in the article is nearly as near: it
 * says for whom it is, and nothing would answer the question otherwise.
 */
export function preferredSection(
  best: number,
  { firstSection, sections }: ArticleSections,
  scores: Float32Array,
  fits: Fits,
): number {
  if (fits.fitOf(best) >= 0) return best;
  const all = Array.from({ length: sections }, (_, place) => firstSection + place);
  const beside = stretchAround(best, { firstSection, sections }, fits);
  const near = (section: number): boolean => scores[section]! >= scores[best]! * VARIANTS.near;
  const candidates = [beside.filter((one) => fits.fitOf(one) > 0), all.filter((one) => fits.fitOf(one) >= 0)];
  return candidates.map((some) => bestOf(some.filter(near), scores)).find((one) => one !== undefined) ?? best;
}

/**
 * The part that is shown in place of the section for everybody which it follows right below: the one for who asks, where that says
 * nearly as much of the question, else the one that ranked best. What a title promises (`Unlock a bike`) is answered there, above are a
 * few words for all, and its heading says for whom it is, not what of the question it answers. Where nobody knows which of several is
 * for who asks, the section for everybody stays, below which all of them are.
 * @param found The section that ranked best.
 */
export function ownPart(
  { shown, found }: { shown: number; found: number },
  { firstSection, sections }: ArticleSections,
  scores: Float32Array,
  fits: Fits,
): number | undefined {
  if (fits.isVariant(shown) || shown + 1 >= firstSection + sections || !fits.isVariant(shown + 1)) return undefined;
  const below = stretchAround(shown + 1, { firstSection, sections }, fits);
  const own = below.filter((one) => fits.fitOf(one) > 0 && scores[one]! >= scores[shown]! * VARIANTS.below);
  const isOneOfSeveral = below.some((one) => fits.areAlternatives(one, found));
  return bestOf(own, scores) ?? (isOneOfSeveral ? undefined : below.find((one) => one === found));
}

/** The sections around one, with it, that are all for some and not for everybody. */
function stretchAround(section: number, { firstSection, sections }: ArticleSections, { isVariant }: Fits): number[] {
  let [from, to] = [section, section + 1];
  while (from > firstSection && isVariant(from - 1)) from--;
  while (to < firstSection + sections && isVariant(to)) to++;
  return Array.from({ length: to - from }, (_, place) => from + place);
}

function bestOf(sections: readonly number[], scores: Float32Array): number | undefined {
  return sections.reduce<number | undefined>(
    (best, one) => (best === undefined || scores[one]! > scores[best]! ? one : best),
    undefined,
  );
}
