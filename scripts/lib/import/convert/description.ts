import type { Root, RootContent } from 'mdast';
import { toString as toText } from 'mdast-util-to-string';

/** Longest description, in characters; search engines show about so much. */
const longest = 200;

/**
 * The first sentence of the text, for lists and search engines: at most 200 characters, cut at a word.
 * Undefined when the article has no running text.
 */
export function descriptionOf(tree: Root, locale: string): string | undefined {
  const paragraph =
    tree.children.find((node) => node.type === 'paragraph' && plain(node).length >= 8) ??
    tree.children.find(
      (node) => plain(node).length > 0 && node.type !== 'heading' && node.type !== 'code' && node.type !== 'html',
    );
  if (!paragraph) return undefined;
  const text = plain(paragraph);
  let sentence = '';
  // A very short first sentence ("Note.") says nothing by itself; in Chinese few letters say much.
  const enough = /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/.test(text) ? 8 : 20;
  for (const { segment } of new Intl.Segmenter(tag(locale), { granularity: 'sentence' }).segment(text)) {
    sentence += segment;
    if (sentence.trim().length >= enough) break;
  }
  return shorten(sentence.trim().replace(/[:：]$/, '…'));
}

/** The text of a node without hidden marks and HTML, white space collapsed. */
function plain(node: RootContent): string {
  return toText(node, { includeHtml: false, includeImageAlt: false }).replace(/\s+/g, ' ').trim();
}

/**
 * A title or a sentence in one line, without control characters and halves of letters; '' when nothing of it can be
 * seen, as of `\u200b`.
 */
export function oneLine(text: string): string {
  const line = text
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  return /[^\p{C}\p{Z}]/u.test(line) ? line : '';
}

/** Cuts a text at the last word that fits. */
export function shorten(text: string, most = longest): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '');
  const space = cut.lastIndexOf(' ');
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.–-]+$/, '')}…`;
}

function tag(locale: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(locale)[0];
  } catch {
    return undefined;
  }
}
