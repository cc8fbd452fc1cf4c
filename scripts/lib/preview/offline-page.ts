import type { Element, Parents, Root } from 'hast';
import { h } from 'hastscript';
import rehypeParse from 'rehype-parse';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';

/** Gives the address by which a file of the copy leads where the site's file leads. */
export type OfflineAddress = (address: string) => string;

/** Nothing runs, and nothing is asked of any host, whatever the page says. */
const POLICY =
  "default-src 'none'; style-src 'self' file:; img-src 'self' file: data:; font-src data:; form-action 'self' file:; base-uri 'none'";
/** For reviewers; the page's readers never see it. */
const NOTE = 'A preview from files: search, forms and all else that scripts do need a server.';
/** Properties that hold one address. */
const ADDRESSES = ['href', 'src', 'action', 'formAction', 'poster', 'data', 'xLinkHref'];
/** Links that only scripts need, or that browsers refuse to follow from a file. */
const USELESS_LINKS = /^(modulepreload|preload|prefetch|dns-prefetch|preconnect|manifest)$/;

const html = unified().use(rehypeParse).use(rehypeStringify);

/**
 * A page of a built site as it can be read from a folder: without scripts, so that it shows what it has for readers
 * without them, with addresses that lead from file to file, a policy that lets files be shown, and a line saying so.
 */
export function offlinePage(text: string, address: OfflineAddress): string {
  const page: Root = html.parse(text);
  visit(page, 'element', (element, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const replacement = replaced(element, parent);
    if (replacement) {
      parent.children.splice(index, 1, ...replacement);
      return [SKIP, index];
    }
    readdress(element, address);
    if (element.tagName === 'body')
      element.children.unshift(h('p', { className: ['wrap'], lang: 'en', dir: 'ltr', role: 'note' }, NOTE));
    return undefined;
  });
  return html.stringify(page);
}

/** What stands in the place of an element that does nothing here, or would do harm; undefined for one that stays. */
function replaced({ tagName, properties, children }: Element, parent: Parents): Element['children'] | undefined {
  const { rel, httpEquiv } = properties;
  if (tagName === 'script') return [];
  // The browser could run scripts, so it would not show what is for readers without them. What stands beside a search box
  // the note says for all of them, and pages keep their look.
  if (tagName === 'noscript') return parent.children.some(isSearchBox) ? [] : children;
  if (tagName === 'link' && Array.isArray(rel) && rel.some((one) => USELESS_LINKS.test(String(one)))) return [];
  if (tagName === 'meta' && named(httpEquiv) === 'content-security-policy' && properties.content !== POLICY)
    return [h('meta', { httpEquiv: 'Content-Security-Policy', content: POLICY })];
  return undefined;
}

function isSearchBox(node: Root['children'][number]): boolean {
  return node.type === 'element' && node.tagName === 'form' && node.properties.role === 'search';
}

function readdress({ tagName, properties }: Element, address: OfflineAddress): void {
  for (const name of ADDRESSES) {
    const value = properties[name];
    if (typeof value === 'string') properties[name] = address(value);
  }
  const { srcSet, content } = properties;
  if (typeof srcSet === 'string') properties.srcSet = readdressAll(srcSet, address);
  if (tagName === 'meta' && named(properties.httpEquiv) === 'refresh' && typeof content === 'string')
    properties.content = content.replace(/(?<=url=).+$/i, (text) => address(text));
  // Files have no origin that could be the same.
  delete properties.crossOrigin;
}

/** Addresses in a `srcset`, each with the width or the density it is for. */
function readdressAll(srcSet: string, address: OfflineAddress): string {
  return srcSet
    .split(', ')
    .map((candidate) => {
      const [text = '', ...rest] = candidate.split(' ');
      return [address(text), ...rest].join(' ');
    })
    .join(', ');
}

/** `http-equiv` is a list in the tree. */
function named(value: Element['properties'][string]): string {
  return (Array.isArray(value) ? value.join(' ') : String(value ?? '')).toLowerCase();
}
