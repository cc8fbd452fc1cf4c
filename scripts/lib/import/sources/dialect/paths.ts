import { mapLinesOutsideCode } from './lines-outside-code.ts';

/** A path of folder names alone: `./docs//` is `docs`. */
export function withoutSlashes(path: string): string {
  return path
    .split('/')
    .filter((part) => part && part !== '.')
    .join('/');
}

/** `*` stands for any signs, slashes among them, and `?` for one. Goes back to the last star only, so it ends soon. */
export function matchesWildcards(text: string, pattern: string): boolean {
  let [at, in_, star, from] = [0, 0, -1, 0];
  while (at < text.length) {
    if (pattern[in_] === '*') [star, from, in_] = [in_, at, in_ + 1];
    else if (in_ < pattern.length && (pattern[in_] === '?' || pattern[in_] === text[at])) [at, in_] = [at + 1, in_ + 1];
    else if (star >= 0) [in_, from, at] = [star + 1, from + 1, from + 1];
    else return false;
  }
  return pattern.slice(in_).replaceAll('*', '') === '';
}

/** Links and pictures without the base path of the old site, as its files and pages are named. */
export function withoutBase(body: string, base: string): string {
  if (!base || !body.includes(base)) return body;
  const written = base.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const link = new RegExp(
    `(\\]\\(<?|(?:src|href)=["']|^[ \\t]{0,3}\\[[^\\]\\n]{1,200}\\]:[ \\t]*<?)${written}(?=[/#?)"'>])`,
    'g',
  );
  return mapLinesOutsideCode(body, (line) => line.replace(link, '$1'));
}

/** True for the address of another site. */
export function isElsewhere(address: string): boolean {
  return /^(?:https?:)?\/\//i.test(address);
}
