import { isArticlePath, isCategoryPath, isOwnPagePath } from '../../content/article-paths.ts';
import { closest } from '../../content/did-you-mean.ts';
import { isSnippetPath } from '../../content/insert/read-sources.ts';
import { isStringsPath } from '../../content/read-strings.ts';
import type { Problem } from '../../content/types.ts';
import type { Rule } from '../rule.ts';

const CONFIGURATION_FILES = [
  'site.yaml',
  'synonyms.yaml',
  'queries.yaml',
  'pins.yaml',
  'terms.yaml',
  'notices.yaml',
  'agents.yaml',
  'permalinks.yaml',
  'check.yaml',
  'variables.yaml',
];
const TEXT = /\.(md|mdx|markdown|mdown|mkd|txt|html?|ya?ml)$/i;

export const place: Rule = {
  name: 'place',
  ensures: 'No file is passed over: each lies where the site looks for it.',
  check({ center }) {
    const locales = center.site?.locales.map(({ code }) => code);
    const strayLocales = new Set<string>();
    return center.files.flatMap((file): Problem | Problem[] => {
      const [top, locale = ''] = file.split('/');
      if (isLocaleFolder(file) && locales && !locales.includes(locale)) {
        const folder = `${top}/${locale}`;
        if (strayLocales.has(folder)) return [];
        strayLocales.add(folder);
        return unknownLocale(file, folder, locale, locales);
      }
      if (!TEXT.test(file) || isStringsPath(file) || isOwnPagePath(file) || isArticlePath(file) || isCategoryPath(file))
        return [];
      if (/^articles\//.test(file)) return misplaced(file);
      if (/^pages\//.test(file)) return misplacedPage(file);
      if (isSnippetPath(file) && !file.endsWith('.md')) return misplacedSnippet(file);
      const isConfiguration = /^[^/]+\.ya?ml$/.test(file);
      return isConfiguration && !CONFIGURATION_FILES.includes(file) ? unknownFile(file) : [];
    });
  },
};

/** Whether it lies in a folder that is named for a locale. */
function isLocaleFolder(file: string): boolean {
  return /^(articles|pages|snippets)\/[^/]+\//.test(file);
}

function unknownLocale(file: string, folder: string, locale: string, locales: string[]): Problem {
  const meant = closest(locale, locales);
  return {
    file,
    line: 1,
    rule: 'place',
    found: `the folder ${folder}, which is no locale of site.yaml`,
    expected: `a folder named ${locales.join(', ')}`,
    remedy:
      meant === undefined
        ? `Add ${locale} to locales in site.yaml, or move the folder's files.`
        : `Rename the folder to ${meant}, or add ${locale} to locales in site.yaml.`,
    severity: 'error',
  };
}

function misplaced(file: string): Problem {
  return {
    file,
    line: 1,
    rule: 'place',
    found: 'a text that the site passes over',
    expected: 'articles/<locale>/<category>/<name>.md, or _category.yaml beside the articles',
    remedy: /\.md$/.test(file)
      ? 'Move the file into the folder of a category; categories have no folders inside.'
      : 'Rename it, or move it out of the content folder.',
    severity: 'error',
  };
}

function misplacedSnippet(file: string): Problem {
  return {
    file,
    line: 1,
    rule: 'place',
    found: 'a text that no article can put in',
    expected: 'snippets/<locale>/<name>.md',
    remedy: 'Give its name the ending .md, or move it out of the folder snippets.',
    severity: 'error',
  };
}

function misplacedPage(file: string): Problem {
  return {
    file,
    line: 1,
    rule: 'place',
    found: 'a text that the site passes over',
    expected: 'pages/<locale>/<name>.md',
    remedy: /\.md$/.test(file)
      ? 'Move the file into the folder of its language; pages have no folders inside.'
      : 'Rename it, or move it out of the content folder.',
    severity: 'error',
  };
}

function unknownFile(file: string): Problem {
  const meant = closest(file, CONFIGURATION_FILES);
  return {
    file,
    line: 1,
    rule: 'place',
    found: 'a file that nothing reads',
    expected: `one of ${CONFIGURATION_FILES.join(', ')}`,
    remedy: meant === undefined ? 'Move it out of the content folder.' : `Did you mean ${meant}?`,
    severity: 'warning',
  };
}
