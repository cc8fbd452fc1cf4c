import { codeRanges } from '../sources/dialect/code-ranges.ts';

/** Arguments of tags and components that readers see; the others say how something looks or where it is. */
const shown =
  /^(?:alt|author|body|caption|cardtitle|content|desc|description|footer|header|heading|label|message|name|placeholder|subtitle|summary|tab|text|tip|title|tooltip)$/i;

/** Arguments of any other name are seen when they are sentences, but for these. */
const style =
  /^(?:class|className|style|sizes?|srcset|d|points|query|allow|pattern|sx|code|transform|colou?r|icon|height|width|type|variant|align|position|\w{1,30}(?:Class|ClassName|Style))$/i;

/** Components whose words are for machines and translators, or stand for a picture. */
const silent = /^(?:Translate|Trans|\w{0,40}(?:Image|Img|Icon))$/;

/** A value that is an address, a file, a number or a name of a style rather than words. */
const unseen = /^(?:[a-z][a-z0-9+.-]*:|[./#@]|[\d.,%px-]*$)|\.[a-z0-9]{2,5}$|^[a-z]+(?:[-_][a-z]+)+$/i;

/** Letters of one tag, and of all that turned out to be none. */
const longestTag = 20_000;
const mostInVain = 2_000_000;

/** Puts what readers see of their arguments in place of the tags of components: `<Card title="Web">` -> `Web`. */
export function withoutComponents(body: string): string {
  let text = '';
  let done = 0;
  let vain = 0;
  const codes = codeRanges(body);
  let code = 0;
  for (const { index, 0: start, 1: name = '' } of body.matchAll(/<\/?([A-Z][\w.]{0,60})(?=[\s/>])/g)) {
    while ((codes[code]?.end ?? Number.POSITIVE_INFINITY) <= index) code += 1;
    if (index < done || (codes[code]?.start ?? Number.POSITIVE_INFINITY) <= index || vain > mostInVain) continue;
    const from = index + start.length;
    const end = endOfTag(body, from);
    if (body[end] !== '>') {
      vain += end - from;
      continue;
    }
    text += body.slice(done, index) + (silent.test(name) ? ' ' : values(body.slice(from, end)));
    done = end + 1;
  }
  return text + body.slice(done);
}

/** Where a tag ends: its `>` outside of quotes and braces, or the place that no tag goes on from. */
function endOfTag(text: string, from: number): number {
  const last = Math.min(text.length, from + longestTag);
  let depth = 0;
  for (let at = from; at < last; at += 1) {
    const sign = text[at] ?? '';
    if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
    else if (depth === 0 && (sign === '>' || sign === '<')) return at;
    else if (text.startsWith('/*', at)) at = after(text, '*/', at + 2, last);
    else if (sign === '"' || sign === "'" || (sign === '`' && depth > 0)) {
      const closing = after(text, sign, at + 1, last);
      // In code only templates go over several lines: elsewhere it is an apostrophe.
      if (depth === 0 || sign === '`' || !text.slice(at, closing).includes('\n')) at = closing;
    }
  }
  return last;
}

/** The last letter of the next mark, or the last place of all. */
function after(text: string, mark: string, from: number, last: number): number {
  const at = text.slice(from, last).indexOf(mark);
  return at === -1 ? last : from + at + mark.length - 1;
}

/** What readers see of the arguments of a tag: `title="Web" style="wide" "Linux"` -> `Web Linux`. */
export function values(rest: string): string {
  // By tags pages are found, and other words are for readers of feeds.
  const written = rest
    .replace(/\/\*[\s\S]{0,2000}?\*\//g, ' ')
    .replace(/\b(?:tags|rss)=\{(?:\[[^[\]]{0,1000}\]|\{[^{}]{0,1000}\})\}/g, ' ');
  return ` ${[
    ...written.matchAll(/(?:([\w-]{1,60})["']?\s{0,9}[=:]\s{0,9}\{?\s{0,9})?(?:"([^"]*)"|'([^'\n]*)'|`([^`]*)`)/g),
  ]
    .map(([, key, double, single, raw]) => ({ key, value: double ?? single ?? raw ?? '' }))
    .filter(({ key, value }) => isSeen(key, value))
    .map(({ value }) => value)
    .join(' ')} `;
}

function isSeen(key: string | undefined, value: string): boolean {
  if (unseen.test(value)) return false;
  // `methods/apps#create` leads to a page.
  if (key === undefined) return !(value.includes('/') && !/\s/.test(value));
  return shown.test(key) || (/\p{L}[,.]?\s+\p{L}/u.test(value) && !style.test(key));
}
