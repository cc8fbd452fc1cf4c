import { emptyRecord } from '../../../../../src/site/own-value.ts';
import type { Shortcode, ShortcodeSite } from './shortcode.ts';
import { shortcodeMarkdown } from './shortcode-markdown.ts';

/** What nobody closes ends before the next tag. Content that begins with no white space, so that only one part of the pattern takes what stands there. */
const tag =
  /\{\{(?:([<%])|(?=\s{0,20}(?:relUrl|absUrl|relref|ref)\b))\s{0,20}(\/(?!\*))?\s{0,20}((?:\S(?:(?!\{\{)[\s\S]){0,2000}?)?)(\/)?[%>]?\}\}/g;

/** Deepest shortcodes in one another that are read: a text is made to take long. */
const deepest = 30;

interface Frame {
  tag: Omit<Shortcode, 'inner'>;
  text: string;
  /** How many of each name stood in it. */
  counts: Map<string, number>;
}

/**
 * Turns Hugo's shortcodes into Markdown before it is parsed: hints become callouts, figures images, references
 * links. Names without a Markdown form are noted.
 */
export function expandShortcodes(body: string, site: ShortcodeSite): string {
  const closings = new Map<string, number>();
  for (const match of body.matchAll(tag)) if (match[2]) count(closings, nameOf((match[3] ?? '').trimEnd()), 1);
  const frames: Frame[] = [frameOf({ name: '', named: {}, plain: [], indent: '', line: site.firstLine })];
  /** How many of each name are open that stand too deep to be more than the text in them. */
  const tooDeep = new Map<string, number>();
  const top = (): Frame => frames.at(-1) as Frame;
  let end = 0;
  let line = site.firstLine;
  for (const match of body.matchAll(tag)) {
    top().text += body.slice(end, match.index);
    line += ends(body.slice(end, match.index));
    const begun = line;
    line += ends(match[0]);
    end = match.index + match[0].length;
    const content = (match[3] ?? '').trimEnd();
    if (content.startsWith('/*')) {
      top().text += match[0].replace('/*', '').replace('*/', '');
      continue;
    }
    const name = nameOf(content);
    if (match[2]) {
      count(closings, name, -1);
      if ((tooDeep.get(name) ?? 0) > 0) {
        count(tooDeep, name, -1);
        continue;
      }
      const opened = frames.findLastIndex((frame) => frame.tag.name === name);
      if (opened < 1) continue;
      // A shortcode that was opened inside and never closed gives its text to the one around it.
      const [frame, ...unclosed] = frames.splice(opened);
      const inner = [frame, ...unclosed].map((one) => one?.text ?? '').join('');
      if (frame) top().text += shortcodeMarkdown({ ...frame.tag, inner }, site);
      continue;
    }
    const { tag: parent, counts, text } = top();
    const indent = /(?:^|\n)([ \t]*)$/.exec(text.slice(-200))?.[1] ?? '';
    const place = counts.get(name) ?? 0;
    counts.set(name, place + 1);
    const found = { ...argumentsOf(content), name, indent, line: begun, parent, place, isMarkdown: match[1] === '%' };
    const isOpen = (closings.get(name) ?? 0) > 0 && !match[4];
    if (isOpen && frames.length > deepest) count(tooDeep, name, 1);
    else if (isOpen) frames.push(frameOf(found));
    else top().text += shortcodeMarkdown(found, site);
  }
  return frames.map((frame) => frame.text).join('') + body.slice(end);
}

function ends(text: string): number {
  return text.split('\n').length - 1;
}

function frameOf(tag: Frame['tag']): Frame {
  return { tag, text: '', counts: new Map() };
}

function count(counts: Map<string, number>, name: string, step: number): void {
  counts.set(name, (counts.get(name) ?? 0) + step);
}

function nameOf(content: string): string {
  return /^[^\s"'=]+/.exec(content)?.[0] ?? '';
}

function argumentsOf(content: string): Pick<Shortcode, 'name' | 'named' | 'plain'> {
  const named = emptyRecord<string>();
  const plain: string[] = [];
  for (const [, key, double, single, raw, bare] of content
    .slice(nameOf(content).length)
    .matchAll(/(?:([\w-]+)\s*=\s*)?(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|`([^`]*)`|([^\s"'`=]+))/g)) {
    const value = double?.replace(/\\"/g, '"') ?? single ?? raw ?? bare ?? '';
    if (key) named[key] = value;
    else plain.push(value);
  }
  return { name: nameOf(content), named, plain };
}
