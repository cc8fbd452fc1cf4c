import { mapProse } from '../dialect/code-ranges.ts';
import { literal } from '../dialect/interpolation.ts';
import { mapLinesOutsideCode } from '../dialect/lines-outside-code.ts';

/** A container that is open. */
interface Open {
  colons: number;
  isTabs: boolean;
  /** True for one in which braces are shown as such. */
  isLiteral: boolean;
  /** What stands before the fence of the tab that is open in it; undefined for none. */
  tab?: string;
}

const opening =
  /^([ \t>]{0,80}(?:(?:[-*+]|\d{1,9}[.)])[ \t]{1,9})?)(:{3,20})[ \t]{0,9}([A-Za-z][\w-]{0,40})(#[\w-]{0,60})?(.*)$/;
const closing = /^[ \t>]{0,80}(:{3,20})[ \t]*$/;
/** `== Label` and `@tab:active Label#key`, with which plugins begin a tab. */
const tabLine = /^([ \t>]{0,80})(?:==|@tab(?::active)?)[ \t]{1,9}(\S[^\n]*)$/;

/** Tabs of plugins get fences that no writer has. */
const tabFence = ':'.repeat(16);

/**
 * Writes containers as all systems have them: tabs that begin with a line of their own become containers, and a closed
 * answer without a title gets the one that readers saw.
 * @param detailsLabel what the site writes over such an answer.
 */
export function plainContainers(body: string, detailsLabel: string): string {
  if (!body.includes(':::')) return body;
  const open: Open[] = [];
  return mapLinesOutsideCode(body, (line) => {
    const tabs = open.at(-1);
    const tab = tabs?.isTabs ? tabLine.exec(line) : null;
    if (tabs && tab) {
      const [, margin = '', written = ''] = tab;
      const before = tabs.tab === undefined ? '' : `${tabs.tab}${tabFence}\n\n`;
      tabs.tab = margin.replace(/[^\s>]/g, ' ');
      return `${before}${margin}${tabFence}tab ${written.replace(/#[\w-]{1,60}$/, '').trim()}`;
    }
    const closed = closing.exec(line)?.[1]?.length;
    if (closed !== undefined) return `${closedTabs(open, closed)}${line}`;
    const [whole, margin = '', colons = '', name = '', , rest = ''] = opening.exec(line) ?? [];
    if (whole === undefined) return open.some(({ isLiteral }) => isLiteral) ? mapProse(line, literal) : line;
    const key = name.toLowerCase();
    const isTabs = key === 'tabs' || key === 'code-tabs';
    open.push({ colons: colons.length, isTabs, isLiteral: key === 'v-pre' });
    if (isTabs) return `${margin}${colons} tabs`;
    if (key === 'code-group-item' || key === 'tab')
      return `${margin}${colons} tab${rest.trimEnd().replace(/:active$|\sid="[^"]{0,100}"$/, '')}`;
    return key === 'details' && !rest.trim() ? `${margin}${colons} details ${detailsLabel}` : line;
  });
}

/** Takes the containers off that a fence closes, and gives the lines that close tabs in them. */
function closedTabs(open: Open[], colons: number): string {
  const same = open.findLastIndex((one) => one.colons === colons);
  const at = same >= 0 ? same : open.findLastIndex((one) => one.colons < colons);
  if (at === -1) return '';
  return open
    .splice(at)
    .reverse()
    .map(({ tab }) => (tab === undefined ? '' : `${tab}${tabFence}\n`))
    .join('');
}

const attributeList =
  /[ \t]{0,9}\{[ \t]{0,9}((?:[.#][\w-]{1,60}|[\w:-]{1,60}=(?:"[^"{}]{0,200}"|[^\s"{}]{1,200}))(?:[ \t]{1,9}(?:[.#][\w-]{1,60}|[\w:-]{1,60}=(?:"[^"{}]{0,200}"|[^\s"{}]{1,200}))){0,9})[ \t]{0,9}\}[ \t]*$/;

/** Takes away the table of contents, which Signpost has itself, and the class names at the ends of lines. */
export function plainLines(body: string): string {
  return mapLinesOutsideCode(body, (line) => {
    if (/^[ \t]{0,9}\[\[?toc\]?\][ \t]*$/i.test(line)) return '';
    const found = line.includes('{') && line.trimEnd().endsWith('}') ? attributeList.exec(line) : null;
    if (!found || line.trimStart().startsWith(':::')) return line;
    const id = /#([\w-]+)/.exec(found[1] ?? '')?.[1];
    const rest = line.slice(0, found.index);
    if (id === undefined) return rest;
    if (/^[ \t>]{0,80}#{1,6}[ \t]/.test(line)) return `${rest} {#${id}}`;
    return `${rest}<a id="${id}"></a>`;
  });
}
