import type { Problem } from '../../content/types.ts';
import { RESERVED_FOLDERS, siteUrls } from '../../site/urls.ts';
import type { Rule } from '../rule.ts';

/** Letters of any script, digits and hyphens; with a dot it would be the name of a file. */
const FIT = /^[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}]+(?:[_-]+[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}]+)*$/u;

export const ownPage: Rule = {
  name: 'own-page',
  ensures: 'Each page under pages/ has an address of its own, in every language.',
  always: true,
  check({ center, pages }) {
    const categories = new Map(pages.map(({ category, file }) => [category, file]));
    for (const { slug, file } of center.categories) categories.set(slug, file);
    return [...center.ownPages, ...center.brokenOwnPages].flatMap(({ file, locale, slug }): Problem[] => {
      const address = siteUrls().ownPage(locale, slug);
      const category = categories.get(slug);
      const problem = (found: string, expected: string, remedy: string): Problem[] => [
        { file, line: 1, rule: 'own-page', found, expected, remedy, severity: 'error' },
      ];
      if (RESERVED_FOLDERS.includes(slug))
        return problem(
          `the address ${address}, where the site has a page of its own`,
          'another name',
          `Rename the file, for instance to "${slug}-page.md", in every language.`,
        );
      if (category !== undefined)
        return problem(
          `the address ${address}, which is that of a category (${category})`,
          'an address that nothing else has',
          'Rename the file or the folder of the category, in every language.',
        );
      if (FIT.test(slug)) return [];
      const better = slug
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
        .replace(/^-|-$/g, '');
      return problem(
        `the file name "${slug}"`,
        'lower-case letters, digits and hyphens, because it becomes the address',
        `Rename the file${better ? ` to "${better}.md"` : ''}.`,
      );
    });
  },
};
