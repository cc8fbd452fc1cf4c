import { decodeEntities } from '../html-entities.ts';
import type { Dialect } from './dialect.ts';
import { htmlAddresses } from './html-attributes.ts';
import { explainedIcons, type Icons, readIcons } from './icons.ts';
import { keyWord } from './keys.ts';
import { between, betweenSigns, Masks } from './masks.ts';
import type { Scope } from './scope.ts';
import { smartSymbols } from './smart-symbols.ts';

/** What a line of text is read with. */
export interface InlineRules extends Pick<Scope, 'address' | 'note'> {
  dialect: Dialect;
  icons: Icons;
  /** Marks the first of each abbreviation on the page. */
  abbreviate(text: string): string;
}

const attribute = String.raw`(?:[.#][\w:-]{1,100}|[\w:-]{1,60}=(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'|[^\s"'{}]{1,300})|data-[\w-]{1,60}|download|disabled|checked)`;
const list = String.raw`\{:?[ ]{0,5}${attribute}(?:[ ]{1,5}${attribute}){0,20}[ ]{0,5}\}`;
/** Behind a link, a picture, code, strong text or an icon; at the end of a line or a cell; alone on a line. */
const attributeLists = new RegExp(
  String.raw`(?<=[\])*_\uE001:~=^+] ?)${list}|(?<=^|[ \t\n])${list}(?=[ \t]{0,9}(?:$|\n|\|))`,
  'g',
);
const tag = /<\/?[A-Za-z][^<>\n]{0,2000}>/g;
const destination = /\]\(((?:[^()\n]|\([^()\n]{0,300}\)){0,2000})\)/g;
const darkPicture = /!\[[^\]\n]{0,300}\]\([^()\n]{0,500}#(?:only|gh)-dark(?:-mode-only)?[^()\n]{0,100}\)/g;
const keys =
  /\+\+((?:[\w-]{1,40}|"[^"\n]{1,100}"|'[^'\n]{1,100}')(?:\+(?:[\w-]{1,40}|"[^"\n]{1,100}"|'[^'\n]{1,100}')){0,9})\+\+/g;

/** A text in lines – a paragraph, a cell, a title – with the signs of Python-Markdown's extensions as plain Markdown or HTML. */
export function readInline(text: string, rules: InlineRules): string {
  const { dialect } = rules;
  const has = (name: string): boolean => dialect.has(`pymdownx.${name}`);
  const masks = new Masks();
  const hide = (part: string): string => masks.hide(part);
  let out = text.replace(/[\uE000-\uE003]/g, '');
  if (out.includes('#only-light') || out.includes('#gh-light')) out = out.replace(darkPicture, '');
  const isTable = /\n[ \t|]{0,9}:?-+:?[ \t]*(?:\||$|\n)/.test(out) && out.includes('|');
  out = masks.hideCode(out, (code) => {
    const bare = has('inlinehilite') ? code.replace(/^(`+ ?)(?:#!|:::)[\w+#-]+ /, '$1') : code;
    // A bar in code parts no cells in Python-Markdown.
    return isTable ? bare.replace(/(?<!\\)\|/g, '\\|') : bare;
  });
  if (has('arithmatex')) out = formulas(out, masks, rules);
  out = between(out, '<!--', '-->', () => '')
    .replace(/\\[!-/:-@[-`{-~]/g, hide)
    .replace(tag, (one) => hide(htmlAddresses(one.replace(/ markdown(?:="?[\w]*"?)?(?=[ >])/, ''), rules)))
    .replace(destination, (_, inside: string) => `]${hide(`(${spaceless(inside)})`)}`)
    .replace(/^ {0,3}\[[^\]\n^][^\]\n]{0,300}\]:[ \t]*\S.*$/gm, hide)
    .replace(/\[\^[^\]\s]{1,100}\]/g, hide)
    .replace(/https?:\/\/[^\s<>\uE000]+/g, hide);
  if (has('emoji')) out = explainedIcons(out, rules.icons);
  if (has('keys') && out.includes('++'))
    out = out.replace(keys, (whole, inner: string) => {
      const words =
        masks
          .show(inner)
          .match(/"[^"]*"|'[^']*'|[^+"']+/g)
          ?.map(keyOf) ?? [];
      if (words.some((word) => word === undefined)) return whole;
      return hide(words.map((word) => `<kbd>${escaped(word ?? '')}</kbd>`).join('+'));
    });
  out = out.replace(attributeLists, (attributes) => {
    const id = /#([\w:.-]+)/.exec(attributes.replace(/=(?:"[^"]*"|'[^']*'|\S+)/g, ''))?.[1];
    return id === undefined ? '' : hide(`<a id="${id}"></a>`);
  });
  if (has('critic')) out = critic(out);
  if (has('emoji')) out = readIcons(out, rules.icons);
  if (has('mark')) out = betweenSigns(out, '==', (inner) => `<mark>${inner}</mark>`);
  if (has('caret')) {
    out = betweenSigns(out, '^^', (inner) => inner);
    out = out.replace(/\^([^\s^]{1,200})\^/g, '<sup>$1</sup>');
  }
  out = has('tilde')
    ? out.replace(/(?<!~)~(?!~)([^\s~]{1,200})~(?!~)/g, '<sub>$1</sub>')
    : // GitHub's Markdown would strike it out.
      out.replace(/(?<!~)~(?!~)/g, '\\~');
  if (has('smartsymbols')) out = smartSymbols(out);
  return masks.show(rules.abbreviate(out));
}

/** Insertions and deletions, which readers saw side by side. */
function critic(text: string): string {
  if (!text.includes('{')) return text;
  const steps: [string, string, (inner: string) => string][] = [
    ['{++', '++}', (inner) => inner],
    ['{--', '--}', (inner) => struck(inner)],
    [
      '{~~',
      '~~}',
      (inner) =>
        inner
          .split('~>')
          .map((part, index) => (index === 0 ? struck(part) : part))
          .join(' '),
    ],
    ['{==', '==}', (inner) => `<mark>${inner}</mark>`],
    ['{>>', '<<}', (inner) => ` (${inner.trim()})`],
  ];
  return steps.reduce((out, [open, close, each]) => between(out, open, close, each), text);
}

function struck(text: string): string {
  const inner = text.trim();
  return inner ? `~~${inner}~~` : '';
}

/** Formulas have no form of their own here: they are shown as the TeX that they were written in. */
function formulas(text: string, masks: Masks, { note }: Pick<InlineRules, 'note'>): string {
  return text.replace(
    /(?<![\\$\w])\$(?![\s$])([^$\n]{1,1000})\$(?![\d$])|\\\(([^\n]{1,1000}?)\\\)|\$\$([^$]{1,5000})\$\$|\\\[([^$]{1,5000}?)\\\]/g,
    (_, ...found: unknown[]) => {
      const tex = found.slice(0, 4).find((one) => typeof one === 'string');
      note('changed', 'formula-to-code', 'a formula is shown as the TeX that it was written in');
      return masks.hide(`\`${String(tex).replace(/\s+/g, ' ').replaceAll('`', "'").trim()}\``);
    },
  );
}

function keyOf(name: string): string | undefined {
  return /^["']/.test(name) ? decodeEntities(name.slice(1, -1).replace(/\\(.)/g, '$1').trim()) : keyWord(name);
}

function escaped(word: string): string {
  return word.replace(/[&<>`*_[\]\\|~]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Python-Markdown takes spaces in addresses; the signs for light and dark pages mean nothing here. */
function spaceless(inside: string): string {
  const text = inside.trim();
  const at = /["']$/.test(text) ? text.search(/[ \t]["']/) : -1;
  const [address, title] = at === -1 ? [text, ''] : [text.slice(0, at), ` ${text.slice(at).trim()}`];
  const bare = address.trim().replace(/#(?:only|gh)-(?:light|dark)(?:-mode-only)?$/, '');
  const isBracketed = bare.startsWith('<');
  return `${isBracketed ? bare : bare.replace(/[ \t]/g, '%20')}${title}`;
}
