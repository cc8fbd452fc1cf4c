import { posix } from 'node:path';
import { slug as slugOf } from 'github-slugger';
import type { StarlightConfig } from './config.ts';

const ending = /\.(?:markdown|mdown|mkdn|mkd|mdwn|md|mdx|mdoc)$/;

/** The path of a page below the base, without slashes at its ends, as Astro makes it: `guides/first-steps`; '' for the home page. */
export function slugOfFile(file: string, { pages }: StarlightConfig): string {
  const parts = posix
    .relative(pages, file)
    .replace(ending, '')
    .split('/')
    .map((part) => slugOf(part));
  return withoutIndex(parts.join('/'));
}

/** A `slug` of the front matter stands for the whole path. */
export function slugOfPage(file: string, front: Record<string, unknown>, config: StarlightConfig): string {
  const own = typeof front.slug === 'string' ? front.slug.trim() : undefined;
  return own === undefined ? slugOfFile(file, config) : withoutIndex(own.replace(/^\/|\/$/g, ''));
}

/** The address of a path below the base. */
export function addressOf(slug: string, { base, end }: StarlightConfig): string {
  return slug === '' ? base : `${base}${slug}${end}`;
}

function withoutIndex(slug: string): string {
  return slug.replace(/(?:^|\/)index$/, '');
}
