import { createLinkFinder, createLinkResolver } from '../../../src/content/links.ts';
import { siteVariants } from '../../../src/content/read-help-center.ts';
import type { Article, HelpCenter } from '../../../src/content/types.ts';
import { nameVariants } from '../../../src/markdown/name-variants.ts';
import { localeOf } from '../../../src/markdown/options.ts';
import { stripComments } from '../../../src/markdown/strip-comments.ts';
import { fullUrl, siteUrls } from '../../../src/site/urls.ts';
import { portableMarkdown } from './portable-markdown.ts';

/**
 * Writes the articles of a help center as Markdown that can be read anywhere.
 * @param permanent Whether links between articles get permalinks instead of the addresses that pages have now.
 */
export function portableArticles(center: HelpCenter, { permanent = false } = {}) {
  const { site } = center;
  const urls = siteUrls(site?.base);
  const resolve = createLinkResolver(center);
  const find = createLinkFinder(center);
  const permalinkOf = (target: string, file: string): string | undefined => {
    const link = find(target, file);
    return link?.id === undefined ? undefined : urls.permalink(link.id, link.anchor);
  };
  return {
    /** What stands above the text of an article: title, description, addresses, language, category and day. */
    head(article: Article, category: string): string {
      const facts = [
        `Source: <${fullUrl(urls.article(article), site)}>`,
        `Permanent link: <${fullUrl(urls.permalink(article.id), site)}>`,
        `Language: ${article.locale}`,
        `Category: ${category}`,
        ...(article.updated ? [`Updated: ${article.updated.toISOString().slice(0, 10)}`] : []),
      ];
      return `# ${article.title}\n\n> ${article.description}\n\n${facts.join('  \n')}`;
    },
    /** Text of an article or of a part of it, without writers' comments and with full addresses. */
    text(markdown: string, file: string): string {
      const absolute = (target: string): string | undefined => {
        const path = resolve(target, file);
        return path === undefined ? undefined : fullUrl((permanent && permalinkOf(target, file)) || path, site);
      };
      const named = site
        ? nameVariants(stripComments(markdown), localeOf({ path: file }), siteVariants(site))
        : stripComments(markdown);
      return portableMarkdown(named, absolute).trim();
    },
  };
}
