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
