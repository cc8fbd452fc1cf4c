import type { Shortcode, ShortcodeSite } from './shortcode.ts';

/** A template that does more than put arguments into HTML. */
class NotSimple extends Error {}

type Value = string | boolean;

interface Scope {
  code: Shortcode;
  site: ShortcodeSite;
  dot?: Value;
  variables: Map<string, Value>;
}

/** Text on the line of the one inside: what is put in there is words of that sentence. */
const inSentence =
  /[\p{L}\p{N},;:(] {0,9}\{\{-?[^{}]*\.Inner\b[^{}]*\}\}|\{\{-?[^{}]*\.Inner\b[^{}]*\}\} {0,9}[\p{L}\p{N}]/u;
const blocks = /<(?:div|p|section|aside|article|blockquote|details|figure|table|ul|ol|dl|h[1-6])[\s>]/i;

/**
 * What a shortcode of the site shows, if its template only puts the text inside it and its arguments into HTML, with
 * conditions; undefined for one that does more. Nothing of a template is run: the few forms are read here.
 */
export function ownShortcode(code: Shortcode, site: ShortcodeSite): string | undefined {
  const template = site.template(code.name);
  if (template === undefined || template.length > 20_000) return undefined;
  // Indents and empty lines of the template would be code and ends of blocks in Markdown.
  const lines = template.replace(/<!--[\s\S]*?-->/g, '').split('\n');
  const flat = lines.map((line) => line.trim()).filter(Boolean);
  const inner = code.inner?.trim() ?? '';
  const isWords = inSentence.test(template) && !/[\n*_`[\]<>~]/.test(inner);
  const shown = blocks.test(template) && inner && !isWords ? `\n\n${inner}\n\n` : inner;
  try {
    const parts = flat.join('\n').split(/(\{\{-?[^{}]*-?\}\})/);
    const scope = { code: { ...code, inner: shown }, site, variables: new Map<string, Value>() };
    const [text, rest] = render(parts, scope, true);
    if (rest.length > 0) return undefined;
    return blocks.test(template) ? `\n\n${text.trim()}\n\n` : text.trim();
  } catch (error) {
    if (error instanceof NotSimple) return undefined;
    throw error;
  }
}

/** Text up to the `else` or `end` that closes the part, and what follows that. `isShown` is false for the other branch. */
function render(parts: string[], scope: Scope, isShown: boolean): [string, string[]] {
  let text = '';
  let rest = parts;
  while (rest.length > 0) {
    const [part = ''] = rest;
    const action = actionOf(part);
    if (action !== undefined && /^(?:else|end)\b/.test(action)) return [text, rest];
    rest = rest.slice(1);
    if (action === undefined) text += isShown ? part : '';
    else if (/^(?:if|with)\s/.test(action)) {
      const [branch, after] = condition(action, rest, scope, isShown);
      text += branch;
      rest = after;
    } else if (isShown) text += statement(action, scope);
  }
  return [text, rest];
}

/** What stands in `{{- … -}}`; undefined for text. */
function actionOf(part: string): string | undefined {
  if (!part.startsWith('{{') || !part.endsWith('}}')) return undefined;
  return part.slice(2, -2).replace(/^-/, '').replace(/-$/, '').trim();
}

function condition(action: string, parts: string[], scope: Scope, isShown: boolean): [string, string[]] {
  const value = isShown ? evaluate(action.replace(/^(?:if|with)\s+/, ''), scope) : '';
  const within = action.startsWith('with') ? { ...scope, dot: value } : scope;
  const [text, rest] = render(parts, within, isShown && Boolean(value));
  const [next = '', ...after] = rest;
  const word = actionOf(next) ?? '';
  if (word === 'end') return [text, after];
  const isOther = isShown && !value;
  if (word === 'else') {
    const [other, [last = '', ...below]] = render(after, scope, isOther);
    if (actionOf(last) !== 'end') throw new NotSimple(word);
    return [text + other, below];
  }
  if (!/^else\s+(?:if|with)\s/.test(word)) throw new NotSimple(word);
  const [other, last] = condition(word.replace(/^else\s+/, ''), after, scope, isOther);
  return [text + other, last];
}

function statement(action: string, scope: Scope): string {
  if (action === '' || action.startsWith('/*')) return '';
  const [, name, expression] = /^(\$\w{1,99})\s{0,9}:?=([\s\S]*)$/.exec(action) ?? [];
  if (name !== undefined && expression !== undefined) {
    scope.variables.set(name, evaluate(expression, scope));
    return '';
  }
  return String(evaluate(action, scope));
}

/** Functions that change how a text is looked at, not what it says. */
const transparent = new Set([
  'markdownify',
  'safeHTML',
  'safeHTMLAttr',
  'safeURL',
  'safeCSS',
  'htmlUnescape',
  'htmlEscape',
  'plainify',
  'string',
  'relURL',
  'absURL',
  'relLangURL',
  'absLangURL',
  'emojify',
  'trim',
  '$.Page.RenderString',
  '.Page.RenderString',
  'strings.TrimSpace',
]);

function evaluate(expression: string, scope: Scope): Value {
  const stages = expression.match(/"(?:[^"\\]|\\.)*"|`[^`]*`|\([^()]*\)|[^\s|()"`]+|\|/g) ?? [];
  const groups: string[][] = [[]];
  for (const word of stages) {
    if (word === '|') groups.push([]);
    else groups.at(-1)?.push(word);
  }
  return groups.reduce<Value>((value, words, index) => call(words, index === 0 ? undefined : value, scope), '');
}

function call([name = '', ...words]: string[], piped: Value | undefined, scope: Scope): Value {
  const values = (): Value[] => [...words.map((word) => term(word, scope)), ...(piped === undefined ? [] : [piped])];
  if (transparent.has(name)) return values().at(name === 'trim' && piped === undefined ? 0 : -1) ?? '';
  switch (name) {
    case '.Get':
    case '$.Get':
      return argument(words[0] ?? '', scope);
    case 'default': {
      const [usual = '', value = ''] = values();
      return value || usual;
    }
    case 'or':
      return values().find(Boolean) ?? '';
    case 'and':
      return values().every(Boolean);
    case 'not':
      return !values()[0];
    case 'eq':
      return values()[0] === values()[1];
    case 'ne':
      return values()[0] !== values()[1];
    case 'upper':
      return String(values()[0]).toUpperCase();
    case 'lower':
      return String(values()[0]).toLowerCase();
    case 'index':
      if (words[0] === '.Params' || words[0] === '$.Params') return argument(words[1] ?? '', scope);
      throw new NotSimple(name);
    default:
      if (words.length > 0 || piped !== undefined) throw new NotSimple(name);
      return term(name, scope);
  }
}

function term(word: string, scope: Scope): Value {
  if (/^\(/.test(word)) return evaluate(word.slice(1, -1), scope);
  if (/^["`]/.test(word)) return word.slice(1, -1);
  if (/^\d+$/.test(word)) return word;
  if (word === 'true' || word === 'false') return word === 'true';
  if (scope.variables.has(word)) return scope.variables.get(word) ?? '';
  if (word === '.' && scope.dot !== undefined) return scope.dot;
  if (word === '.Inner' || word === '$.Inner') return scope.code.inner ?? '';
  if (word === '.IsNamedParams') return Object.keys(scope.code.named).length > 0;
  const [, param] = /^(?:\$?\.?[Ss]ite\.Params|\$?\.Page\.Params)\.([\w.]+)$/.exec(word) ?? [];
  if (param !== undefined) return scope.site.param(param) ?? '';
  const [, own] = /^\$?\.Params\.(\w+)$/.exec(word) ?? [];
  if (own !== undefined) return argument(`"${own}"`, scope);
  throw new NotSimple(word);
}

function argument(word: string, scope: Scope): Value {
  const key = term(word, scope);
  const { named, plain } = scope.code;
  if (typeof key === 'string' && /^\d+$/.test(word)) return plain[Number(key)] ?? '';
  return Object.hasOwn(named, String(key)) ? (named[String(key)] ?? '') : '';
}
