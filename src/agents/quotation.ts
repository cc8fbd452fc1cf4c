import { splitSentences } from '../search/core/excerpt/split-sentences.ts';
import type { Hit, Passage } from '../search/core/types.ts';
import { firstOfEach, shownFor } from '../site/urls.ts';
import { textFragment } from './text-fragment.ts';

/** The words of an answer that matter most. */
export interface Quotation {
  /** What the agent marked, else the sentence that says most of the question; '' where there is no text. */
  quote: string;
  /**
   * Leads to these words, which browsers that know text fragments mark. It is the article's address in its language: a
   * permalink goes on by a script, and what is to be marked is hidden from scripts.
   */
  quoteUrl: string;
}

/**
 * Quotes what a search found.
 * @param root The site's public address with its base path.
 * @param marked Words of the passage that the agent marked.
 */
export function quotationOf(hit: Hit, root: string, marked = ''): Quotation {
  const quote = marked.trim() || bestSentence(hit.passage);
  const [page = '', anchor] = new URL(hit.href, root).href.split('#');
  const address = shownFor(page, firstOfEach(hit.variants)) + (anchor === undefined ? '' : `#${anchor}`);
  const fragment = textFragment(quote);
  const quoteUrl = fragment === '' ? address : `${address}${address.includes('#') ? '' : '#'}${fragment}`;
  return { quote, quoteUrl };
}

/** The sentence of a passage with the most marks; the first of several. */
function bestSentence({ text, marks }: Passage): string {
  let best = { sentence: '', marks: -1 };
  for (const { start, end } of splitSentences(text, Number.MAX_SAFE_INTEGER)) {
    const inside = marks.filter(([from, to]) => from >= start && to <= end).length;
    if (inside > best.marks) best = { sentence: text.slice(start, end), marks: inside };
  }
  return best.sentence;
}
