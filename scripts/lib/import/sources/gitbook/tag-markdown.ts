import { ownValue } from '../../../../../src/site/own-value.ts';
import { block, dedented } from '../dialect/blocks.ts';
import { calloutKinds } from '../dialect/callout-kinds.ts';
import { codeBlock, escaped, inOneLine } from '../dialect/plain-text.ts';
import { apiMarkdown, isApiTag } from './api-tags.ts';
import { shownTo } from './conditions.ts';
import { embed, file, includeMissing, reference, type Surroundings } from './linked-content.ts';
import type { Part, Tag } from './tags.ts';
import { unknownTag } from './unknown-tag.ts';

/** Tags of old themes and plugins for the same. */
const otherNames: Record<string, string> = {
  blurb: 'hint',
  callout: 'hint',
  alert: 'hint',
  alerts: 'hint',
  panel: 'hint',
  'code-tabs': 'tabs',
  'code-tabs-item': 'tab',
  'page-ref': 'content-ref',
  collapse: 'details',
  spoiler: 'details',
  youtube: 'embed',
  vimeo: 'embed',
};
/** Tags that only lay out what is in them. */
const layout = new Set([
  'columns',
  'column',
  'updates',
  'method',
  'common',
  'raw',
  'center',
  'em',
  's',
  'api-method-spec',
]);

/** The Markdown of a text in parts. */
export async function partsMarkdown(parts: Part[], around: Surroundings): Promise<string> {
  let text = '';
  for (const [place, part] of parts.entries()) {
    if (typeof part === 'string') {
      text += part;
      continue;
    }
    const line = text.slice(text.lastIndexOf('\n') + 1);
    const [, margin = '', marker = ''] = /^([ \t>]{0,200})((?:[-*+]|\d{1,9}[.)])[ \t]{1,9})?/.exec(line) ?? [];
    const prefix = margin + ' '.repeat(marker.length);
    const inner = part.inner && withoutPrefix(await partsMarkdown(part.inner, around), prefix);
    const written = await tagMarkdown(part, inner, around);
    if (line.trimStart().startsWith('|')) text = besides(text, written, parts[place + 1]);
    else text += withPrefix(marker && line === margin + marker ? written.trimStart() : written, prefix);
  }
  return text;
}

/** The lines of what a tag holds as they would stand in the first column. */
function withoutPrefix(text: string, prefix: string): string {
  const [first = '', ...lines] = text.split('\n');
  const bare = lines.map((line) => {
    let at = 0;
    while (at < prefix.length && (prefix[at] === line[at] || (isSpace(prefix[at]) && isSpace(line[at])))) at += 1;
    return line.slice(at);
  });
  return [first, ...bare].join('\n');
}

function isSpace(sign: string | undefined): boolean {
  return sign === ' ' || sign === '\t';
}

/** A row with a further text, as far apart from what stands before and after it as it was. */
function besides(row: string, text: string, next: Part | undefined): string {
  const said = inOneLine(text);
  const before = /^\s/.test(text) && !/\s$/.test(row) ? ' ' : '';
  const after = /\s$/.test(text) && !(typeof next === 'string' && /^\s/.test(next)) ? ' ' : '';
  return row + (said && before + said + after);
}

function withPrefix(text: string, prefix: string): string {
  return prefix ? text.replaceAll('\n', `\n${prefix}`) : text;
}

