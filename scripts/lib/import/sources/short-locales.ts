import { localeCode } from './locale-code.ts';

/**
 * Shorter codes for the languages of a help center: the region is dropped when it is the one that everybody
 * thinks of (`en-us` -> `en`, `de-de` -> `de`) and no other region of that language is there. Chinese keeps
 * it, because it tells the script.
 */
export function shortLocales(locales: Iterable<string>): Map<string, string> {
  const codes = [...new Set([...locales].map(localeCode))];
  return new Map(
    codes.map((code) => [
      code,
      isLikely(code) && codes.filter((other) => languageOf(other) === languageOf(code)).length === 1
        ? languageOf(code)
        : code,
    ]),
  );
}

function languageOf(code: string): string {
  return code.split('-')[0] ?? code;
}

function isLikely(code: string): boolean {
  if (languageOf(code) === 'zh' || !code.includes('-')) return false;
  try {
    const locale = new Intl.Locale(code);
    return locale.region !== undefined && locale.region === new Intl.Locale(locale.language).maximize().region;
  } catch {
    return false;
  }
}
