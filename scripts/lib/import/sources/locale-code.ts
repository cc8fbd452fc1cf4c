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

/** The name of a language in that language: `Deutsch`, `简体中文`. */
export function localeLabel(code: string): string {
  try {
    const tag = Intl.getCanonicalLocales(code)[0] ?? code;
    const script = /^zh-(tw|hk|mo|hant)\b/i.test(tag) ? 'zh-Hant' : /^zh\b/i.test(tag) ? 'zh-Hans' : undefined;
    // Readers know 简体中文 and 繁體中文, not 中文（中国）.
    if (script) return new Intl.DisplayNames(script, { type: 'language' }).of(script) ?? code;
    const label = new Intl.DisplayNames(tag, { type: 'language', languageDisplay: 'standard' }).of(tag) ?? code;
    return label.charAt(0).toLocaleUpperCase(tag) + label.slice(1);
  } catch {
    return code;
  }
}

/** Languages written from right to left. */
export function isRightToLeft(code: string): boolean {
  return /^(ar|arc|ckb|dv|fa|he|ku|ps|sd|ug|ur|yi)(-|$)/.test(code);
}
