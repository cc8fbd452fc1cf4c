import { didYouMean } from '../../../src/content/did-you-mean.ts';
import type { Use } from '../../../src/content/insert/sources.ts';
import { usesOf } from '../../../src/content/insert/uses.ts';
import type { HelpCenter } from '../../../src/content/types.ts';

/** Where a snippet or a variable stands. */
export interface Uses {
  name: string;
  /** Its files, or the line of variables.yaml. */
  defined: string[];
  /** Directives, by the file and line in which they are written; those in snippets too. */
  places: Use[];
  /** Pages that show it, by themselves or by a snippet. */
  pages: string[];
}

/**
 * Where the snippet or the variable of this name stands.
 * @throws Error when there is none, with the name that may have been meant.
 */
export function findUses(center: HelpCenter, name: string): Uses {
  const { sources, articles, broken, ownPages, brokenOwnPages } = center;
  const files = sources.snippets.filter((snippet) => snippet.name === name).map(({ file }) => file);
  const defined = [...files, ...(sources.variables.values.has(name) ? ['variables.yaml'] : [])];
  if (defined.length === 0) {
    const names = new Set([...sources.snippets.map((snippet) => snippet.name), ...sources.variables.values.keys()]);
    throw new Error(
      names.size === 0
        ? `There is no snippet and no variable. Write one first: snippets/${sources.defaultLocale}/<name>.md, or a line in variables.yaml.`
        : `There is no snippet and no variable "${name}".${didYouMean(name, names) || ` There are ${[...names].join(', ')}.`}`,
    );
  }
  const pages = [...articles, ...broken, ...ownPages, ...brokenOwnPages]
    .filter(({ insertions }) => insertions?.uses.some((use) => use.name === name))
    .map(({ file }) => file);
  return { name, defined, places: usesOf(center).filter((use) => use.name === name), pages: pages.sort() };
}

/** As the terminal shows it. `place` makes a path below the content folder one that can be opened. */
export function usesText({ name, defined, places, pages }: Uses, place: (file: string) => string): string {
  const head = `${name}: ${defined.map(place).join(', ')}\n`;
  if (places.length === 0) return `${head}No text puts it in.\n`;
  const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`;
  const lines = places.map(
    ({ file, line, lacking }) => `  ${place(file)}:${line}${lacking === undefined ? '' : `  (nothing in ${lacking})`}`,
  );
  return `${head}${count(places.length, 'place')}, shown on ${count(pages.length, 'page')}:\n${lines.join('\n')}\n`;
}
