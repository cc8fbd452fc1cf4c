import { closest } from '../../../src/content/did-you-mean.ts';
import { follow, parsePermalink, preferred, sectionUrls } from '../../../src/permalinks/permalink-target.ts';
import { safeDecode } from '../../../src/site/safe-decode.ts';
import { belowBase, OWN_PAGE_ID, PERMALINK_LANGUAGE, permalinkFolder } from '../../../src/site/urls.ts';
import { type ArticlePart, type Catalogue, type CatalogueArticle, localeFor } from './catalogue.ts';

/** What begins the address of an article as a resource: `article://en/refunds`. */
export const RESOURCE = 'article://';

/** What somebody asks to read. */
interface Wanted {
  id: string;
  /** As its address says. */
  locale?: string | undefined;
  /** Of a section; '' for the whole. */
  anchor: string;
}

/** An article, and which of its sections is meant. */
export interface Found {
  article: CatalogueArticle;
  /** '' for the whole article. */
  anchor: string;
}

/**
 * Finds what an id, a permalink, the address of a page or of a resource means, in the language that is asked for, else in
 * that of the address, else in the default one. An article that a language lacks is given in the default one.
 * @throws Error saying what was given, what is expected, and what may be meant.
 */
export function findArticle(catalogue: Catalogue, asked: string, locale?: string): Found {
  const wanted = wantedBy(catalogue, asked.trim());
  const target = follow(wanted.anchor ? `${wanted.id}#${wanted.anchor}` : wanted.id, catalogue.moved);
  if (target === 'retired')
    throw new Error(`article: "${asked}" was withdrawn for good. Search for what it was about instead.`);
  const { id, anchor } = target ?? wanted;
  const versions = catalogue.articles.filter((article) => article.id === id);
  if (versions.length === 0) throw new Error(unknown(catalogue, asked, id));
  const code = localeFor(catalogue, locale ?? wanted.locale ?? catalogue.defaultLocale);
  const there = versions.map((version) => version.locale);
  const article = versions.find((version) => version.locale === preferred([code], there, catalogue.defaultLocale))!;
  return { article, anchor: anchorIn(article, versions, anchor) };
}

function unknown({ articles }: Catalogue, asked: string, id: string): string {
  const meant = closest(id, new Set(articles.map((article) => article.id)));
  const hint = meant === undefined ? 'Use search or list to find it.' : `Did you mean "${meant}"?`;
  return `article: no article has the id "${id}"${asked === id ? '' : `, which "${asked}" leads to`}. ${hint}`;
}

function wantedBy(catalogue: Catalogue, asked: string): Wanted {
  const { root } = catalogue;
  if (asked.startsWith(RESOURCE)) {
    const [locale = '', id = ''] = asked.slice(RESOURCE.length).split('/').map(safeDecode);
    return { ...parsePermalink(id), locale };
  }
  if (/^[a-z0-9-]+(#.*)?$/i.test(asked) || asked.startsWith(OWN_PAGE_ID)) return parsePermalink(asked);
  if (!URL.canParse(asked, root))
    throw new Error(`article: "${asked}" is no id, permanent link or address of an article.`);
  const address = new URL(asked, root);
  const site = new URL(root);
  const path = address.host === site.host ? belowBase(site.pathname, safeDecode(address.pathname)) : undefined;
  if (path === undefined)
    throw new Error(`article: "${asked}" is not of this help center, whose addresses begin with ${root}.`);
  const anchor = safeDecode(address.hash.slice(1));
  if (path.startsWith(permalinkFolder(''))) {
    const [id = ''] = path.slice(permalinkFolder('').length).split('/');
    return { id, locale: address.searchParams.get(PERMALINK_LANGUAGE) ?? undefined, anchor };
  }
  return ofPage(catalogue, path, asked, anchor);
}

/** What the page of an address shows, or its Markdown; in a language that lacks the article that is the default one's. */
function ofPage({ articles, root }: Catalogue, path: string, asked: string, anchor: string): Wanted {
  const [locale = '', ...rest] = path.replace(/(\.md|\/index\.html|\/)$/, '').split('/');
  const tail = `/${rest.join('/')}/`;
  const same = articles.filter(({ page, locale: own }) => safeDecode(page) === `${root}${own}${tail}`);
  const article = same.find((one) => one.locale === locale) ?? same[0];
  if (!article || rest.length === 0)
    throw new Error(`article: no article has the address "${asked}". Use search or list to find it.`);
  return { id: article.id, locale, anchor };
}

/** Languages name their sections in their own words; a permalink may have any of them. */
function anchorIn(article: CatalogueArticle, versions: CatalogueArticle[], anchor: string): string {
  if (anchor === '') return '';
  const anchors = ({ parts }: CatalogueArticle): string[] => parts.map((part) => part.anchor).filter(Boolean);
  const all = Object.fromEntries(versions.map((one) => [one.locale, { href: '', anchors: anchors(one) }]));
  const [, found = ''] = (sectionUrls(all, anchor)[article.locale] ?? '').split('#');
  return safeDecode(found);
}

/**
 * The parts of a section: from its heading to the next one of its level or above.
 * @param name Anchor or heading of the section.
 * @throws Error naming the sections that there are.
 */
export function sectionOf({ id, parts }: CatalogueArticle, name: string): [ArticlePart, ...ArticlePart[]] {
  const wanted = name.trim().replace(/^#/, '').toLowerCase();
  const at = parts.findIndex(
    ({ anchor, heading }) => anchor !== '' && [anchor.toLowerCase(), heading.toLowerCase()].includes(wanted),
  );
  const first = parts[at];
  if (!first) {
    const anchors = parts.map(({ anchor }) => anchor).filter(Boolean);
    const meant = closest(wanted, anchors);
    throw new Error(
      `section: "${id}" has no section "${name}". ${meant === undefined ? '' : `Did you mean "${meant}"? `}${anchors.length === 0 ? 'It has none: leave section out.' : `It has ${anchors.slice(0, 30).join(', ')}.`}`,
    );
  }
  const end = parts.findIndex(({ depth }, index) => index > at && depth <= first.depth);
  return [first, ...parts.slice(at + 1, end === -1 ? undefined : end)];
}
