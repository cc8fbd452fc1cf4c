import { block } from '../dialect/blocks.ts';
import { isRecord, type RawRecord } from '../records.ts';
import { admonitionKind, asLines, callout } from './admonitions.ts';
import { parseMkDocsYaml } from './config.ts';
import { bodyBelow, dedentedBy, indentOf, isBlank } from './lines.ts';
import type { ReadBlock, Scope } from './scope.ts';

const opening = /^( {0,3})(\/{3,20}) {0,9}([A-Za-z][\w-]{0,60}) {0,9}(?:\|(.*))?$/;
/** Blocks that only say how their text looks. */
const layout = new Set(['html', 'define']);

/** Whether a line begins one of pymdownx's blocks. */
export function opensSlashes(line: string): boolean {
  return opening.test(line);
}

interface SlashBlock {
  name: string;
  argument: string | undefined;
  options: RawRecord;
  body: string[];
  margin: string;
  next: number;
}

/** `/// name | argument`, options as indented YAML, the text, `///`. */
export function readSlashBlock(lines: readonly string[], at: number, scope: Scope): ReadBlock | undefined {
  const found = slashBlockAt(lines, at);
  if (!found) return undefined;
  if (found.name === 'tab') return readTabs(found, lines, scope);
  return { out: asLines(textOf(found, scope), found.margin), next: found.next };
}

function slashBlockAt(lines: readonly string[], at: number): SlashBlock | undefined {
  const [, margin, slashes = '', name = '', argument] = opening.exec(lines[at] ?? '') ?? [];
  if (margin === undefined) return undefined;
  const end = closingsOf(lines)
    .get(slashes)
    ?.find((line) => line > at);
  if (end === undefined) return undefined;
  const inside = lines.slice(at + 1, end).map((line) => dedentedBy(line, margin.length));
  const head = isBlank(inside[0]) ? { body: [], next: 0 } : bodyBelow(inside, 0, 4);
  const options = parseMkDocsYaml(head.body.join('\n')).value;
  const hasOptions = isRecord(options);
  return {
    name: name.toLowerCase(),
    argument: argument?.trim() || undefined,
    options: hasOptions ? options : {},
    body: inside.slice(hasOptions ? head.next : 0),
    margin,
    next: end + 1,
  };
}

const closings = new WeakMap<readonly string[], Map<string, number[]>>();

/** The lines of slashes alone, looked for once however many blocks nobody closes. */
function closingsOf(lines: readonly string[]): Map<string, number[]> {
  const known = closings.get(lines);
  if (known) return known;
  const found = new Map<string, number[]>();
  for (const [index, line] of lines.entries()) {
    const slashes = line.trim();
    if (/^\/{3,20}$/.test(slashes) && indentOf(line) < 4) {
      const places = found.get(slashes) ?? [];
      places.push(index);
      found.set(slashes, places);
    }
  }
  closings.set(lines, found);
  return found;
}

function readTabs(first: SlashBlock, lines: readonly string[], scope: Scope): ReadBlock {
  const tabs: string[] = [];
  let last = first;
  for (let found: SlashBlock | undefined = first; found?.name === 'tab'; ) {
    tabs.push(block('tab', scope.inner(found.body).join('\n'), scope.inline(found.argument ?? '')));
    last = found;
    let at = found.next;
    while (at < lines.length && isBlank(lines[at])) at += 1;
    found = slashBlockAt(lines, at);
    if (found?.options.new === true) break;
  }
  return { out: asLines(block('tabs', tabs.join('')), first.margin), next: last.next };
}

function textOf({ name, argument, options, body }: SlashBlock, scope: Scope): string {
  const inner = scope.inner(body).join('\n').trim();
  const type = typeof options.type === 'string' ? options.type : '';
  if (name === 'admonition' || isAdmonition(name, scope))
    return callout('callout', type || (name === 'admonition' ? 'note' : name), argument, inner, scope);
  if (/^details(?:-|$)/.test(name))
    return callout('details', type || name.replace(/^details-/, ''), argument, inner, scope);
  if (name.endsWith('caption')) return `\n${caption(name, argument, inner, scope)}\n`;
  if (layout.has(name)) return `\n${inner}\n`;
  scope.note('changed', 'block-unknown', `/// ${name}, which means nothing here, became the text in it`);
  return `\n${argument ? `**${scope.inline(argument)}**\n\n` : ''}${inner}\n`;
}

/** The types that everybody has, and those that a site has named in its configuration. */
function isAdmonition(name: string, { dialect }: Scope): boolean {
  const { types } = dialect.options('pymdownx.blocks.admonition');
  const own = Array.isArray(types) ? types.map((type: unknown) => (isRecord(type) ? type.name : type)) : [];
  return admonitionKind(name) !== undefined || own.includes(name);
}

/** The text below a picture or a table; those of a kind are numbered. */
function caption(name: string, argument: string | undefined, text: string, scope: Scope): string {
  const kind = /^(figure|table)-caption$/.exec(name)?.[1];
  if (!kind) return text;
  const written = /(?:^|\s)(\d+(?:\.\d+)*)$/.exec(argument ?? '')?.[1];
  return `${kind === 'figure' ? 'Figure' : 'Table'} ${written ?? scope.count(kind)}. ${text}`;
}
