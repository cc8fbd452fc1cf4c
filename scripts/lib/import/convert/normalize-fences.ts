import { mapLinesOutsideCode } from '../sources/dialect/lines-outside-code.ts';

interface Fence {
  line: number;
  colons: number;
  /** Its closing line, once it is found. */
  end?: number;
  /** How many blocks stand in one another inside it, itself counted. */
  height: number;
}

const opening = /^([ \t>]{0,80}(?:(?:[-*+]|\d{1,9}[.)])[ \t]{1,9})?)(:{3,20})[ \t]{0,9}([A-Za-z][\w-]{0,40})(.*)$/;
const closing = /^([ \t>]{0,80})(:{3,20})$/;

/**
 * Writes the containers of all systems as directives: `:::note Title`, `::: tip Title` and `:::note[Title]` become the
 * last of these, and the fence of a block becomes longer than those inside it, whether or not the writer counted colons.
 */
export function normalizeFences(body: string): string {
  if (!body.includes(':::')) return body;
  const fences = pairsOf(body);
  const byLine = new Map<number, Fence>();
  for (const fence of fences) {
    byLine.set(fence.line, fence);
    if (fence.end !== undefined) byLine.set(fence.end, fence);
  }
  return mapLinesOutsideCode(body, (line, index) => {
    const fence = byLine.get(index);
    if (!fence) return line;
    // What nobody closes would take the rest of the text with it.
    if (fence.end === undefined) return line.replace(':::', '\\:::');
    const colons = ':'.repeat(2 + fence.height);
    if (index === fence.end) return line.replace(/:{3,}/, colons);
    const [, indent = '', , name = '', rest = ''] = opening.exec(line) ?? [];
    return `${indent}${colons}${name.toLowerCase()}${labelOf(rest)}`;
  });
}

function pairsOf(body: string): Fence[] {
  const fences: Fence[] = [];
  const open: Fence[] = [];
  mapLinesOutsideCode(body, (line, index) => {
    const closed = closing.exec(line.trimEnd())?.[2]?.length;
    if (closed !== undefined) {
      const same = open.findLastIndex(({ colons }) => colons === closed);
      const at = same >= 0 ? same : open.findLastIndex(({ colons }) => colons < closed);
      const fence = open[at];
      if (!fence) return line;
      fence.end = index;
      open.length = at;
      const outer = open.at(-1);
      if (outer) outer.height = Math.max(outer.height, fence.height + 1);
      return line;
    }
    const colons = opening.exec(line)?.[2]?.length;
    if (colons === undefined) return line;
    const fence = { line: index, colons, height: 1 };
    fences.push(fence);
    open.push(fence);
    return line;
  });
  return fences;
}

/** `[Title]{open}` stays; `Title` and `"Title"` become `[Title]`; `{open}` stays. */
function labelOf(rest: string): string {
  const text = rest.trim();
  if (!text || /^(?:\[.*\])?(?:\{[^{}]*\})?$/.test(text)) return text;
  const brace = text.endsWith('}') ? text.lastIndexOf('{') : text.length;
  const [title, attributes] = [text.slice(0, brace).trim(), text.slice(brace)];
  const bare = title.replace(/^"(.*)"$/, '$1');
  return `[${bare.replace(/\\?([[\]])/g, '\\$1')}]${attributes}`;
}
