import { codeTitle } from '../dialect/blocks.ts';
import { dedentedBy, indentedBy, indentOf, isBlank } from './lines.ts';
import type { ReadBlock, Scope } from './scope.ts';

const opening = /^( {0,3})(`{3,99}|~{3,99})(.*)$/;

/** Whether a line begins a fenced block of code. */
export function opensFence(line: string): boolean {
  const [, , sign = '', info = ''] = opening.exec(line) ?? [];
  return sign !== '' && !(sign.startsWith('`') && info.includes('`'));
}

/** A fenced block of code: what stands behind the fence in any of its forms, and the title that readers saw above it. */
export function readFence(lines: readonly string[], at: number, scope: Scope): ReadBlock | undefined {
  const line = lines[at] ?? '';
  if (!opensFence(line)) return undefined;
  const [, margin = '', sign = '', info = ''] = opening.exec(line) ?? [];
  const isClosing = (one: string): boolean => {
    const text = one.trim();
    return indentOf(one) < 4 && text.startsWith(sign) && text === sign.charAt(0).repeat(text.length);
  };
  let end = at + 1;
  while (end < lines.length && !isClosing(lines[end] ?? '')) end += 1;
  const code = lines.slice(at + 1, end).map((one) => dedentedBy(one, margin.length));
  const out = codeBlock(code, readInfo(info), isNumbered(lines, end + 1), scope);
  return { out: indentedBy(out, margin), next: end + 1 };
}

/** Lines indented by four columns, where no list or block takes them, are code; `:::python` may name its language. */
export function readIndentedCode(lines: readonly string[], at: number, scope: Scope): ReadBlock | undefined {
  if (indentOf(lines[at] ?? '') < 4) return undefined;
  let last = at;
  for (let next = at; next < lines.length; next += 1) {
    const line = lines[next];
    if (isBlank(line)) continue;
    if (indentOf(line ?? '') < 4) break;
    last = next;
  }
  const code = lines.slice(at, last + 1).map((line) => dedentedBy(line, 4));
  const named = scope.dialect.has('codehilite') ? /^(?:::{2}|#!)([\w+#-]{1,40}) *$/.exec(code[0] ?? '') : null;
  const lang = named?.[1];
  const body = lang === undefined ? code : code.slice(1);
  return { out: codeBlock(body, { lang: lang ?? '', title: '' }, isNumbered(lines, last + 1), scope), next: last + 1 };
}

interface Info {
  lang: string;
  title: string;
}

/** `py title="a.py" hl_lines="2"`, `{ .py .annotate title="a.py" }`, `{.python}`, and `bash tab="Bash"` of old. */
function readInfo(info: string): Info {
  const written = info.trim().slice(0, 1_000);
  const title = /\b(?:title|tab)\s?=\s?(?:"((?:[^"\\]|\\.)*)"|'([^']*)')/.exec(written);
  const lang = /^\{[^}]*?\.([\w+#-]+)/.exec(written) ?? /^\.?([^\s{"'=]+)(?=\s|\{|$)/.exec(written);
  return { lang: lang?.[1] ?? '', title: (title?.[1] ?? title?.[2] ?? '').replace(/\\(.)/g, '$1') };
}

function codeBlock(code: string[], { lang, title }: Info, annotated: boolean, scope: Scope): string[] {
  if (lang === 'mermaid')
    scope.note('changed', 'diagram-to-code', 'a drawing that was made of code (mermaid) is shown as that code');
  // The sign that Material for MkDocs takes for an annotation; the list below the code says what it is about.
  const text = annotated ? code.map((line) => line.replace(/\((\d{1,3})\)!/g, '($1)')) : code;
  const longest = text.reduce((most, line) => Math.max(most, /^ *(`*)/.exec(line)?.[1]?.length ?? 0), 2);
  const fence = '`'.repeat(longest + 1);
  return ['', ...(title ? [codeTitle(title), ''] : []), `${fence}${lang}`, ...text, fence, ''];
}

function isNumbered(lines: readonly string[], start: number): boolean {
  let at = start;
  while (at < lines.length && isBlank(lines[at])) at += 1;
  return /^ {0,3}\d{1,9}[.)]\s/.test(lines[at] ?? '');
}
