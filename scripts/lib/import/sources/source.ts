/**
 * The form that every source is read into before anything is converted or written.
 * A reader under sources/ fills it; nothing after it knows which help desk the articles came from.
 */
export interface SourceSite {
  kind:
    | 'markdown'
    | 'hugo'
    | 'docusaurus'
    | 'vitepress'
    | 'starlight'
    | 'mkdocs'
    | 'gitbook'
    | 'jekyll'
    | 'obsidian'
    | 'zendesk'
    | 'intercom'
    | 'helpscout';
  name?: string;
  /** Ids of the articles that the old help center put forward. */
  popular?: string[];
  /** Where the articles were published, such as `https://support.example.com`. */
  origin?: string;
  /** Locale codes as site.yaml writes them, the default one first. */
  locales: string[];
  categories: SourceCategory[];
  articles: SourceArticle[];
  /** What was read but is not brought over, each with the reason. */
  skipped: Skipped[];
  /** Bodies in HTML of records that were left out as too large; nothing of what only some may read. */
  unread?: { origin: string; body: string }[];
  /** Notes that concern no single article. */
  notes: Note[];
  /** Absolute path of the source folder. */
  root: string;
  /** Images and attachments beside the articles: paths relative to the root, with forward slashes. */
  files: string[];
  /** Folders that an address from the top of the old site may have meant a file in, beside the top itself. */
  assetFolders?: string[];
}

export interface SourceCategory {
  /** Unique within a locale, the same for all translations. */
  key: string;
  locale: string;
  title: string;
  description?: string;
  /** Wished folder name; made from the title when left out. */
  slug?: string;
  order: number;
  /** Old addresses, as paths. */
  aliases: string[];
}

export interface SourceArticle {
  /**
   * Permanent id, as `isPermanentId` wants it; translations share it. For a source without ids `idFromPath` makes one
   * that is the same on each import.
   */
  id: string;
  locale: string;
  /** Key of its category. */
  category: string;
  section?: string;
  /** Its place among the articles of its category or section, where the old site had one. */
  order?: number;
  title: string;
  /** Wished file name without .md; made from the title when left out. */
  slug?: string;
  format: 'markdown' | 'html';
  body: string;
  /** The body as it was written, where a dialect was read before. */
  written?: string;
  description?: string;
  /** `2026-05-01`. */
  updated?: string;
  keywords: string[];
  related: string[];
  draft: boolean;
  /** Only for those who had its address. */
  unlisted?: boolean;
  /** The days from which it was public, and from which no longer: `2026-05-01`. */
  publishAt?: string;
  expiresAt?: string;
  aliases: string[];
  /** Paths that links in other articles mean it by, beside its file's. */
  paths?: string[];
  /** Where it was found, as the owner knows it: a path or `article 360001 (de)`. */
  origin: string;
  /** Folder that relative links and images start from, relative to the source folder; '' for the top. */
  folder: string;
  /** The address it had, when links in it are relative to that. */
  address?: string;
  /** What the reader could not carry over. */
  notes: Note[];
  /** Files that it includes, whose text stands in the body. */
  parts?: SourcePart[];
}

/** A text that an article includes from another file. */
export interface SourcePart {
  /** Its path from the top of the source. */
  file: string;
  /** Its words, as far as they are known; what was put in for its variables may differ. */
  text: string;
  /** What it was given in this place, by name, where `text` says it. */
  values?: Readonly<Record<string, string>>;
}

export interface Skipped {
  origin: string;
  title?: string;
  /** `restricted` is never written anywhere, not even its title. */
  reason:
    | 'restricted'
    | 'unreadable'
    | 'no-text'
    | 'too-large'
    | 'took-too-long'
    | 'duplicate'
    | 'not-an-article'
    /** Text that readers may have seen, in a form that is not read. */
    | 'unknown-form'
    /** A picture or a file to download that no article shows. */
    | 'not-referred-to';
  detail: string;
  /** Permanent id, when it is known: an article that became restricted is taken out of the target. */
  id?: string;
}

export interface Note {
  /** `lost` is text or function that readers had and will miss; `changed` is another form of the same; `info` concerns the owner alone. */
  level: 'lost' | 'changed' | 'info';
  /** Kebab-case, the same for all notes of one sort: `image-missing`. */
  kind: string;
  detail: string;
}
