import { ownValue } from '../site/own-value.ts';
import { signsOf } from '../site/variant-signs.ts';
import { site, text } from './site.ts';

/** A choice that a page offers its readers. */
export interface OfferedChoice {
  name: string;
  label: string;
  /** Only tabs go by it, which show it themselves. */
  onlyTabs: boolean;
  /** `signs` is a pattern of what browsers tell, see src/site/variant-signs.ts. */
  values: { name: string; label: string; signs: string | undefined }[];
}

/**
 * The choices that matter to a page, given its HTML, in the order of site.yaml; undefined where all of it is for everybody
 * and there are no tabs.
 */
export function choicesIn(html: string, locale: string): OfferedChoice[] | undefined {
  const blocks = [...html.matchAll(/<details [^>]*>/g)]
    .map(([tag]) => ({
      audience: / data-for="([^"]*)"/.exec(tag)?.[1],
      isTab: / class="details tab"/.test(tag),
    }))
    .filter(({ audience, isTab }) => audience !== undefined || isTab);
  if (blocks.length === 0) return undefined;
  const onlyTabs = new Map<string, boolean>();
  for (const { audience = '', isTab } of blocks)
    for (const name of new URLSearchParams(audience.replaceAll('&#x26;', '&')).keys())
      onlyTabs.set(name, (onlyTabs.get(name) ?? true) && isTab);
  return Object.keys(site.variants)
    .filter((name) => onlyTabs.has(name))
    .map((name) => offered(name, locale, onlyTabs.get(name) ?? false));
}

function offered(name: string, locale: string, onlyTabs: boolean): OfferedChoice {
  const { label = name, guess, values = {} } = ownValue(site.variants, name) ?? {};
  return {
    name,
    label: text(label, locale),
    onlyTabs,
    values: Object.entries(values).map(([value, { label, guess: told }]) => ({
      name: value,
      label: text(label, locale),
      signs: signsOf(guess, value, told) || undefined,
    })),
  };
}
