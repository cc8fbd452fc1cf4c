import { readFile, writeFile } from 'node:fs/promises';

/** The module scripts of a page: everything up to the name of the file, and that name. */
const SCRIPT = /<script type="module" src="([^"]*\/)([^"/]+\.js)"/g;
/** A module that is imported before the importing one runs; `import(` comes later, if at all. */
const IMPORT = /(?:\bfrom|\bimport)\s*["'`]\.\/([^"'`/]+\.js)["'`]/g;
/** A module imported when it is wanted; those of a language, its stems and its stop words, are named after it. */
const LATER = /\bimport\(\s*["'`]\.\/(([^"'`/.]+)\.[^"'`/]+\.js)["'`]/g;

/**
 * Names in the head of a built page its scripts and all modules that these import, so that a browser fetches them
 * together, before whatever the page names below, and not one row of imports after the other. For pages that show
 * nothing of use before their scripts have run.
 * @param dir The built site.
 * @param page Its file below that, such as `en/search/index.html`, for the locale of which a search needs the stems, too.
 */
export async function preloadModules(dir: URL, page: string): Promise<void> {
  const file = new URL(page, dir);
  const html = await readFile(file, 'utf8');
  const scripts = [...html.matchAll(SCRIPT)];
  const [folder] = scripts.map(([, path]) => path!);
  if (folder === undefined) return;
  const [language] = page.split(/[-/]/);
  const found = new Set<string>();
  const follow = async (name: string): Promise<void> => {
    const code = await readFile(new URL(`_astro/${name}`, dir), 'utf8');
    const now = [...code.matchAll(IMPORT)].map(([, imported]) => imported!);
    const soon = [...code.matchAll(LATER)].filter(([, , of]) => of === language).map(([, imported]) => imported!);
    for (const imported of [...now, ...soon]) {
      if (found.has(imported)) continue;
      found.add(imported);
      await follow(imported);
    }
  };
  for (const [, , name] of scripts) {
    found.add(name!);
    await follow(name!);
  }
  const links = [...found].map((name) => `<link rel="modulepreload" href="${folder}${name}">`);
  await writeFile(file, html.replace('</head>', `${links.join('')}</head>`));
}
