import type { VFile } from 'vfile';
import type { OwnStrings } from '../i18n/languages.ts';
import { type Translator, translator } from '../i18n/translator.ts';
import type { EmbeddedVideo } from './embedded-videos.ts';
import type { SiteVariants } from './variants.ts';

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
  /** The address under which a film, its captions or its poster is published, given its absolute path. */
  publishedUrl?: (path: string) => string | undefined;
  /** The address of what is shown of a film of another site before it plays; undefined where there is none. */
  posterUrl?: (video: EmbeddedVideo) => string | undefined;
  /** The owner's interface texts. Sections are made without them: the words that they can change are not in sections. */
  strings?: OwnStrings;
  /** What texts can be for; without it the names of values stand for themselves. */
  variants?: SiteVariants;
}

/** Path of the file below the content folder, `articles/<locale>/<category>/<slug>.md` or `pages/<locale>/<slug>.md`; '' for a text from elsewhere. */
export function contentPath(file: Pick<VFile, 'path'>): string {
  const [path = ''] = /(?:articles\/[^/]+|pages)\/[^/]+\/[^/]+$/.exec((file.path ?? '').replaceAll('\\', '/')) ?? [];
  return path;
}

/** The interface text of the locale whose folder the file is in; English elsewhere. */
export function translatorFor(file: VFile, { strings }: MarkdownOptions): Translator {
  return translator(localeOf(file), strings);
}

/** The locale whose folder the file is in; English elsewhere. */
export function localeOf(file: Pick<VFile, 'path'>): string {
  return contentPath(file).split('/')[1] ?? 'en';
}
