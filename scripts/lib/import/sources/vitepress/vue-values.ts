import { parseCode } from '../dialect/code-module.ts';
import type { Values } from '../dialect/interpolation.ts';
import { resolveFrom } from '../dialect/mdx/modules.ts';
import { readStaticConfig } from '../dialect/static-config.ts';
import { type KnownNames, type Static, staticValue } from '../dialect/static-value.ts';
import type { SourceTree } from '../markdown/source-tree.ts';

/** What VitePress and VuePress give every page beside what its script has. */
export interface PageValues {
  front: Record<string, unknown>;
  title: string | undefined;
  site: Record<string, unknown>;
}

/** Reads the scripts of a page, and the files of data that they import; nothing of them runs. */
export async function valuesOf(
  page: { file: string; body: string },
  given: PageValues,
  tree: SourceTree,
): Promise<Values> {
  const scripts = [...page.body.matchAll(/^<script\b[^>]{0,200}>([\s\S]*?)^<\/script>/gm)].map(([, code = '']) => code);
  const module = parseCode('script.ts', scripts.join('\n'));
  const imported = new Map<string, Static>();
  for (const [name, { source, name: exported }] of module.imports) {
    const path = resolveFrom(page.file, source, {});
    const file = [path, `${path}.ts`, `${path}.js`, `${path}.json`].find((one) => one !== undefined && tree.has(one));
    const config = file && /\.(?:json|[mc]?[jt]s)$/.test(file) ? await readStaticConfig(tree, file) : undefined;
    const value = exported === 'default' ? config?.main : config?.exported(exported);
    if (value !== undefined) imported.set(name, { value });
  }
  const { front, title, site } = given;
  const own = { title, frontmatter: front, description: front.description, lang: front.lang };
  const known: Record<string, unknown> = {
    $frontmatter: front,
    frontmatter: front,
    $page: own,
    page: own,
    $title: title,
    $site: site,
    site,
    $themeConfig: site.themeConfig,
    theme: site.themeConfig,
    $siteTitle: site.title,
    $description: front.description ?? site.description,
    $lang: site.lang,
  };
  const busy = new Set<string>();
  const names: KnownNames = {
    variable(name) {
      if (busy.has(name)) return undefined;
      busy.add(name);
      const value = module.variables.has(name) ? staticValue(module.variables.get(name), names) : imported.get(name);
      busy.delete(name);
      return value ?? (Object.hasOwn(known, name) ? { value: known[name] } : undefined);
    },
  };
  return (expression) => {
    if (!expression.trim() || expression.length > 2000) return undefined;
    const code = parseCode('value.ts', `export default (${expression}\n)`).exports.get('default');
    return code === undefined ? undefined : staticValue(code, names);
  };
}
