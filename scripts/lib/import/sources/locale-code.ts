const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** True for a name that is a language tag in use, such as `en`, `pt-br` or `zh_CN`; false for `api` or `dev`. */
export function isLocaleName(name: string): boolean {
  if (!/^[a-z]{2}([-_][a-z0-9]{2,8})*$/i.test(name)) return false;
  try {
    return names.of(name.replaceAll('_', '-')) !== undefined;
  } catch {
    return false;
  }
}

/** A language tag as the settings of a site may have it; anything else could not be a folder. */
export const localeTag = /^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/i;

/** The locale code that Signpost uses: lower case, with hyphens. */
export function localeCode(name: string): string {
  return name.toLowerCase().replaceAll('_', '-');
}
