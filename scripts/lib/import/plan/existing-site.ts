import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseYaml } from '../../../../src/content/yaml.ts';
import { variantsSchema } from '../../../../src/schemas/variants.ts';
import { type LinkIndex, tabName } from '../convert/link-index.ts';

/** The path the new site lives under: what its site.yaml says, else that of the address it is to get. */
export async function basePath(out: string, url: string | undefined): Promise<string> {
  const site = await readSite(out);
  if (!site) return pathOf(url);
  const base = site.base;
  return typeof base === 'string' && /^\/(.*\/)?$/.test(base) ? base : '/';
}

/** The locales of the site.yaml that is already there; undefined when there is none that can be read. */
export async function localesOf(out: string): Promise<string[] | undefined> {
  const locales = (await readSite(out))?.locales;
  return Array.isArray(locales)
    ? locales.map((locale: unknown) => String((locale as { code?: unknown } | null)?.code))
    : undefined;
}

/** What tabs of the site that is already there may be called, in lower case: the choice and the value of each. */
export async function tabNamesOf(out: string): Promise<LinkIndex['tabNames']> {
  const { data: choices = {} } = variantsSchema.safeParse((await readSite(out))?.variants ?? {});
  const names: LinkIndex['tabNames'] = new Map();
  for (const [choice, { values }] of Object.entries(choices))
    for (const [value, { label }] of Object.entries(values))
      for (const name of [value, ...(typeof label === 'string' ? [label] : Object.values(label))])
        names.set(tabName(name), { choice, value });
  return names;
}

async function readSite(out: string): Promise<Record<string, unknown> | undefined> {
  try {
    const site = parseYaml(await readFile(join(out, 'site.yaml'), 'utf8'), 'site.yaml').data;
    return typeof site === 'object' && site !== null ? (site as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** `https://example.com/help` -> `/help/`. */
export function pathOf(url: string | undefined): string {
  const path = URL.parse(url ?? '')?.pathname ?? '/';
  return path.endsWith('/') ? path : `${path}/`;
}
