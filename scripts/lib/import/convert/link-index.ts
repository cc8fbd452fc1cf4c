import type { SourceSite } from '../sources/source.ts';

/** Where an address leads inside the imported content. */
export type Target =
  | { kind: 'article'; id: string }
  | { kind: 'category'; slug: string };

/** Everything that conversion looks up: plain data, shared by all articles and workers. */
export interface Places {
  kind: SourceSite['kind'];
  /** `https://support.example.com`: what relative addresses of unknown pages are completed with. */
  origin?: string;
  /** The path the new site lives under: `/` or `/help/`. */
  base: string;
  /** Keys as address-keys.ts makes them. */
  targets: Map<string, Target>;
  /** Keys of articles that not everybody may read: not even their address, which has the title, may come out. */
  restricted: Set<string>;
  /** Source files by path, in lower case: their path, and the name they get under images/ or files/. */
  files: Map<string, { file: string; name: string }>;
  /** Names under images/ or files/ of what was downloaded, by address. */
  downloads: Map<string, string>;
}

/** An image can be shown when its name ends so. */
export const imageName = /\.(png|jpe?g|gif|webp|avif|svg)$/i;

/** From an article's folder to the content folder. */
export const upToTop = '../../../';

/** From an article's folder to the folder of images. */
export const imagesFolder = `${upToTop}images/`;
