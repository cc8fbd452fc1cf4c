import type { Problem } from '../../content/types.ts';
import type { Point } from '../../content/yaml.ts';
import { siteUrls, withoutSlash } from '../../site/urls.ts';
import { type Clash, createAliasPlaces, isTooLong, pageFile } from '../alias-places.ts';
import { pointInYaml, pointOfField } from '../locate.ts';
import { sameOnSomeDisks } from '../page-paths.ts';
import { isArticle, type Rule, type RuleContext } from '../rule.ts';

/** An article or a category with its aliases. */
interface Claimant {
  file: string;
  locale: string;
  /** The place of its page, as some disks have it. */
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
    const claim = createAliasPlaces<Claimant>(context.center);
    return claimants(context).flatMap((page) =>
      page.aliases.flatMap((alias, index): Problem[] => {
        const clash = claim(alias, page);
        // An article that kept its address needs no way there, and one way from an address that is written twice will do.
        const isOwn =
          clash?.kind === 'page'
            ? sameOnSomeDisks(withoutSlash(clash.path)) === page.own
            : clash?.kind === 'alias' && clash.owner === page;
        const texts = clash ? !isOwn && clashWith(clash, alias, page) : isTooLong(pageFile(alias)) && tooLong(alias);
        if (!texts) return [];
        const place = { file: page.file, ...page.pointOfAlias(index), rule: 'redirects', field: `aliases.${index}` };
        return [{ ...place, ...texts }];
      }),
    );
  },
};

type Texts = Pick<Problem, 'found' | 'expected' | 'remedy' | 'severity'>;

function clashWith(clash: Clash<Claimant>, alias: string, page: Claimant): Texts {
  const but = clash.nearly ? ' but for capitals, accents or dots, which some disks and hosts do not tell apart' : '';
  const expected = 'an address that nothing else has';
  if (clash.kind === 'file')
    return {
      found: clash.path.endsWith('/index.html')
        ? `"${alias}", where ${clash.path} would be a folder and is a file`
        : `"${alias}", where the site has a file or a folder of its own: ${clash.path}`,
      expected,
      remedy: 'Remove it; no page can stand there.',
      severity: 'error',
    };
  if (clash.kind === 'page')
    return {
      found: `"${alias}", which is the address of the page ${clash.path}${but}`,
      expected,
      remedy: 'Remove it; the page itself is there.',
      severity: clash.nearly ? 'warning' : 'error',
    };
  const { owner } = clash;
  const translated = owner.key === page.key;
  const alike = withoutSlash(alias) === withoutSlash(clash.alias);
  return {
    found: `"${alias}", which ${owner.file} has too${alike ? '' : `, as "${clash.alias}"`}${but}`,
    expected,
    remedy: translated
      ? `Remove it in one of the two; as it is, it leads to ${owner.file}.`
      : 'Keep it in the page that answers what people look for there.',
    severity: translated || clash.nearly ? 'warning' : 'error',
  };
}

function tooLong(alias: string): Texts {
  return {
    found: `"${alias}", longer than the name of a file may be`,
    expected: 'at most 255 bytes between two slashes and 900 in all',
    remedy:
      'Keep it where the host reads _redirects, as Netlify, Cloudflare Pages and GitLab Pages do; others answer there with the page of what is gone.',
    severity: 'note',
  };
}

/** In the order in which they win: the default language first, as the build has it. */
function claimants({ pages, center }: RuleContext): Claimant[] {
  const urls = siteUrls();
  const articles = pages.filter(isArticle).map(
    (page): Claimant => ({
      file: page.file,
      locale: page.locale,
      own: sameOnSomeDisks(withoutSlash(urls.article(page))),
      key: `article ${page.id}`,
      aliases: page.aliases,
      pointOfAlias: (index) => pointOfField(page, ['aliases', index]),
    }),
  );
  const categories = center.categories.map(
    ({ file, locale, slug, aliases }): Claimant => ({
      file,
      locale,
      own: sameOnSomeDisks(withoutSlash(urls.category(locale, slug))),
      key: `category ${slug}`,
      aliases,
      pointOfAlias: (index) => pointInYaml(center.root, file, ['aliases', index]),
    }),
  );
  const later = ({ locale }: Claimant): number => Number(locale !== center.site?.defaultLocale);
  return [...articles, ...categories].sort((a, b) => later(a) - later(b));
}
