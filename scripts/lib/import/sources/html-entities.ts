import type { Root } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

const parser = unified().use(rehypeParse, { fragment: true });

/**
 * `Q&amp;A: can&#39;t log in` as its author typed it. Help desks escape titles for HTML when they export to Markdown;
 * nobody types `&amp;` into the title of an article. Read once, so that `&amp;lt;` becomes `&lt;`.
 */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/g, (entity) =>
    toText(parser.parse(entity) as Root),
  );
}
