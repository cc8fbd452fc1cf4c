import { isArticlePath, isCategoryPath } from '../../content/article-paths.ts';
import { splitFrontMatter } from '../../content/front-matter.ts';
import type { Article, Category, Fix, Problem } from '../../content/types.ts';
import { parseYaml } from '../../content/yaml.ts';
import { isBuilt } from '../../schemas/publishing.ts';
import { siteUrls, withoutSlash } from '../../site/urls.ts';
import { aliasFix } from '../alias-fix.ts';
import { sitePaths } from '../page-paths.ts';
import type { Rule, RuleContext } from '../rule.ts';

const urls = siteUrls();

/** What answered at an address that is gone. */
interface Former {
  locale: string;
  category: string;
  /** Undefined for the category itself. */
  id: string | undefined;
  address: string;
}

export const formerAddress: Rule = {
  name: 'former-address',
  ensures: 'An article or a category that was renamed or moved still answers at its old address.',
  check(context) {
    const { center } = context;
    const taken = sitePaths(center);
    const gone = formerPages(context);
    const lost = gone.filter(({ address }) => !taken.has(address) && !taken.has(`${address}/`));
    const claims = new Map<Article | Category, Set<string>>();
    for (const former of lost) {
      const heir = former.id === undefined ? heirOfCategory(former, gone, context) : heirOf(former, context);
      if (heir) claims.set(heir, (claims.get(heir) ?? new Set()).add(former.address));
    }
    return [...claims].map(([heir, addresses]) =>
      problem(heir, [...addresses], aliasFix(center.root, heir, [...addresses])),
    );
  },
};

function problem({ file }: Article | Category, addresses: string[], fix: Fix | undefined): Problem {
  return {
    file,
    line: 1,
    rule: 'former-address',
    field: 'aliases',
    found: `nothing at ${addresses.map((address) => `${address}/`).join(', ')} any more, where it was before`,
    expected: 'an answer at every address that once had one',
    remedy: `Add ${addresses.map((address) => `"${address}"`).join(', ')} to its aliases, as npm run check -- --fix does.`,
    severity: 'warning',
    ...(fix && { fix }),
  };
}

/** The pages that git once had at other places, drafts aside: nobody has their address. */
function formerPages({ center, git }: RuleContext): Former[] {
  return git.formerFiles(new Set(center.files)).flatMap(({ file, text }): Former[] => {
    const [, locale = '', category = '', name = ''] = file.split('/');
    if (isCategoryPath(file))
      return [{ locale, category, id: undefined, address: withoutSlash(urls.category(locale, category)) }];
    if (!isArticlePath(file)) return [];
    const { id, draft } = frontMatterOf(text);
    if ((typeof id !== 'string' && typeof id !== 'number') || draft === true) return [];
    const slug = name.slice(0, -'.md'.length);
    return [{ locale, category, id: String(id), address: withoutSlash(urls.article({ locale, category, slug })) }];
  });
}

function frontMatterOf(text: string): { id?: unknown; draft?: unknown } {
  const { yaml = '', yamlLine } = splitFrontMatter(text);
  const { data } = parseYaml(yaml, '', yamlLine);
  return typeof data === 'object' && data !== null ? data : {};
}

/** The article with the same id, in the same language or, where that has none, in the default one. */
function heirOf({ id, locale }: Former, { center }: RuleContext): Article | undefined {
  const same = center.articles.filter((article) => article.id === id && isBuilt(article));
  return [locale, center.site?.defaultLocale]
    .map((wanted) => same.find((article) => article.locale === wanted))
    .find((article) => article !== undefined);
}

/** The category in which all articles of a former one are now. */
function heirOfCategory({ locale, category }: Former, gone: Former[], context: RuleContext): Category | undefined {
  const articles = gone.filter((one) => one.locale === locale && one.category === category && one.id !== undefined);
  const now = new Set(articles.map((one) => heirOf(one, context)?.category));
  const [only] = now;
  if (now.size !== 1) return undefined;
  return context.center.categories.find((one) => one.locale === locale && one.slug === only);
}
