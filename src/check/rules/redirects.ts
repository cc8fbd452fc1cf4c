import type { Problem } from '../../content/types.ts';
import type { Point } from '../../content/yaml.ts';
import { siteUrls, withoutIndex, withoutSlash } from '../../site/urls.ts';
import { pointInYaml, pointOfField } from '../locate.ts';
import { siteFileFinder, sitePaths } from '../page-paths.ts';
import { isArticle, type Rule, type RuleContext } from '../rule.ts';

/** An article or a category with its aliases. */
interface Claimant {
  file: string;
  locale: string;
  /** The address it has now, without the slash at its end. */
  own: string;
  /** The same for all translations. */
  key: string;
  aliases: string[];
  pointOfAlias: (index: number) => Point;
}

export const redirects: Rule = {
  name: 'redirects',
  ensures: 'An old address leads to one page and hides none.',
  check(context) {
    const { center } = context;
    const first = new Map<string, Claimant>();
    const taken = sitePaths({
      ...center,
      articles: center.articles.map((article) => ({ ...article, aliases: [] })),
      categories: center.categories.map((category) => ({ ...category, aliases: [] })),
    });
    const isSiteFile = siteFileFinder(center);
    return claimants(context).flatMap((page) =>
      page.aliases.flatMap((alias, index): Problem[] => {
        const path = withoutIndex(alias);
        const other = first.get(path);
        first.set(path, other ?? page);
        // An article that kept its address needs no way there.
        if (path === page.own) return [];
        const isFile = isSiteFile(alias);
        const hides = isFile || taken.has(`${path}/`) || taken.has(path);
        if (!hides && (other === undefined || other === page)) return [];
        const translated = !hides && other?.key === page.key;
        return [
          {
            file: page.file,
            ...page.pointOfAlias(index),
            rule: 'redirects',
            field: `aliases.${index}`,
            found: isFile
              ? `"${alias}", where the site has a file or a folder of its own`
              : hides
                ? `"${alias}", which is the address of a page`
                : `"${alias}", which ${other!.file} has too`,
            expected: 'an address that nothing else has',
            remedy: isFile
              ? 'Remove it; no page can stand there.'
              : hides
                ? 'Remove it; the page itself is there.'
                : translated
                  ? `Remove it in one of the two; as it is, it leads to ${other!.file}.`
                  : 'Keep it in the page that answers what people look for there.',
            severity: translated ? 'warning' : 'error',
          },
        ];
      }),
    );
  },
};

/** In the order in which they win: the default language first, as the build has it. */
function claimants({ pages, center }: RuleContext): Claimant[] {
  const urls = siteUrls();
  const articles = pages.filter(isArticle).map(
    (page): Claimant => ({
      file: page.file,
      locale: page.locale,
      own: withoutSlash(urls.article(page)),
      key: `article ${page.id}`,
      aliases: page.aliases,
      pointOfAlias: (index) => pointOfField(page, ['aliases', index]),
    }),
  );
  const categories = center.categories.map(
    ({ file, locale, slug, aliases }): Claimant => ({
      file,
      locale,
      own: withoutSlash(urls.category(locale, slug)),
      key: `category ${slug}`,
      aliases,
      pointOfAlias: (index) => pointInYaml(center.root, file, ['aliases', index]),
    }),
  );
  const later = ({ locale }: Claimant): number => Number(locale !== center.site?.defaultLocale);
  return [...articles, ...categories].sort((a, b) => later(a) - later(b));
}
