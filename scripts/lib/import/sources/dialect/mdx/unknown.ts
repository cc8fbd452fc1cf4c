import { isRecord } from '../../records.ts';
import { type Component, escapeText, type MdxWriter, markdownAddress } from './component.ts';

/** What nothing is known about keeps what it shows: the words and links in its properties and what stands in it. */
export function unknownComponent(component: Component, writer: MdxWriter): string {
  const { name, children, properties, isFlow } = component;
  const body = isFlow ? writer.flow(children) : writer.line(children);
  const given = Object.fromEntries(properties);
  const words = isFlow ? blocksOf(given, writer) : [piecesOf(given, writer).join(' ')].filter(Boolean);
  if (words.length === 0 && !body.trim()) {
    writer.note(
      'lost',
      'component-dropped',
      `nothing is known about <${name}>, and no text stands in it; it is missing`,
    );
    return '';
  }
  writer.note('changed', 'component-to-text', `<${name}>, which means nothing here, became the text in it`);
  if (!isFlow) return [...words, body].filter(Boolean).join(' ');
  return `\n\n${[...words, body].filter(Boolean).join('\n\n')}\n\n`;
}

type Values = Record<string, unknown>;

/** Properties that hold words for readers. */
const texts =
  /^(?:title|label|heading|headline|text|description|summary|caption|alt|content|children|subtitle|question|answer|message|quote|author|body|desc|intro|note|cta)$|(?:Title|Text|Label|Description|Heading|Caption|Message)$/;
/** Properties that say how something looks, where it is, or how it is found. */
const settings =
  /^(?:class|className|style|id|key|slot|as|is|component|element|tag|icon|variant|type|kind|color|colour|size|lang|language|locale|width|height|target|rel|align|position|theme|mode|format|date|feature|handle|src|ref|role|value|values|category|plan|query|code|method|version)$|^(?:data|aria|client|on|set)[-:A-Z]|(?:Id|ID|Class|ClassName|Style|Icon|Size|Key|Type|Variant|Src|Image)$/;
const links = /^(?:href|link|url|to|cite)$|(?:Href|Link|Url|URL)$/;
/** Where an address leads: to another site, or to a page. */
const address = /^(?:https?:\/\/|mailto:|[./#])\S*$/;
/** Names of files, addresses, numbers, names of styles and of code. */
const noWords = /^(?:[a-z][a-z0-9+.-]*:\S*|[./#@]\S*|[\d.,%px-]*|\S+\.[a-z0-9]{2,5})$/i;

/** True for a value that readers saw, by the name of its property or by how it reads. */
function isShown(key: string, value: unknown): value is string {
  if (typeof value !== 'string' || settings.test(key) || noWords.test(value.trim())) return false;
  // A name may be that of a field, too: `name="user_id"`.
  return texts.test(key) || /\p{L}\s+\p{L}|^\p{Lu}|[^\p{ASCII}]/u.test(value.trim());
}

/** The words of a component in the order of its properties, each with the address that belongs to it. */
function piecesOf(values: Values, writer: MdxWriter): string[] {
  const taken = new Set<string>();
  const shown = Object.entries(values).filter(([key, value]) => isShown(key, value)) as [string, string][];
  const linked = new Map<string, string>();
  for (const [key, value] of Object.entries(values)) {
    if (!links.test(key) || typeof value !== 'string' || !address.test(value.trim())) continue;
    // `secondaryLink` belongs to `secondaryText`, `href` to `linkText`, `label` or `title`.
    const stem = key.replace(/(?:Href|Link|Url|URL)$/, '');
    const own =
      stem !== key ? new RegExp(`^${stem}(?:Link)?(?:Text|Label|Title)$`) : /^(?:link|cta|button)(?:Text|Label)$/;
    if (shown.length === 0) return [`[${escapeText(value.trim())}](${markdownAddress(writer.address(value))})`];
    const words =
      shown.find(([one]) => own.test(one)) ??
      shown.find(([one]) => !taken.has(one) && /^(?:label|title|name|heading|text|author)$/.test(one)) ??
      shown.find(([one]) => !taken.has(one));
    if (!words) continue;
    taken.add(words[0]);
    linked.set(words[0], value.trim());
  }
  return shown.map(([key, value]) => {
    const url = linked.get(key);
    const text = escapeText(value.trim());
    return url === undefined ? text : `[${text}](${markdownAddress(writer.address(url))})`;
  });
}

/** The words of a component as paragraphs, and what it lists as lists. */
function blocksOf(values: Values, writer: MdxWriter): string[] {
  const items = Object.entries(values)
    .filter(([key, value]) => !settings.test(key) && typeof value === 'object')
    .flatMap(([key, value]) => listOf(key, value, writer, 0));
  return [...piecesOf(values, writer), items.join('\n')].filter(Boolean);
}

const deepest = 8;

/** Objects as the items of a list, with what they hold as lists in them. */
function listOf(key: string, value: unknown, writer: MdxWriter, depth: number): string[] {
  if (depth > deepest) return [];
  if (Array.isArray(value))
    return (value as unknown[]).flatMap((one) =>
      isShown(key, one) ? [`- ${escapeText(one.trim())}`] : listOf(key, one, writer, depth + 1),
    );
  if (!isRecord(value)) return [];
  const pieces = piecesOf(value, writer);
  const below = Object.entries(value)
    .filter(([name, inner]) => !settings.test(name) && typeof inner === 'object')
    .flatMap(([name, inner]) => listOf(name, inner, writer, depth + 1));
  if (pieces.length === 0) return below;
  return [`- ${sentence(pieces)}`, ...below.map((line) => `  ${line}`)];
}

/** Words that stood apart, in one line: `Plug: fits all, and more.` */
function sentence(pieces: string[]): string {
  return pieces.reduce(
    (text, piece, index) => `${text}${/[.!?…:。？！]$/.test(text) ? '' : index === 1 ? ':' : ','} ${piece}`,
  );
}
