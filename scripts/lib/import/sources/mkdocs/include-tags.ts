import { posix } from 'node:path';
import { splitFrontMatter } from '../markdown/split-front-matter.ts';
import { cutAddress } from './addresses.ts';
import { folderOf } from './config.ts';

const tags = /\{%-?\s{0,9}include(-markdown)?\s{1,9}(?:"([^"\n]{1,300})"|'([^'\n]{1,300})')([^%]{0,1000})-?%\}/g;

/** How a tag gets at the file that it names. */
interface Files {
  docs: string;
  /** Folders that files are looked for in beside the page's own. */
  folders: readonly string[];
  read(name: string, places: readonly string[]): Promise<{ file: string; text: string } | undefined>;
  /** The text of a file with what it includes itself. */
  expand(text: string, file: string): Promise<string>;
}

/** `{% include-markdown "file" start="…" end="…" heading-offset=1 %}` and `{% include "file" %}` in a text. */
export function includeTags(text: string, file: string, files: Files): Promise<string> {
  return replaceEach(text, tags, async ([, markdown, double, single, options = '']) => {
    const name = double ?? single ?? '';
    const beside = folderOf(file);
    const found = await files.read(name, /^\.\.?\//.test(name) ? [beside] : [beside, files.docs, ...files.folders]);
    if (!found) return '';
    const inner = between(splitFrontMatter(found.text).body, option(options, 'start'), option(options, 'end'));
    const whole = lowered(await files.expand(inner, found.file), Number(option(options, 'heading-offset') ?? 0));
    return markdown ? rebased(whole, folderOf(found.file), beside).trim() : whole.trimEnd();
  });
}

function option(options: string, name: string): string | undefined {
  const value = new RegExp(`(?:^|\\s)${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|'((?:[^'\\\\]|\\\\.)*)'|(\\S+))`).exec(options);
  return (value?.[1] ?? value?.[2] ?? value?.[3])?.replaceAll('\\n', '\n');
}

function lowered(text: string, by: number): string {
  if (!(by > 0 && by < 6)) return text;
  return text.replace(/^#{1,6}(?=[ \t])/gm, (signs) => '#'.repeat(Math.min(6, signs.length + by)));
}

/** The links of an included file, counted from the folder of the page. */
function rebased(text: string, from: string, to: string): string {
  if (from === to) return text;
  return text.replace(/(\]\()(?![a-z][a-z0-9+.-]*:|[/#<])([^()\s]{1,500})/gi, (_, start: string, address: string) => {
    const { path, rest } = cutAddress(address);
    return `${start}${posix.relative(`/${to}`, posix.join('/', from, path))}${rest}`;
  });
}

function between(text: string, start: string | undefined, end: string | undefined): string {
  const from = start === undefined ? -1 : text.indexOf(start);
  const rest = start === undefined || from === -1 ? text : text.slice(from + start.length);
  const to = end === undefined ? -1 : rest.indexOf(end);
  return to === -1 ? rest : rest.slice(0, to);
}

/** A text with each match of a pattern written anew, one after the other. */
export async function replaceEach(
  text: string,
  pattern: RegExp,
  each: (match: RegExpExecArray) => Promise<string>,
): Promise<string> {
  let out = '';
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    out += text.slice(at, match.index) + (await each(match));
    at = match.index + match[0].length;
  }
  return out + text.slice(at);
}
