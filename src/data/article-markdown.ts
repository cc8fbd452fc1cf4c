import { stripComments } from '../markdown/strip-comments.ts';
import { absolute } from './site.ts';
import { type ArticlePage, originalHref } from './articles.ts';

/** An article as one Markdown document: title, description, address and day, then the text as written, without writers' comments. */
export function articleMarkdown(page: ArticlePage): string {
  const address = absolute(originalHref(page));
  const facts = [`Source: <${address}>`, ...(page.updated ? [`Updated: ${page.updated.toISOString().slice(0, 10)}`] : [])];
  return `# ${page.title}\n\n> ${page.description}\n\n${facts.join('  \n')}\n\n${stripComments(page.entry.body ?? '').trim()}\n`;
}
