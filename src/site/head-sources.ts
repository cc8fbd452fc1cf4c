import type { HeadEntry } from '../schemas/head.ts';

/**
 * Pages by where they may stand. The widget's page stands in a frame on other sites, the agents' page in help desks. Of
 * `head` the widget's holds what says so; the agents' page holds nothing of it, since customers' words are on it.
 */
export type PageKind = 'site' | 'widget' | 'agents';

/** What a page of this kind holds of the owner's `head`. */
export function headOf<Entry extends { widget: boolean }>(head: readonly Entry[], page: PageKind): Entry[] {
  return head.filter(({ widget }) => page === 'site' || (page === 'widget' && widget));
}

/** Addresses that an entry of `head` makes pages load from or talk to, as a policy names them. */
export interface HeadSources {
  /** The script's own address first, without its query, which policies do not compare. */
  scripts: string[];
  connect: string[];
  images: string[];
  /** Origins that browsers get in touch with before anything is asked of them. */
  preconnect: string[];
}

/** What an entry needs beyond the site's own origin. The text of an inline script is named by its hash, which is none of these. */
export function headSources({ src, rel, href, scripts, connect, images }: HeadEntry): HeadSources {
  return {
    scripts: [...foreign(src).map(({ origin, pathname }) => `${origin}${escapePath(pathname)}`), ...scripts],
    connect,
    images,
    preconnect: rel === 'preconnect' || rel === 'dns-prefetch' ? foreign(href).map(({ origin }) => origin) : [],
  };
}

/** A path of the site itself needs no leave. */
function foreign(address: string | undefined): URL[] {
  return address !== undefined && URL.canParse(address) ? [new URL(address)] : [];
}

/** What ends a directive or a policy, as browsers compare it. */
function escapePath(path: string): string {
  return path.replaceAll(';', '%3B').replaceAll(',', '%2C');
}
