import { matchesGlob } from '../dialect/globs.ts';
import type { DocusaurusConfig } from './config.ts';
import type { DocsInstance } from './versions.ts';

/** Parts and tests, which Docusaurus leaves out unless it is told otherwise. */
const part = /(?:^|\/)_[^/]*(?:\/|\.(?:js|jsx|ts|tsx|md|mdx)$)|\.test\.(?:js|jsx|ts|tsx)$|\/__tests__\//;
const page = /\.mdx?$/i;

/** Why a file is no page of the site; undefined for one that is, and for what has nothing to do with pages. */
export function reasonForNoPage(
  file: string,
  config: DocusaurusConfig,
  instances: readonly DocsInstance[],
): string | undefined {
  const isBelow = (folder: string): boolean => folder === '' || file.startsWith(`${folder}/`);
  const inside = (folder: string): string => (folder ? file.slice(folder.length + 1) : file);
  for (const { folders, others, include, exclude } of instances) {
    const other = others.find(({ folder }) => isBelow(folder) && ![...folders.values()].includes(folder));
    if (other && page.test(file))
      return `a page of another version (${other.version === 'current' ? 'the next one' : other.version}); the one at the plain addresses is imported`;
    for (const folder of folders.values()) {
      if (!isBelow(folder) || !page.test(file)) continue;
      const path = inside(folder);
      if (exclude ? exclude.some((glob) => matchesGlob(path, glob)) : part.test(path))
        return 'a part that pages include';
      if (include && !include.some((glob) => matchesGlob(path, glob))) return 'a file that the site leaves out';
    }
  }
  if (config.blogs.some(isBelow) && page.test(file)) return 'a post or a list of the blog; posts are not imported';
  if (/\/docusaurus-plugin-content-blog(?:-[^/]+)?\//.test(file) && page.test(file))
    return 'a post of the blog in another language; posts are not imported';
  if (/(?:^|\/)_category_\.(?:json|ya?ml)$/.test(file)) return 'title and place of a folder, which were read';
  if (
    /(?:^|\/)(?:docusaurus\.config|(?:\w+_)?versions|sidebars|version-[^/]+-sidebars)\.(?:json|[mc]?[jt]s)$/.test(file)
  )
    return 'settings of the site, which were read';
  if (/(?:^|\/)i18n\/[^/]+\/(?:.*\/)?[\w.-]+\.json$/.test(file)) return 'words of the old site’s menus and buttons';
  const { pages } = config;
  if (pages !== undefined && isBelow(pages)) {
    if (part.test(inside(pages))) return page.test(file) ? 'a part that pages include' : undefined;
    if (/\.[jt]sx?$/.test(file))
      return 'a page that a program makes (React), which is not read: what it says has to be written again';
  }
  return undefined;
}
