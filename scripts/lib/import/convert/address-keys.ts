import { safeDecode } from '../../../../src/site/safe-decode.ts';

/**
 * The keys under which an address is looked up, the surest first. Help desks put a number into their
 * addresses that stays when the title changes, so the number alone is the key:
 *
 * - `/hc/en-us/articles/360001-Title`, `/hc/articles/360001` (Zendesk) -> `zendesk:article:360001`
 * - `/hc/en-us/sections/115001-Title` -> `zendesk:section:115001`
 * - `/help/en/articles/3-title`, `/en/collections/9-title` (Intercom) -> `intercom:article:3`
 * - `/article/14-my-article`, `/category/7-billing` (Help Scout) -> `helpscout:article:14`
 * - anything else by its path: `path:/user/profile`
 */
export function addressKeys(path: string): string[] {
  const clean = safeDecode(path).replace(/[?#].*/s, '');
  const keys = patterns.flatMap(({ pattern, key }) => {
    const match = pattern.exec(clean);
    return match ? [key(match)] : [];
  });
  return [...keys, pathKey(clean)];
}

/** The key of a path: without its extension, its closing slash and `index`, in lower case. */
export function pathKey(path: string): string {
  return `path:/${safeDecode(path)
    .toLowerCase()
    .split('/')
    .filter(Boolean)
    .join('/')
    .replace(/\.(mdx?|markdown|mdown|mkdn?|mdoc|html?)$/, '')
    .replace(/(^|\/)_?index$/, '')}`.replace(/(.)\/$/, '$1');
}

const patterns: { pattern: RegExp; key: (match: RegExpExecArray) => string }[] = [
  {
    pattern: /^\/hc(?:\/[a-z]{2,3}(?:-[a-z0-9]+)?)?\/(article|section|categorie)s\/(\d+)/i,
    key: (match) => `zendesk:${(match[1] ?? '').toLowerCase().replace('categorie', 'category')}:${match[2]}`,
  },
  {
    pattern: /\/(article|collection|section)s\/(\d+)(?:-|\/|$)/i,
    key: (match) => `intercom:${(match[1] ?? '').toLowerCase()}:${match[2]}`,
  },
  {
    pattern: /^\/(article|category|collection)\/(\d+)(?:-|\/|$)/i,
    key: (match) => `helpscout:${(match[1] ?? '').toLowerCase()}:${match[2]}`,
  },
];
