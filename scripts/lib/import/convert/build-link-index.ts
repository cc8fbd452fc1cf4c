import { createHash } from 'node:crypto';
import { isVideo } from '../../../../src/markdown/videos.ts';
import { slugOf, unique } from '../../naming/slug.ts';
import type { SourceSite } from '../sources/source.ts';
import { addressKeys, pathKey } from './address-keys.ts';
import type { LinkIndex, Target } from './link-index.ts';

/**
 * Collects what links and images are looked up in.
 * @param categorySlugs folder name of each category by its key.
 * @param base path the new site lives under.
 * @param tabNames what tabs may be called that are values of its choices.
 * @param downloads names under images/ or files/ by address.
 */
export function buildLinkIndex(
  site: SourceSite,
  categorySlugs: Map<string, string>,
  downloads: Map<string, string>,
  base: string,
  tabNames: LinkIndex['tabNames'] = new Map(),
): LinkIndex {
  const targets = new Map<string, Target>();
  const add = (key: string, target: Target): void => {
    if (!targets.has(key)) targets.set(key, target);
  };
  for (const article of site.articles) {
    const target: Target = { kind: 'article', id: article.id };
    for (const alias of article.aliases) for (const key of addressKeys(alias)) add(key, target);
    if (article.format === 'markdown') add(`file:${pathKey(article.origin)}`, target);
    if (site.kind === 'hugo') add(`name:${article.slug ?? ''}`, target);
  }
  for (const category of site.categories) {
    const target: Target = { kind: 'category', slug: categorySlugs.get(category.key) ?? category.key };
    for (const alias of category.aliases) for (const key of addressKeys(alias)) add(key, target);
  }
  // An address that an article really had counts before what other articles may call it.
  for (const article of site.articles)
    for (const path of article.paths ?? []) add(pathKey(path), { kind: 'article', id: article.id });
  const restricted = new Set(
    site.skipped.filter((one) => one.reason === 'restricted' && one.id).map((one) => `${site.kind}:article:${one.id}`),
  );
  return {
    kind: site.kind,
    origin: site.origin,
    base,
    targets,
    restricted,
    files: nameFiles(site.files),
    assetFolders: ['', ...(site.assetFolders ?? ['static', 'assets', 'public'])],
    downloads,
    tabNames,
  };
}

/** A name under images/ for each file: its own, with a few letters of its path's hash where two share one. */
function nameFiles(files: string[]): LinkIndex['files'] {
  const counts = new Map<string, number>();
  const plain = (file: string): string => {
    const name = file.split('/').at(-1) ?? file;
    const dot = name.lastIndexOf('.');
    return `${unique(slugOf(name.slice(0, dot)) || 'image', new Set())}${name.slice(dot).toLowerCase()}`;
  };
  // Films share the names of their captions and posters, whatever their kind.
  const key = (file: string): string => (isVideo(file) ? plain(file).replace(/\.\w+$/, '') : plain(file));
  for (const file of files) counts.set(key(file), (counts.get(key(file)) ?? 0) + 1);
  return new Map(
    files.map((file) => {
      const name = plain(file);
      const hash = createHash('sha256').update(file).digest('hex').slice(0, 6);
      return [
        file.toLowerCase(),
        { file, name: (counts.get(key(file)) ?? 0) > 1 ? name.replace(/(\.\w+)$/, `-${hash}$1`) : name },
      ];
    }),
  );
}
