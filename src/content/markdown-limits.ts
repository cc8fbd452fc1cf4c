/** Markdown that a parser needs minutes for, or for which its stack is too small. */
export interface Excess {
  /** 1-based line of the text. */
  line: number;
  found: string;
  expected: string;
}

// All of this reads lines by regular expressions: it decides whether it is safe to make a tree of them.

/** Nesting and repetition far beyond what a person writes; measured so that the slowest page allowed parses in about two seconds. */
const DEEPEST_BLOCK = 20;
const DEEPEST_QUOTE = 50;
/** Far below the thousand at which it depends on the stack whether a page can be read, so that every command says the same. */
const DEEPEST_ELEMENT = 200;
const WIDEST_INDENT = 120;
const LONGEST_TICKS = 100;
const MOST_PIPES = 2000;
const MOST_MARKS = 4000;

/** Elements without an end, and those whose end may be left out: `<li>` after `<li>` does not nest. */
const NEVER_OPEN = new Set(
  'area base br col embed hr img input link meta param source track wbr li p dt dd td th tr tbody thead tfoot colgroup option optgroup rp rt'.split(
    ' ',
  ),
);
const TAG = /<(\/?)([a-z][a-z0-9-]*)(?:\s[^<>]*)?>/gi;
const FENCE = /^\s*(?:```|~~~)/;

/** The first thing in `markdown` that would make parsing it take far too long; undefined for any normal page. */
export function findExcess(markdown: string): Excess | undefined {
  const elements = new OpenElements();
  let depth = 0;
  let marks = 0;
  let indented = 0;
  for (const [index, line] of markdown.split('\n').entries()) {
    const excess = (found: string, expected: string): Excess => ({ line: index + 1, found, expected });
    if (/^\s*:{3,}\s*[a-z]/i.test(line)) depth += 1;
    else if (/^\s*:{3,}\s*$/.test(line)) depth = Math.max(0, depth - 1);
    if (depth > DEEPEST_BLOCK)
      return excess(`more than ${DEEPEST_BLOCK} ::: blocks inside each other`, 'each ::: block closed by a line :::');
    if (elements.read(line) > DEEPEST_ELEMENT)
      return excess(
        `more than ${DEEPEST_ELEMENT} HTML elements opened inside each other`,
        'each HTML element closed before the next begins, or nested a few levels deep',
      );
    const [opening = ''] = /^(?:\s*(?:>|[-*+](?=\s)|\d+[.)](?=\s)))+/.exec(line) ?? [];
    if ((opening.match(/[>*+)-]|\d\./g)?.length ?? 0) > DEEPEST_QUOTE)
      return excess(
        `a line that opens more than ${DEEPEST_QUOTE} quotes or lists inside each other`,
        'quotes and lists nested a few levels deep',
      );
    if (/^\s*([-*+]|\d+[.)])\s/.test(line) && line.search(/\S/) > WIDEST_INDENT) indented += 1;
    if (indented > DEEPEST_BLOCK)
      return excess(`list items indented by more than ${WIDEST_INDENT} spaces`, 'lists nested a few levels deep');
    if (line.includes('`'.repeat(LONGEST_TICKS)))
      return excess(`a run of more than ${LONGEST_TICKS} backticks`, 'code between a few backticks');
    if (line.length > MOST_PIPES && (line.match(/\|/g)?.length ?? 0) > MOST_PIPES)
      return excess(`a table of more than ${MOST_PIPES} columns`, 'a table that a page can show');
    marks = line.trim() === '' ? 0 : marks + (line.match(/[*_~]+/g)?.length ?? 0);
    if (marks > MOST_MARKS)
      return excess(`a paragraph with more than ${MOST_MARKS} marks of emphasis (* _ ~)`, 'paragraphs of a few lines');
  }
  return undefined;
}

/** Counts how many HTML elements are open at each line of a Markdown text, read from its first line on. Code does not count. */
class OpenElements {
  #inCode = false;
  #depth = 0;

  /** @returns The most that were open at once in this line. */
  read(line: string): number {
    if (FENCE.test(line)) this.#inCode = !this.#inCode;
    if (this.#inCode || !line.includes('<')) return this.#depth;
    let most = this.#depth;
    for (const [tag, end, name = ''] of line.replace(/`[^`]*`/g, '').matchAll(TAG)) {
      if (NEVER_OPEN.has(name.toLowerCase()) || tag.endsWith('/>')) continue;
      this.#depth = end ? Math.max(0, this.#depth - 1) : this.#depth + 1;
      most = Math.max(most, this.#depth);
    }
    return most;
  }
}
