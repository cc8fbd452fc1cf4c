import { didYouMean } from '../../content/did-you-mean.ts';
import type { Problem } from '../../content/types.ts';
import { pointInYaml } from '../locate.ts';
import { isArticle, type Rule } from '../rule.ts';

export const navigation: Rule = {
  name: 'navigation',
  ensures:
    'Links of the header and the foot lead to something that is there, and categories order headings that they have.',
  check({ center, pages }) {
    const ids = new Set(pages.flatMap(({ id }) => (id === undefined ? [] : [id])));
    const slugs = new Set(pages.map(({ category }) => category));
    const known = {
      article: { names: ids, expected: 'the id of an article' },
      category: { names: slugs, expected: 'the folder name of a category with articles' },
      page: {
        // One that could not be read is no dead link as well.
        names: new Set([...center.ownPages, ...center.brokenOwnPages].map(({ slug }) => slug)),
        expected: 'the name of a file in pages/<locale>, without .md',
      },
    };
    const astray = (path: (string | number)[], what: keyof typeof known, name: string): Problem => ({
      file: 'site.yaml',
      ...pointInYaml(center.root, 'site.yaml', path),
      rule: 'navigation',
      field: path.join('.'),
      found: `"${name}", which no ${what} is called`,
      expected: known[what].expected,
      remedy: didYouMean(name, known[what].names).trim() || 'Correct it, or remove the link.',
      severity: 'error',
    });
    const links = (['header', 'footer'] as const).flatMap((place) =>
      (center.site?.[place] ?? []).flatMap((item, index) => [
        { path: [place, index], link: item },
        ...(item.links ?? []).map((link, at) => ({ path: [place, index, 'links', at], link })),
      ]),
    );
    const inLinks = links.flatMap(({ path, link }) =>
      (['article', 'category', 'page'] as const).flatMap((what) => {
        const name = link[what];
        return name === undefined || known[what].names.has(name) ? [] : [astray([...path, what], what, name)];
      }),
    );
    const inCategories = center.categories.flatMap(({ locale, slug, file, sections }) => {
      const members = pages.filter((page) => page.locale === locale && page.category === slug);
      // A page that could not be read may be the one that has the heading.
      if (!members.every(isArticle)) return [];
      const headings = new Set(members.filter(isArticle).flatMap(({ section }) => section ?? []));
      return sections.flatMap((name, index): Problem[] =>
        headings.has(name)
          ? []
          : [
              {
                file,
                ...pointInYaml(center.root, file, ['sections', index]),
                rule: 'navigation',
                field: `sections.${index}`,
                found: `"${name}", which no article of the category has as its section`,
                expected: 'a section that articles name',
                remedy: didYouMean(name, headings).trim() || 'Correct it, or remove it.',
                severity: 'warning',
              },
            ],
      );
    });
    return [...inLinks, ...inCategories];
  },
};
