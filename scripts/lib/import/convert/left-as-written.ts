import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { AddNote } from './conversion.ts';

/**
 * What readers would see of a dialect that nobody has understood: braces, fences, tags, links of wikis. Each is
 * something that a system replaces by other words, so as words it says nothing.
 */
const signs: RegExp[] = [
  /(?<=^|\n):{2,9}[ \t]{0,9}[A-Za-z][\w-]{0,40}(?:[[{ ][^\n]{0,80})?|(?<!:):{3,9}/g,
  /\{%[^\n]{0,200}?%\}/g,
  /\{\{[^\n]{0,200}?\}\}/g,
  /(?<=^|\n)(?:!!!|\?\?\?\+?)[ \t]+\w[^\n]{0,80}/g,
  /(?<=^|\n)===[!+]?[ \t]+"[^"\n]{0,80}"/g,
  /!?\[\[[^\]\n]{1,120}\]\]/g,
  /\{:[^{}\n]{1,80}\}|\{[ \t]*[.#][\w-][^{}\n]{0,80}\}/g,
  /<\/?[A-Z](?=\w{0,40}[a-z])[\w.]{0,60}(?:\s[^<>\n]{0,120})?\/?>/g,
  /(?<=^|\n)import\s[^\n]{0,80}\bfrom\s*['"]|(?<=^|\n)export\s+(?:const|default|function)\b/g,
  /(?<=^|\n)(?:--8<--|<<<[ \t]*@|@\[code\]|\{!)[^\n]{0,80}/g,
  /(?<=^|\n)\[\[?_?toc_?\]?\][ \t]*(?=\n|$)/gi,
  /%%[^\n]{1,80}?%%/g,
  /\+\+[a-z][\w+"-]*\+\+/g,
  /(?<!\w):(?:material|fontawesome|octicons|simple|lucide|icon)-[\w-]+:/g,
];

/** Most that are named of one article. */
const most = 20;

/** Names what is left in the form of another system, once each. Code shows such things on purpose. */
export function nameLeftAsWritten(tree: Root, note: AddNote): void {
  const named = new Set<string>();
  visit(tree, 'text', ({ value }) => {
    for (const sign of signs) for (const [found] of value.matchAll(sign)) named.add(found.trim().replace(/\s+/g, ' '));
  });
  for (const found of [...named].slice(0, most))
    note('changed', 'left-as-written', `${found.slice(0, 80)} means nothing here and stands in the text as written`);
  if (named.size > most)
    note('changed', 'left-as-written', `${named.size - most} more like these stand in the text as written`);
}
