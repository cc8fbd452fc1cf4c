import type { Root } from 'hast';
import { toText } from 'hast-util-to-text';
import rehypeParse from 'rehype-parse';
import rehypeRaw from 'rehype-raw';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import type { Conversion } from '../convert/conversion.ts';
import { isHidden } from '../convert/inline-style.ts';
import { readAttributes } from '../convert/read-attributes.ts';
import type { SourceArticle } from '../sources/source.ts';

const html = unified().use(rehypeParse, { fragment: true });
const markdown = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(() => readAttributes)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw);
const unseen = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'video',
  'audio',
  'object',
  'input',
  'select',
  'textarea',
]);

export interface TextCoverage {
  /** Words that readers saw before. */
  before: number;
  /** Those of them that are in the new text too. */
  kept: number;
  /** Articles that lost some, the most first, with the lost words. */
  losses: { origin: string; lost: string[] }[];
}

/** Counts the words of all articles before and after; a word that was there twice has to be there twice. */
export function textCoverage(articles: SourceArticle[], conversions: Conversion[]): TextCoverage {
  const result: TextCoverage = { before: 0, kept: 0, losses: [] };
  articles.forEach((article, index) => {
    const now = new Map<string, number>();
    // The title stands above the text; a heading that repeated it was dropped.
    for (const word of wordsOf(`${conversions[index]?.markdown ?? ''}\n\n${article.title}`, 'markdown'))
      now.set(word, (now.get(word) ?? 0) + 1);
    const lost: string[] = [];
    const before = wordsOf(article.body, article.format);
    for (const word of before) {
      const left = now.get(word) ?? 0;
      if (left > 0) now.set(word, left - 1);
      else lost.push(word);
    }
    result.before += before.length;
    result.kept += before.length - lost.length;
    if (lost.length > 0) result.losses.push({ origin: article.origin, lost });
  });
  result.losses.sort((one, other) => other.lost.length - one.lost.length);
  return result;
}

/** The words of a text as readers see it, without punctuation; Chinese, Japanese and Korean by letters. */
function wordsOf(text: string, format: 'html' | 'markdown'): string[] {
  const tree = format === 'html' ? html.parse(text) : (markdown.runSync(markdown.parse(text)) as Root);
  visit(tree, 'element', (node, index, parent) => {
    if (index === undefined || !parent || !(unseen.has(node.tagName) || isHidden(node))) return;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  const plain = toText({ type: 'element', tagName: 'pre', properties: {}, children: tree.children as never[] }).replace(
    /\[!(note|tip|important|warning|caution)\]/gi,
    ' ',
  );
  return plain.normalize('NFKC').match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[\p{L}\p{N}]+/gu) ?? [];
}
