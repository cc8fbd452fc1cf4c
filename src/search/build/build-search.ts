import type { Article, HelpCenter } from '../../content/types.ts';

/** Folder of the manifests that are found under the same name after every build; all others are named by content. */
export const CURRENT_FOLDER = 'current';

/** Everything the build gives the site's search. */
export interface SearchBuild {
  /** File name below `_search/` → content. */
  files: Map<string, Uint8Array>;
  /** By locale: the manifest that belongs to these pages, and the name it can always be found under. */
  indexes: Record<string, { manifest: string; current: string }>;
  /** By locale and article id: the nearest articles, nearest first. */
  related: Record<string, Record<string, string[]>>;
}

export async function buildSearch(_center: HelpCenter, _articles: Article[]): Promise<SearchBuild> {
  return { files: new Map(), indexes: {}, related: {} };
}
