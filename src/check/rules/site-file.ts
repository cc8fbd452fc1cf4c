import type { Problem } from '../../content/types.ts';
import { siteUrls, withoutSlash } from '../../site/urls.ts';
import { siteFileFinder } from '../page-paths.ts';
import type { Rule } from '../rule.ts';

export const siteFile: Rule = {
  name: 'site-file',
  ensures: 'No article or category has its page where the site has a file.',
  always: true,
  check({ pages, center }) {
    const siteFileAt = siteFileFinder(center);
    const urls = siteUrls();
    const places = [
      ...pages.map((page) => ({ file: page.file, address: urls.article(page) })),
      ...center.categories.map(({ file, locale, slug }) => ({ file, address: urls.category(locale, slug) })),
    ];
    return places.flatMap(({ file, address }): Problem[] => {
      if (siteFileAt(withoutSlash(address)) === undefined) return [];
      return [
        {
          file,
          line: 1,
          rule: 'site-file',
          found: `the address ${address}, where the site has a file of its own`,
          expected: 'an address that can be a folder, since each page is one',
          remedy: 'Rename the file or the folder.',
          severity: 'error',
        },
      ];
    });
  },
};
