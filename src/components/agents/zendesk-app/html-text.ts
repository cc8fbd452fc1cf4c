/** More HTML (characters) is not read, nor what lies deeper: what a customer wrote stands at the beginning. */
const LONGEST = 500_000;
const DEEPEST = 50;

/** Elements that stand on lines of their own, those with a line free around them, and those whose text nobody sees. */
const BLOCKS = /^(ADDRESS|ARTICLE|DD|DIV|DL|DT|FOOTER|HEADER|HR|LI|OL|PRE|SECTION|TABLE|TR|UL)$/;
const PARAGRAPHS = /^(H[1-6]|P)$/;
const UNSEEN = /^(HEAD|NOSCRIPT|SCRIPT|STYLE|TEMPLATE|TITLE)$/;

/** Stands where a line ends at the latest. */
const EDGE = '\u0001';

/**
 * The text of a mail in HTML, with what it quotes after `> ` as in a mail of plain text. The HTML is read as a document that
 * is shown nowhere: nothing in it runs or is loaded.
 */
export function textOfHtml(html: string): string {
  const { body } = new DOMParser().parseFromString(html.slice(0, LONGEST), 'text/html');
  return lines(textIn(body, 0));
}

function textIn(node: Node, depth: number): string {
  if (depth > DEEPEST) return '';
  return [...node.childNodes].map((child) => textOf(child, depth + 1)).join('');
}

function textOf(node: Node, depth: number): string {
  if (node.nodeType === Node.TEXT_NODE) return (node.nodeValue ?? '').replace(/[\s\u0001]+/g, ' ');
  const name = node.nodeName;
  if (name === 'BR') return '\n';
  if (UNSEEN.test(name)) return '';
  const text = textIn(node, depth);
  if (name === 'BLOCKQUOTE') return `${EDGE}${lines(text).replace(/^/gm, '> ')}${EDGE}`;
  if (PARAGRAPHS.test(name)) return `${EDGE}\n${text}${EDGE}\n`;
  return BLOCKS.test(name) ? `${EDGE}${text}${EDGE}` : text;
}

function lines(text: string): string {
  return text
    .replace(/[ \u0001]*(\n|\u0001)[ \u0001]*/g, (edge) => (edge.includes('\n') ? '\n' : EDGE))
    .replaceAll(EDGE, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
