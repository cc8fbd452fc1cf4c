import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { filesBelow } from '../../../../../src/cache/files-below.ts';
import { INDEX_SOURCES } from '../../../../../src/search/indexer/process/cached-locale.ts';

const search = fileURLToPath(new URL('../../../../../src/search/', import.meta.url));

/** The modules that a module of these runs, itself included; what is imported as a type runs nowhere. */
function modulesOf(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file) || !file.endsWith('.ts')) return found;
  found.add(file);
  const imports = /^(?:import|export) (?!type\b)[^;]*?from '(\.[^']+)'|(?:import\(|new URL\()'(\.[^']+\.ts)'/gm;
  for (const [, fixed, late] of readFileSync(file, 'utf8').matchAll(imports))
    modulesOf(resolve(dirname(file), (fixed ?? late)!), found);
  return found;
}

it('an index is made again when any module changes that takes part in making it', async () => {
  const modules = new Set<string>();
  for (const file of await filesBelow(join(search, 'indexer'))) modulesOf(file, modules);
  const ofSearch = [...modules].filter((file) => file.startsWith(search));
  expect(ofSearch.filter((file) => file.includes(`${sep}core${sep}`)).length).toBeGreaterThan(20);
  expect(
    ofSearch.filter((file) => !INDEX_SOURCES.some((source) => file === source || file.startsWith(join(source, sep)))),
  ).toEqual([]);
});

it('what an index is made from is there', () => {
  expect(INDEX_SOURCES.filter((source) => !existsSync(source))).toEqual([]);
});
