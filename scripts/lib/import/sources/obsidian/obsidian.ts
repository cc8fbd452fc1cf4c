import { posix } from 'node:path';
import { mapLinesOutsideCode } from '../dialect/lines-outside-code.ts';
import { pageTitle } from '../markdown/page-title.ts';
import type { SourceTree } from '../markdown/source-tree.ts';
import type { MarkdownSite, MarkdownSystem, Page } from '../markdown/system.ts';
import { isRecord } from '../records.ts';
import { noteMarkdown } from './note-markdown.ts';
import { partOf } from './note-parts.ts';
import { type Vault, vaultOf } from './vault.ts';
import { readPlainLinks, readWikiLinks } from './wiki-links.ts';

/** Notes in one another at most, and all that a note may show of others, in characters. */
const deepest = 5;
const mostEmbedded = 2_000_000;
/** Notes that are looked into for links, at most. */
const looked = 200;

/** A vault of Obsidian, told by its settings or by links between its notes. */
export const obsidian: MarkdownSystem = {
  kind: 'obsidian',
  async recognise(tree) {
    const hasSettings = tree.files.some((file) => /(?:^|\/)\.obsidian\//.test(file));
    if (!hasSettings && !(await hasWikiLinks(tree))) return undefined;
    return site(await templateFolders(tree));
  },
};

function site(templates: string[]): MarkdownSite {
  let vault: Vault | undefined;
  const bodies = new Map<string, Page>();
  return {
    folders: [{ path: '' }],
    notAPage(file) {
      if (!/\.(?:md|markdown)$/i.test(file)) return undefined;
      if (/(?:^|\/)\.(?:obsidian|trash)\//.test(file)) return 'a file of Obsidian itself';
      if (/\.excalidraw\.md$/i.test(file)) return 'a drawing of Excalidraw';
      return templates.some((folder) => file.toLowerCase().startsWith(`${folder.toLowerCase()}/`))
        ? 'a template'
        : undefined;
    },
    // Obsidian Publish.
    addresses: ({ file }) => [`/${file.replace(/\.\w+$/, '').replaceAll(' ', '+')}`],
    paths: ({ file, name }) => [`/${file}`, `/${name}`],
    expand(page, { tree, pages }) {
      vault ??= vaultOf(tree, pages);
      if (bodies.size === 0) for (const one of pages) bodies.set(one.file, one);
      const sum = { length: 0 };
      const body = expanded(page.written, { page, file: page.file, vault, bodies, within: [], sum });
      // What is no heading of the first level is a part of the text: the name of the note stood above it.
      if (!/^\s*#[ \t]/.test(page.written) || pageTitle(page.written) === undefined)
        page.fields.title ??= posix.basename(page.file).replace(/\.\w+$/, '');
      page.fields.keywords.push(...tagsIn(body).filter((tag) => !page.fields.keywords.includes(tag)));
      if (page.front.publish === false) {
        page.fields.draft = true;
        page.notes.push({
          level: 'changed',
          kind: 'not-public',
          detail: 'it was not published (publish: false); it is a draft here',
        });
      }
      return body;
    },
  };
}

interface Around {
  page: Page;
  file: string;
  vault: Vault;
  bodies: Map<string, Page>;
  /** The notes around a text, the page's own first. */
  within: string[];
  sum: { length: number };
}

function expanded(body: string, around: Around): string {
  const { page, file, vault, bodies, sum } = around;
  const within = [...around.within, file];
  const place = { vault, file, notes: page.notes };
  const embedded = (other: string, part: string): string | undefined => {
    const note = bodies.get(other);
    const text = note && (part ? partOf(note.written, part) : note.written);
    if (note === undefined || text === undefined || (within.includes(other) && !part) || within.length > deepest)
      return undefined;
    sum.length += text.length + 1_000;
    if (sum.length > mostEmbedded) return undefined;
    const name = note.fields.title ?? posix.basename(other).replace(/\.\w+$/, '');
    const shown = expanded(text, { ...around, file: other, within });
    return part ? shown : belowTitle(shown, name);
  };
  return readPlainLinks(readWikiLinks(noteMarkdown(body, page.notes), place, embedded), place);
}

/** A whole note in another one stands below its name, and its headings of the first level below those of the page. */
function belowTitle(text: string, name: string): string {
  const [first = '', ...others] = text.trimStart().split('\n');
  const heading = /^#[ \t](.*)$/.exec(first)?.[1];
  const title = heading ?? name;
  const rest = heading === undefined ? text : others.join('\n');
  return `**${title.trim()}**\n\n${mapLinesOutsideCode(rest, (line) => line.replace(/^#[ \t]/, '## '))}`;
}

/** `#tag` and `#tag/below` in the text, which Obsidian shows as they stand. */
function tagsIn(body: string): string[] {
  const prose = body.replace(/^(`{3,9})[^\n]*\n[\s\S]*?^\1/gm, '');
  const found = prose.match(/(?<=^|[\s>])#\p{L}[\p{L}\p{N}_/-]{0,60}/gu) ?? [];
  return [...new Set(found.map((tag) => tag.slice(1)))].slice(0, 50);
}

async function hasWikiLinks(tree: SourceTree): Promise<boolean> {
  const vault = vaultOf(tree, []);
  for (const file of tree.files.filter((one) => /\.md$/i.test(one)).slice(0, looked)) {
    const text = (await tree.text(file)) ?? '';
    for (const [, name = ''] of text.matchAll(/\[\[([^[\]|#\n\\]{1,200})/g))
      if (vault.find(name, file) !== undefined) return true;
  }
  return false;
}

/** The folders that the settings name for templates, and those that are named so. */
async function templateFolders(tree: SourceTree): Promise<string[]> {
  const folders = new Set<string>();
  for (const file of tree.files) {
    const found = /(?:^|\/)(_?templates?)\//i.exec(file);
    if (found) folders.add(file.slice(0, found.index + found[0].length - 1));
  }
  for (const file of ['.obsidian/templates.json', '.obsidian/plugins/templater-obsidian/data.json']) {
    const settings = parsed((await tree.text(file)) ?? '');
    const folder = settings.folder ?? settings.templates_folder;
    if (typeof folder === 'string' && folder.trim()) folders.add(folder.trim().replace(/^\/|\/$/g, ''));
  }
  return [...folders].filter(Boolean);
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}
