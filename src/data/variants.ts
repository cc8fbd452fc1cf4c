import { ownValue } from '../site/own-value.ts';
import { site, text } from './site.ts';

/**
 * What tells each system in what variants-boot.js puts together: the platform that newer browsers name, else the long text
 * in which one system's signs are in another's name; whether there are several touch points; the language.
 */
const SIGNS: Readonly<Record<string, string>> = {
  android: 'android',
  chromeos: 'cros|^chrom',
  ios: 'iphone|ipad|^ios|macintosh.*true',
  linux: '^linux|x11; .*linux',
  macos: '^mac|macintosh.*false',
  windows: 'windows',
};

/** A choice that a page offers its readers. */
export interface OfferedChoice {
  name: string;
  label: string;
  /** Only tabs go by it, which show it themselves. */
  onlyTabs: boolean;
  /** `guess` is a pattern of what the browser tells. */
  values: { name: string; label: string; guess: string | undefined }[];
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
      guess: guess && signsOf(guess, told ?? [guess === 'country' ? value.toUpperCase() : value]),
    })),
  };
}

function signsOf(guess: 'system' | 'country', told: readonly string[]): string | undefined {
  const signs = told.flatMap((one) => (guess === 'country' ? `-${one}$` : (ownValue(SIGNS, one) ?? [])));
  return signs.length > 0 ? signs.join('|') : undefined;
}
