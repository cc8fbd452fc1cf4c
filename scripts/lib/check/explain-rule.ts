import { readdir, readFile } from 'node:fs/promises';
import { didYouMean } from '../../../src/content/did-you-mean.ts';

const folder = new URL('../../../src/check/rules/', import.meta.url);

/** Names of all rules, from their pages of documentation, sorted. */
export async function ruleNames(): Promise<string[]> {
  const files = await readdir(folder);
  return files.flatMap((file) => (file.endsWith('.md') && file !== 'README.md' ? file.slice(0, -3) : [])).sort();
}

/**
 * The page of documentation of a rule.
 * @throws Error that lists the rules when there is none of that name.
 */
export async function explainRule(name: string): Promise<string> {
  await requireRules([name]);
  return readFile(new URL(`${name}.md`, folder), 'utf8');
}

/** @throws Error that names the first unknown rule and lists the known ones. */
export async function requireRules(names: readonly string[]): Promise<void> {
  const known = await ruleNames();
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new Error(`There is no rule "${unknown}".${didYouMean(unknown, known)} The rules are ${known.join(', ')}.`);
}
