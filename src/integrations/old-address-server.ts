import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HelpCenter } from '../content/types.ts';
import { belowBase, placeOf, siteUrls } from '../site/urls.ts';
import { type Redirect, redirectsOf } from './redirect-pages.ts';

/** Leads on from old addresses while writing, as the built site does. */
export function serveOldAddresses(center: () => HelpCenter) {
  let known: { of: HelpCenter; places: Set<string>; redirects?: Map<string, Redirect> } | undefined;

  /** Which addresses lead where takes all pages of the site to tell; most that are asked for are none. */
  function find(place: string): Redirect | undefined {
    const now = center();
    if (known?.of !== now)
      known = {
        of: now,
        places: new Set([...now.articles, ...now.categories].flatMap(({ aliases }) => aliases.map(below))),
      };
    if (!known.places.has(below(place))) return undefined;
    const root = siteUrls(now.site?.base).base.length - 1;
    known.redirects ??= new Map(redirectsOf(now).map((one) => [placeOf(one.from.slice(root)), one]));
    return known.redirects.get(place);
  }

  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const [pathname = '/', query = ''] = (request.url ?? '/').split(/(?=\?)/, 2);
    const { site } = center();
    const redirect = find(placeOf(`/${belowBase(siteUrls(site?.base).base, pathname) ?? pathname.slice(1)}`));
    if (redirect) response.writeHead(302, { Location: `${encodeURI(redirect.to)}${query}` }).end();
    else next();
  };
}

/** An old address of one language may lead on in another, too, so the language makes no difference. */
function below(path: string): string {
  return placeOf(path).replace(/^\/[^/]+/, '');
}
