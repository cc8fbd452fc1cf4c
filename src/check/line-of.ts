import type { Page } from '../content/types.ts';

/** The line of the file on which `text` first stands at or below `from`; `from` when its words are spread over markup. */
export function lineOf(page: Page, text: string, from = page.bodyLine): number {
  const lines = page.source.split(/\r\n?|\n/);
  const wanted = text.toLowerCase();
  const at = lines.findIndex((line, index) => index >= from - 1 && line.toLowerCase().includes(wanted));
  return at === -1 ? from : at + 1;
}
