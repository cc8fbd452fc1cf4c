/** Elements without an end, and those whose end may be left out: `<li>` after `<li>` does not nest. */
const NEVER_OPEN = new Set('area base br col embed hr img input link meta param source track wbr li p dt dd td th tr tbody thead tfoot colgroup option optgroup rp rt'.split(' '));
const TAG = /<(\/?)([a-z][a-z0-9-]*)(?:\s[^<>]*)?>/gi;
const FENCE = /^\s*(?:```|~~~)/;

/** Counts how many HTML elements are open at each line of a Markdown text, read from its first line on. Code does not count. */
export class OpenElements {
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
