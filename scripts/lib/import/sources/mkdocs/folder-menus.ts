import type { SourceTree } from '../markdown/source-tree.ts';
import { isRecord } from '../records.ts';
import { parseMkDocsYaml } from './config.ts';

/** What a folder says about its part of the menu. */
interface FolderMenu {
  title?: string;
  /** As `nav` of mkdocs.yml. */
  nav?: unknown[];
  hide?: boolean;
}

/** The menus of folders below the pages, read before they are asked for. */
export interface FolderMenus {
  of(folder: string): FolderMenu;
}

const files = /(?:^|\/)(?:\.pages|\.nav\.ya?ml|SUMMARY\.md)$/;

/** Reads the files of the plugins awesome-pages (`.pages`), awesome-nav (`.nav.yml`) and literate-nav (`SUMMARY.md`). */
export async function readFolderMenus(tree: SourceTree, docs: string): Promise<FolderMenus> {
  const menus = new Map<string, FolderMenu>();
  const prefix = docs ? `${docs}/` : '';
  for (const file of tree.files) {
    if (!file.startsWith(prefix) || !files.test(file)) continue;
    const text = (await tree.text(file)) ?? '';
    const folder = file.slice(prefix.length).split('/').slice(0, -1).join('/');
    const menu = file.endsWith('.md') ? { nav: summary(text) } : fromYaml(text);
    menus.set(folder, { ...menus.get(folder), ...menu });
  }
  return { of: (folder) => menus.get(folder) ?? {} };
}

function fromYaml(text: string): FolderMenu {
  const { value } = parseMkDocsYaml(text);
  if (!isRecord(value)) return {};
  return {
    ...(typeof value.title === 'string' ? { title: value.title } : {}),
    ...(value.hide === true ? { hide: true } : {}),
    ...(Array.isArray(value.nav) ? { nav: value.nav as unknown[] } : {}),
    // What this older list leaves out comes after it.
    ...(Array.isArray(value.arrange) ? { nav: [...(value.arrange as unknown[]), '...'] } : {}),
  };
}

interface Entry {
  title: string;
  address: string | undefined;
  children: Entry[];
}

/** A nested list of links as `nav` of mkdocs.yml has it. */
function summary(text: string): unknown[] {
  const top: Entry[] = [];
  const open: { indent: number; items: Entry[] }[] = [{ indent: -1, items: top }];
  for (const line of text.split('\n')) {
    const [, space, content = ''] = /^([ \t]*)[-*+][ \t]+(\S.*)$/.exec(line) ?? [];
    if (space === undefined) continue;
    const indent = space.replaceAll('\t', '    ').length;
    while (open.length > 1 && (open.at(-1)?.indent ?? -1) >= indent) open.pop();
    const parent = open.at(-1)?.items ?? top;
    const [, title, address] = /^\[([^\]\n]{0,300})\]\(<?([^()\s>]{1,500})[^()\n]{0,300}\)/.exec(content) ?? [];
    const entry: Entry = { title: title ?? content.trim(), address, children: [] };
    parent.push(entry);
    open.push({ indent, items: entry.children });
  }
  return top.map(asNav);
}

/** What stands below an entry makes it a group, with its own page first. */
function asNav({ title, address, children }: Entry): unknown {
  if (children.length > 0) return { [title]: [...(address === undefined ? [] : [address]), ...children.map(asNav)] };
  return address === undefined ? title : { [title]: address };
}
