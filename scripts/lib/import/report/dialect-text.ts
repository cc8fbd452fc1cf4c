import { mapProse } from '../sources/dialect/code-ranges.ts';
import { mapLinesOutsideCode } from '../sources/dialect/lines-outside-code.ts';
import { values, withoutComponents } from './component-text.ts';

/** Comments that mark lines of code for Docusaurus, which takes them out. */
const lineMarks = /^[ \t>]{0,80}(?:\/\/|#|<!--|\/\*|\{\/\*)[ \t]{0,9}highlight-(?:next-line|start|end)[^\n]{0,20}$/gm;

/** Comments that tell VitePress how to show a line of code, and lines that stand for a file in VuePress. */
const lineComments =
  /[ \t]{0,20}(?:\/\/|\/\*|<!--|#|--|;|%)?[ \t]{0,9}\[!code [^\]\n]{1,60}\][^\n\w]{0,9}$|^[ \t]{0,9}(?:!!!|@)include\([^()\n]{1,300}\)(?:!!!)?$/gm;

/** Attributes of Vue. */
const bound = /\s(?:[:@#]|v-)[\w:.-]{1,60}(?:="[^"]{0,500}")?/g;

/** Plugins of Obsidian show what such blocks find. */
const queries = /^[ \t>]{0,80}```(?:dataview(?:js)?|tasks|query|base)\b[\s\S]{0,5000}?\n[ \t>]{0,80}```[ \t]{0,9}$/gm;
/** mdBook puts files into code, too: `{{#include main.rs:2:9}}`. */
const included = /\{\{#(?:rustdoc_)?include\s[^{}\n]{1,300}\}\}/g;

/** MkDocs, too: `--8<-- "main.py:start"`, and the marks of its parts. */
const snippet = /^[^\n]{0,200}?-{1,9}8<-{1,9}[^\n]{0,500}$/gm;

/** An element whose text Python-Markdown reads (`<div markdown>`), which sets it apart. */
const marked = /<\w{1,20}(?:\s[^<>]{0,300})?\smarkdown(?:="?\w{0,9}"?)?(?:\s[^<>]{0,300})?>/g;

/**
 * What GitBook shows something else for: names of files, for which the title of the page or what the file says stood
 * there, and expressions, for which their values did.
 */
const instead =
  /\{% (?:content-ref|page-ref|openapi|swagger src)\b[^\n]{0,2000}%\}\n?\[[^\n]{0,1000}\)\n?\{% end[\w-]{1,40} %\}|\[[^[\]\n]{0,500}\]\([^()\n]{1,500} "mention"\)|<a\b[^<>]{0,500}\bdata-mention\b[^<>]{0,500}>[^<>]{0,500}<\/a>|<a href="[^"<>]{1,500}">[\w-]{1,100}\.md<\/a>|<code class="expression">[^<>]{1,500}<\/code>/g;

/**
 * A Markdown body with the signs of other systems taken out that their readers did not see: names of tags, fences,
 * attribute lists, imports. It is written apart from the readers under sources/, so that what they lose is found.
 */
export function withoutDialects(body: string): string {
  // The list that kramdown replaces by the list of contents says anything; the heading above it has no other text.
  const listed = body
    .replace(included, '')
    .replace(lineMarks, '')
    .replace(lineComments, '')
    .replace(queries, '')
    .replace(snippet, '')
    .replace(marked, '\n\n$&\n\n')
    // pymdownx's blocks: a name, what readers see behind a bar, and options below.
    .replace(
      /^([ \t]{0,80})\/{3,20}[ \t]{0,9}(?:[a-z][\w-]{0,40}[ \t]{0,9}(?:\|([^\n]{0,300}))?(?:\n[ \t]{4,80}[\w-]{1,40}:[^\n]{0,300}){0,9})?$/gim,
      (written, margin: string, title?: string) =>
        /^[ \t]*\/+[ \t]*html/.test(written) ? '' : `\n${margin}${title ?? ''}\n`,
    )
    .replace(
      /^(?:#{1,6}[ \t][^\n]{1,80}\n(?:\{:[^{}\n]{1,80}\}\n)?\n?)?[ \t]{0,9}(?:[-*+]|1\.)[ \t][^\n]{0,80}\n[ \t]{0,9}\{:[^{}\n]{0,80}\btoc\b[^{}\n]{0,80}\}/gm,
      '',
    );
  // Code that exports goes on to the next empty line.
  let isExported = false;
  const exported = mapLinesOutsideCode(listed, (line) => {
    isExported = line.trim() !== '' && (isExported || /^export\s(?:const|function|default)\b/.test(line));
    return isExported ? '' : line;
  });
  const plain = mapLinesOutsideCode(outdented(withoutMargins(exported)), (line) =>
    line
      .replace(/^[ \t]{0,80}\[\[?_?TOC_?\]?\][ \t]{0,9}$/i, '')
      .replace(/^[ \t>]{0,80}(?:@tab(?::active)?|==)[ \t]/, '')
      .replace(/^[ \t>]{0,80}:{3,20}[ \t]{0,9}(?:[A-Za-z][\w-]{0,40})?(.*)$/, (_, rest: string) => label(rest))
      .replace(/^([ \t>]{0,80})\[![\w -]{1,40}(?:\|[^\]\n]{0,80})?\][+-]?/, '$1')
      .replace(/(?<=^|[ \t])\^[A-Za-z\d-]{1,80}[ \t]{0,9}$/, '')
      .replace(/\(\p{L}[\p{L}\p{N} _-]{0,60}::/gu, '')
      .replace(/(`{1,3}[ ]?)(?:#!|:::)[\w+#-]{1,30}[ ]/g, '$1')
      .replace(/\((?:c|r|tm)\)/gi, ' ')
      .replace(/^(?:import|export)\s.{0,2000}$/, '')
      .replace(/\{:?[ \t]{0,9}(?:[.#][\w-]|[\w-]{1,40}=)[^{}]{0,300}\}|\{:[^{}]{1,300}\}/g, '')
      // A link by the name of a file was shown with the title of its page.
      .replace(/\[[^\]\n]{1,200}\.mdx?\]\([^)\n]{0,300}\)/g, '')
      .replace(/!\[\[[^\]\n]{1,300}\]\]/g, '')
      .replace(/\[\[(?:[^\]|\n]{1,300}\|)?([^\]|\n]{1,300})\]\](?!\()/g, '$1')
      // What an abbreviation means nobody saw; a picture has no words, however far in.
      .replace(/^ {0,3}\*\[[^\]\n]{1,100}\] ?:.{0,2000}$/, '')
      .replace(/^\s{0,80}!\[[^[\]\n]{0,500}\]\([^()\n]{1,500}\)(?:\{[^{}\n]{0,200}\})?\s{0,80}$/, '')
      .replace(/^[ \t]{0,80}(?:--8<--|<<<|\{!|@\[)[^\n]{0,300}/, '')
      .replace(/\+\+[\w+"-]{1,80}\+\+/g, ' ')
      .replace(/(?<!\w):[a-z](?:[\w+-]|\\_){1,60}:/g, ' '),
  );
  const isMdx = /^(?:import|export)\s/m.test(body);
  return mapProse(withoutComponents(plain), (text) =>
    (isMdx ? withoutPrograms(text) : text)
      .replace(/%%[^%]{1,2000}%%/g, ' ')
      .replace(/<[a-z][\w-]{0,40}(?:\s{1,9}[\w:@#.-]{1,60}(?:="[^"]{0,500}")?){1,30}\s{0,9}\/?>/g, (tag) =>
        tag.replace(bound, ''),
      )
      .replace(/\{\/\*[\s\S]{0,2000}?\*\/\}/g, ' ')
      .replace(instead, ' ')
      .replace(/\{%-?\s{0,20}\/?\s{0,20}[\w./@-]{0,60}((?:[^{%]|\{(?!%)|%(?!\})){0,2000})%\}/g, (_, rest: string) =>
        values(rest),
      )
      .replace(/\{\{[<%-]?\s{0,20}\/?\s{0,20}[\w./@-]{0,60}([^{}]{0,2000}?)\}\}/g, (_, rest: string) => values(rest)),
  );
}

/** What the program of a page of MDX works out: names, and properties of elements. */
function withoutPrograms(text: string): string {
  return text
    .replace(/\{[\w$]{1,60}(?:\.[\w$]{1,60}){0,9}\}/g, ' ')
    .replace(/(\s[\w-]{1,40})=\{(?:[^{}]|\{[^{}]{0,500}\}){0,2000}\}(?=[^<>]{0,2000}>)/g, ' ');
}

/** The margins of components mean nothing: what stands in them is no code because it stands further in. */
function withoutMargins(body: string): string {
  if (!/<[A-Z]/.test(body)) return body;
  const around: { indent: number; isTag: boolean }[] = [];
  let fence: { mark: string; margin: number } | undefined;
  return body
    .split('\n')
    .map((line) => {
      const text = line.trimStart();
      const indent = line.length - text.length;
      if (!text) return line;
      if (fence) {
        const { mark, margin } = fence;
        if (text.trimEnd() === mark) fence = undefined;
        return line.slice(Math.min(indent, margin));
      }
      while ((around.at(-1)?.indent ?? -1) >= indent) around.pop();
      const margin = around.find(({ isTag }) => !isTag)?.indent ?? (around.length > 0 ? indent : 0);
      const mark = /^(?:`{3,9}|~{3,9})/.exec(text)?.[0];
      if (mark) fence = { mark, margin };
      else around.push({ indent, isTag: /^<\/?[A-Z]/.test(text) });
      return line.slice(margin);
    })
    .join('\n');
}

/** The lines of indented blocks (`!!! note "Title"`, `=== "Tab"`) at the margin of what is around them. */
function outdented(body: string): string {
  const lines = body.split('\n');
  const out: string[] = [];
  const margins: number[] = [];
  for (const line of lines) {
    const indent = /^ */.exec(line)?.[0].length ?? 0;
    while (line.trim() && margins.length > 0 && indent < (margins.at(-1) ?? 0)) margins.pop();
    const text = line.slice(Math.min(indent, margins.length * 4));
    const marker = /^ {0,80}(?:(?:!!!|\?\?\?\+?|===[!+]?)[ \t]|(?:!!!|\?\?\?\+?)(?=[\w-]+\s{0,9}(?:"|$)))(.*)$/.exec(
      text,
    );
    if (marker) margins.push(indent + 4);
    out.push(marker ? `\n${/"([^"]*)"/.exec(marker[1] ?? '')?.[1] ?? ''}\n` : text);
  }
  return out.join('\n');
}

/** `[Title]{.wide}` and `Title` -> `Title`. */
function label(rest: string): string {
  return rest
    .replace(/^(?:#[\w-]{1,60}|[ \t]{1,9}key:\w{1,60}$)/, '')
    .replace(/^\[(.*)\]/, '$1')
    .replace(/\{[^{}]*\}\s*$|:active$|[ \t]id="[^"]{0,60}"$/, '');
}
