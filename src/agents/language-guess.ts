/** Scripts that tell a language by themselves, with the share of letters that is proof enough. */
const SCRIPTS: [language: string, letters: RegExp][] = [
  ['ko', /\p{Script=Hangul}/gu],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
];
const SHARE = 0.2;

/** The locale that a message is written in, as far as its letters tell; `fallback` for Latin ones. */
export function localeOf(message: string, locales: readonly string[], fallback: string): string {
  const all = message.match(/\p{L}/gu)?.length ?? 0;
  const [language] = SCRIPTS.find(([, letters]) => (message.match(letters)?.length ?? 0) > all * SHARE) ?? [];
  if (language) return locales.find((locale) => locale.split('-')[0] === language) ?? fallback;
  const latin = (locale: string) => !SCRIPTS.some(([one]) => one === locale.split('-')[0]);
  return latin(fallback) ? fallback : (locales.find(latin) ?? fallback);
}
