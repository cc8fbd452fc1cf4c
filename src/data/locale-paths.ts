import { locales } from './site.ts';

/** One page for each locale, for `getStaticPaths`. */
export function localePaths() {
  return locales.map(({ code }) => ({ params: { locale: code } }));
}
