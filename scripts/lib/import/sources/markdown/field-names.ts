/**
 * The names that Jekyll, Docusaurus, MkDocs, VitePress, GitBook, Obsidian, Starlight, Hugo, Hexo and their themes give
 * to what Signpost has a place for; of several that are set, the first counts. Written as `squash` writes them.
 */
export const fieldNames = {
  title: ['title'],
  shortTitle: ['linktitle', 'navtitle', 'sidebarlabel', 'sidebartitle', 'shorttitle', 'menutitle'],
  id: ['id'],
  description: ['description', 'summary', 'excerpt', 'lead', 'subtitle', 'abstract', 'metadescription'],
  updated: [
    'updated',
    'updatedat',
    'dateupdated',
    'lastmod',
    'lastmodified',
    'lastmodifiedat',
    'lastupdated',
    'lastupdate',
    'modified',
    'modifiedat',
    'datemodified',
    'date',
  ],
  publishAt: ['publishdate', 'publishat'],
  expiresAt: ['expirydate', 'unpublishdate', 'expiresat'],
  keywords: ['keywords', 'keyword', 'tags', 'tag', 'labels', 'categories', 'category'],
  order: ['navorder', 'sidebarposition', 'sidebarorder', 'weight', 'menuorder', 'order', 'position', 'pos'],
  slug: ['slug'],
  permalink: ['permalink', 'url'],
  redirects: ['redirectfrom', 'redirects'],
  aliases: ['aliases', 'alias'],
  parent: ['parent'],
  grandParent: ['grandparent'],
  translationKey: ['translationkey'],
  /** What else tells whether readers could open the page: publication.ts. */
  publication: [
    'draft',
    'published',
    'public',
    'private',
    'build',
    'headless',
    'cascade',
    'internal',
    'restricted',
    'unlisted',
    'hidden',
    'visibility',
    'access',
    'audience',
    'status',
    'state',
    'search',
    'searchexclude',
    'navexclude',
    'tochide',
    'pagefind',
  ],
  /** What holds a place in a menu: `sidebar: { order, label }`. */
  menu: ['menu', 'menus', 'sidebar', 'navigation'],
} satisfies Record<string, string[]>;

export type Meaning = keyof typeof fieldNames;

const known = new Set<string>(Object.values(fieldNames).flat());
const texts = new Set<string>([...fieldNames.title, ...fieldNames.shortTitle, ...fieldNames.description]);

/** One spelling of a name: `last_modified_at`, `lastModifiedAt` and `Last modified at` are one. */
export function squash(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '');
}

export function isKnownField(name: string): boolean {
  return known.has(squash(name));
}

/** True for fields that hold words for readers: what stands there is text, whatever signs it has. */
export function isTextField(name: string): boolean {
  return texts.has(squash(name));
}
