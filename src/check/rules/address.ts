import type { Article, BrokenPage, Problem } from '../../content/types.ts';
import { RESERVED_FOLDERS, siteUrls } from '../../site/urls.ts';
import { isArticle, type Rule, type RuleContext } from '../rule.ts';

/** Letters of any script, digits, hyphens, dots and underscores: what an address can show as it is. */
const FIT = /^[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}](?:[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}._-]*[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}])?$/u;

export const address: Rule = {
  name: 'address',
  ensures: 'Each article has an address of its own that can be typed and shared.',
  check(context) {
    return context.pages.flatMap((page) => [...unfit(page), ...clashes(page, context)]);
  },
};

function unfit(page: Article | BrokenPage): Problem[] {
  const problem = (found: string, expected: string, remedy: string): Problem => ({
    file: page.file,
    line: 1,
    rule: 'address',
    found,
    expected,
    remedy,
    severity: 'error',
  });
  const parts = [
    ['file', page.slug],
    ['folder', page.category],
  ] as const;
  return parts.flatMap(([kind, name]) => {
    if (kind === 'folder' && RESERVED_FOLDERS.includes(name)) {
      return [
        problem(
          `the folder name "${name}", which the site uses for a page of its own`,
          'another name',
          `Rename the folder, for instance to "${name}-help".`,
        ),
      ];
    }
    if (FIT.test(name)) return [];
    const better = name
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-')
      .replace(/^[-._]+|[-._]+$/g, '');
    return [
      problem(
        `the ${kind} name "${name}"`,
        'lower-case letters, digits and hyphens, because it becomes the address',
        `Rename the ${kind}${better ? ` to "${better}"` : ''}.`,
      ),
    ];
  });
}

/** An article without translation has its page in every language, at its own place. */
function clashes(page: Article | BrokenPage, { pages, center }: RuleContext): Problem[] {
  if (!isArticle(page) || page.locale === center.site?.defaultLocale) return [];
  const other = pages.find(
    (each) => each.locale === center.site?.defaultLocale && each.category === page.category && each.slug === page.slug,
  );
  if (!other || other.id === page.id || other.id === undefined) return [];
  const translated = pages.some((each) => each.locale === page.locale && each.id === other.id);
  if (translated) return [];
  return [
    {
      file: page.file,
      line: 1,
      rule: 'address',
      found: `the address ${siteUrls().article(page)}, where the untranslated ${other.file} shows too`,
      expected: 'another file name, or the same id when this is its translation',
      remedy: `Write "id: ${other.id}" if this translates it, else rename this file.`,
      severity: 'error',
    },
  ];
}
