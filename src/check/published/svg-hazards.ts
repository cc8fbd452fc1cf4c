import { parseXml, XmlElement, XmlError, XmlNode, XmlProcessingInstruction } from '@rgrove/parse-xml';

/** Something in a drawing that no picture needs, with its 1-based line. */
export interface SvgHazard {
  found: string;
  line: number;
}

/** Elements that run scripts, or bring in pages and media that may. */
const RUNNING = new Set(
  'script foreignobject handler listener iframe frame object embed applet audio video source link meta base'.split(' '),
);
/** Elements that set an attribute later on, which could make an address or a handler of it. */
const ANIMATING = new Set(['animate', 'animatemotion', 'animatetransform', 'set', 'discard']);
/** Addresses within the drawing, and pictures and fonts written into it. */
const OWN = /^\s*(#|data:(image\/(png|jpe?g|gif|webp|avif)|font\/[\w+-]+|application\/(x-)?font-[\w-]+)[;,])/i;
/** What a press on a link in a drawing may open. */
const PAGE = /^\s*(#|https?:\/\/)/i;
/** The build looks at so many characters to learn that a file is a drawing, and how large. */
const LOOKED_AT = 1000;
const ROOT = /<svg\s(?:[^>"']|"[^"]*"|'[^']*')*>/;
const LENGTH = /^[\d.]+(e\d+)?(in|cm|em|ex|m|mm|pc|pt|px)?$/;
const SVG = 'http://www.w3.org/2000/svg';

/**
 * What of an SVG file would run in the site's own origin, where visitors' drafts lie, or load something from elsewhere,
 * once somebody opens the file itself; undefined for a mere drawing. A drawing must be XML without declarations of its own,
 * so that it is read here as browsers read it, and say its size, which the build asks for.
 */
export function svgHazard(text: string): SvgHazard | undefined {
  const lineAt = (offset: number): number => text.slice(0, Math.max(0, offset)).split('\n').length;
  const hazard = (found: string, { start }: XmlNode): SvgHazard => ({ found, line: lineAt(start) });
  let root: XmlElement | null;
  const waiting: XmlNode[] = [];
  try {
    const document = parseXml(text.replace(/^\uFEFF/, ''), { includeOffsets: true, preserveDocumentType: true });
    for (const child of document.children) {
      if (child.type === XmlNode.TYPE_DOCUMENT_TYPE && /\[/.test(text.slice(child.start, child.end)))
        return hazard('a DOCTYPE with declarations of its own', child);
      waiting.push(child);
    }
    root = document.root;
  } catch (error) {
    const line = error instanceof XmlError ? error.line : 1;
    const [reason = ''] = error instanceof Error ? error.message.split('\n') : [];
    return { found: `a drawing that cannot be read (${reason.replace(/ \(line \d+, column \d+\)$/, '')})`, line };
  }
  // Depth costs no stack.
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node instanceof XmlProcessingInstruction && !/^xml$/i.test(node.name))
      return hazard(`the instruction <?${node.name}?>`, node);
    if (!(node instanceof XmlElement)) continue;
    const found = hazardOf(node);
    if (found) return hazard(found, node);
    waiting.push(...node.children);
  }
  if (root?.name !== 'svg' || root.attributes.xmlns !== SVG)
    return { found: `no <svg xmlns="${SVG}"> to begin with`, line: root ? lineAt(root.start) : 1 };
  if (!ROOT.test(text.slice(0, LOOKED_AT)))
    return hazard(`an element <svg> that ends only behind the first ${LOOKED_AT} characters of the file`, root);
  const { width = '', height = '', viewBox = '' } = root.attributes;
  const [, , ...size] = viewBox.split(' ');
  if (![[width, height], size].some((pair) => pair.length === 2 && pair.every((length) => LENGTH.test(length))))
    return hazard('a drawing without width and height, or a viewBox of four numbers with single spaces', root);
  return undefined;
}

function hazardOf({ name, attributes, text, children }: XmlElement): string | undefined {
  const local = localName(name);
  if (RUNNING.has(local)) return `the element <${name}>`;
  if (ANIMATING.has(local) && /^(on|(\w+:)?(href|src|style)$)/i.test(attributes.attributeName?.trim() ?? ''))
    return `<${name}> that changes ${attributes.attributeName}`;
  for (const [attribute, value] of Object.entries(attributes)) {
    const plain = localName(attribute);
    if (/^xmlns(:|$)/.test(attribute) && /xhtml/i.test(value)) return 'elements of HTML';
    if (/^on/.test(plain)) return `the attribute ${attribute}`;
    if ((plain === 'href' || plain === 'src') && !(local === 'a' ? PAGE : OWN).test(value))
      return `an address outside the drawing, "${shortened(value)}"`;
    if (plain === 'style' ? hidesOrLoads(value) : loads(value))
      return `an address outside the drawing, "${shortened(value)}"`;
  }
  const style = local === 'style' ? text : undefined;
  if (style !== undefined && (children.some((child) => child instanceof XmlElement) || hidesOrLoads(style)))
    return 'a style that loads from outside the drawing';
  return undefined;
}

/** A style may import another one, and an escape could hide what it loads. */
function hidesOrLoads(style: string): boolean {
  return /@import|\\[0-9a-f]/i.test(style) || loads(style);
}

function loads(value: string): boolean {
  return [...value.matchAll(/url\(\s*["']?([^"')]*)/gi)].some(([, address = '']) => !OWN.test(address));
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

function shortened(value: string): string {
  const line = value.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
