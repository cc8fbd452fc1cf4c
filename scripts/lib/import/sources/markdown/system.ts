import type { Note, SourcePart, SourceSite } from '../source.ts';
import type { LayoutRules, PagePlace } from './folder-layout.ts';
import type { ReadFields } from './front-matter-fields.ts';
import type { SourceTree } from './source-tree.ts';

/** A way of writing Markdown sites: how its folders, addresses and dialect are told apart and read. */
export interface MarkdownSystem {
  kind: SourceSite['kind'];
  /** What the folder says about the site, or undefined when it is none of this system's. Never throws. */
  recognise(tree: SourceTree): Promise<MarkdownSite | undefined>;
}

/** A site of one system, as its configuration describes it. Everything but `folders` and `addresses` may be left out. */
export interface MarkdownSite extends LayoutRules {
  name?: string;
  /** Where the site was published, such as `https://help.example.com`. */
  origin?: string;
  /** What of the site as a whole does not come over; more may be added while it is read. */
  notes?: Note[];
  /** True where `aliases` of the front matter are addresses also without a slash; elsewhere they are other names. */
  namesAreAddresses?: boolean;
  /** Folders whose files stood at the top of the site, such as `static`. */
  assetFolders?: string[];
  /** Why a file below the folders is no page (a part that others include, a template), or undefined when it is one. */
  notAPage?(file: string): string | undefined;
  /** Front matter that a page has unless it says otherwise. */
  defaults?(file: string): Record<string, unknown>;
  /** Front matter that the system reads itself, or that only told how a page looks: it is not named as dropped. */
  ownFields?: readonly string[];
  /** Title, place and description of a category or section folder, by its path from the top. */
  folderInfo?(folder: string, locale: string): FolderInfo | undefined;
  /** The menu, when the system has one, by locale. Pages that are not in it are arranged by their folders. */
  navigation?(locale: string, pages: Page[]): NavigationEntry[] | undefined;
  /** The addresses that a page had on the old site, as paths, the usual one first; none when they cannot be known. */
  addresses(page: Page): string[];
  /** More spellings of its address that links in other pages use. */
  paths?(page: Page): string[];
  /** The body in plain Markdown with the blocks of `dialect/blocks.ts`. What cannot be carried over is noted. */
  expand?(page: Page, around: Surroundings): Promise<string> | string;
}

interface FolderInfo {
  title?: string;
  description?: string;
  order?: number;
  /** Addresses of the list of what is in it. */
  aliases?: string[];
}

/** An entry of a menu. */
export interface NavigationEntry {
  /** What a group is called in every language, where menus of several are translations of one. */
  key?: string;
  title?: string;
  /** The page it leads to, by its file from the top. */
  file?: string;
  /** Where it leads instead, for which no page stands here: another site, or a page that is not among the files. */
  elsewhere?: string;
  children: NavigationEntry[];
  /** What a group says about what is in it, and the addresses of the page that listed it. */
  description?: string;
  aliases?: string[];
}

/** What stands around a page while its dialect is read. */
export interface Surroundings {
  tree: SourceTree;
  pages: readonly Page[];
  defaultLocale: string;
}

/** A page as read, before anything of its body is understood. */
export interface Page extends PagePlace {
  fields: ReadFields;
  /** The whole front matter, for what one system alone has in it. */
  front: Record<string, unknown>;
  body: string;
  /** The line of its file on which the body begins. */
  bodyLine: number;
  /** The title that its text gives it when its front matter gives none. */
  heading?: string;
  /** True when the body is HTML; `expand` may say so. */
  html?: boolean;
  /** The body before its dialect is read. */
  written: string;
  notes: Note[];
  /** What it includes, noted while its dialect is read. */
  parts?: SourcePart[];
}
