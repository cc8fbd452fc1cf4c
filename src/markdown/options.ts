import type { VFile } from 'vfile';
import type { Heading, Oddity, Reference } from '../content/types.ts';
import { translator, type Translator } from '../i18n/translator.ts';

/**
 * Turns a link as written in `file` (relative to the content folder) into the address of a page.
 * Undefined means that the link stays as it is.
 */
export type LinkResolver = (target: string, file: string) => string | undefined;

/** What the plugins need to know about the site; the same object goes to all of them. */
export interface MarkdownOptions {
  /** Left out where addresses don't matter, as when sections are made. */
  resolveLink?: LinkResolver;
  /** The site's public address; links to it are not external. */
  siteUrl?: string;
  /** Whether a file exists, given its absolute path; without it pictures are not looked for. */
  fileExists?: (path: string) => boolean;
}

/** What the plugins learn about a page. Lines are lines of the Markdown that was parsed. */
export interface Findings {
  headings: Heading[];
  references: Reference[];
  anchors: string[];
  oddities: Oddity[];
}

declare module 'vfile' {
  interface DataMap {
    signpost: Findings;
  }
}

/** The findings of a file, begun when first asked for. */
export function findingsOf(file: VFile): Findings {
  file.data.signpost ??= { headings: [], references: [], anchors: [], oddities: [] };
  return file.data.signpost;
}

/** Path of the file below the content folder, `articles/<locale>/<category>/<slug>.md`; '' for a text from elsewhere. */
export function contentPath(file: VFile): string {
  const [path = ''] = /articles\/[^/]+\/[^/]+\/[^/]+$/.exec((file.path ?? '').replaceAll('\\', '/')) ?? [];
  return path;
}

const texts = new Map<string, Translator>();

/** The interface text of the locale whose folder the file is in; English elsewhere. */
export function stringsFor(file: VFile): Translator {
  const locale = contentPath(file).split('/')[1] ?? 'en';
  const known = texts.get(locale) ?? translator(locale);
  texts.set(locale, known);
  return known;
}