async function tagMarkdown(tag: Tag, inner: string | undefined, around: Surroundings): Promise<string> {
  const { named, plain } = tag;
  const name = ownValue(otherNames, tag.name) ?? tag.name;
  const body = dedented((inner ?? '').replace(/^[ \t]*\n/, '').trimEnd());
  switch (name) {
    case 'hint':
      return inner === undefined ? '' : hint(named.style ?? named.type ?? plain[0] ?? '', named.title ?? '', body);
    case 'codetabs':
      return codeTabs(tag, around);
    case 'tabs':
    case 'tab':
    case 'step':
      return inner === undefined ? '' : block(name, body, escaped(named.title ?? named.name ?? ''));
    case 'stepper':
      return inner === undefined ? '' : block('steps', body);
    case 'details':
      return block('details', body, escaped(named.title ?? named.summary ?? plain[0] ?? ''));
    case 'code':
    case 'sample':
      return `\n\n${title(named.title ?? named.lang)}${body}\n\n`;
    case 'quote':
      return `\n\n${body.replace(/^/gm, '> ')}${named.author ? `\n>\n> — ${escaped(named.author)}` : ''}\n\n`;
    case 'math':
      return body.includes('\n') ? `\n\n$$\n${body.trim()}\n$$\n\n` : `$$${body.trim()}$$`;
    case 'embed':
      return embed(tag, body || escaped(named.caption ?? ''), around);
    case 'content-ref':
      return reference(named.url ?? plain[0] ?? '', body, around);
    case 'file':
      return file(named.src ?? plain[0] ?? '', named.caption ?? '', body, around);
    case 'include':
    case 'import':
      return (await around.include(plain[0] ?? named.file ?? '')) ?? includeMissing(tag, around);
    case 'if':
      return condition(tag, around);
    case 'else':
    case 'elif':
      return '';
    case 'mermaid':
    case 'plantuml':
      return `\n\n${codeBlock(name, body)}\n\n`;
    case 'update':
      return `\n\n${title([day(named.date ?? '', around.locale), named.tags].filter(Boolean).join(' · '))}${body}\n\n`;
  }
  if (layout.has(name)) return inner === undefined ? '' : inner.includes('\n') ? `\n\n${body}\n\n` : inner;
  if (isApiTag(name)) return apiMarkdown({ ...tag, name, body }, around);
  return unknownTag(tag, inner === undefined ? undefined : body, around.notes);
}

/** A first line that is a heading is the callout's title. */
function hint(style: string, title: string, body: string): string {
  const [first = '', ...rest] = body.split('\n');
  const heading = /^#{1,6}[ \t]+(\S.*)$/.exec(first)?.[1];
  const name = ownValue(calloutKinds, style.toLowerCase()) ?? 'note';
  if (title || heading === undefined) return block(name, body, escaped(title));
  return block(name, rest.join('\n'), heading.replace(/<a\b[^<>]*><\/a>/g, ''));
}

/** `{% codetabs name="Python", type="py" -%} … {%- language name="Ruby", type="rb" -%} … {%- endcodetabs %}` */
async function codeTabs(tag: Tag, around: Surroundings): Promise<string> {
  const panels: { tag: Tag; parts: Part[] }[] = [{ tag, parts: [] }];
  for (const part of tag.inner ?? []) {
    if (typeof part !== 'string' && part.name === 'language') panels.push({ tag: part, parts: [] });
    else panels.at(-1)?.parts.push(part);
  }
  const written = panels.map(async ({ tag: { named }, parts }) =>
    block('tab', codeBlock(named.type ?? '', await partsMarkdown(parts, around)), escaped(named.name ?? '')),
  );
  return block('tabs', (await Promise.all(written)).join(''));
}

/** Of a condition comes over what was there for everyone: see conditions.ts. */
async function condition(tag: Tag, around: Surroundings): Promise<string> {
  const { parts, left, open } = shownTo(tag, around.variable);
  if (open.length > 0)
    around.notes.push({
      level: 'changed',
      kind: 'condition-dropped',
      detail: `what stood there only if ${open.join(' or ').slice(0, 120)} stands there always`,
    });
  for (const { condition, words } of left)
    around.notes.push({
      level: 'lost',
      kind: 'condition-not-public',
      detail: `${words} word${words === 1 ? '' : 's'} that only some readers saw (${condition.slice(0, 120)}) stay out: what was there for everyone came over`,
    });
  return partsMarkdown(parts, around);
}

function title(text: string | undefined): string {
  return text ? `**${escaped(text)}**\n\n` : '';
}

/** `2026-01-31` as readers of a language write it; anything else as it stands. */
function day(written: string, locale: string): string {
  const date = /^\d{4}-\d{2}-\d{2}/.test(written) ? new Date(`${written.slice(0, 10)}T00:00:00Z`) : undefined;
  if (!date || Number.isNaN(date.getTime())) return written;
  return date.toLocaleDateString(locale, { dateStyle: 'long', timeZone: 'UTC' });
}
