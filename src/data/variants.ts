import { ownValue } from '../site/own-value.ts';
import { site, text } from './site.ts';

/** A choice that a page offers its readers. */
export interface OfferedChoice {
  name: string;
  label: string;
  /** Only tabs go by it, which show it themselves. */
  onlyTabs: boolean;
  values: { name: string; label: string; guess: string | undefined }[];
}

/**
 * The choices that matter to a page, given its HTML, in the order of site.yaml; undefined where all of it is for everybody
 * and there are no tabs.
 */
export function choicesIn(html: string, locale: string): OfferedChoice[] | undefined {
  const blocks = [...html.matchAll(/<details open(?: data-for="([^"]*)")? class="details( tab)?"/g)].filter(
    ([, audience, tab]) => audience !== undefined || tab !== undefined,
  );
  if (blocks.length === 0) return undefined;
  const onlyTabs = new Map<string, boolean>();
  for (const [, audience = '', tab] of blocks)
    for (const name of new URLSearchParams(audience.replaceAll('&#x26;', '&')).keys())
      onlyTabs.set(name, (onlyTabs.get(name) ?? true) && tab !== undefined);
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
      guess: guess && (told ?? [guess === 'country' ? value.toUpperCase() : value]).join(' '),
    })),
  };
}
