/** More of a message (characters) adds noise rather than meaning. */
const LONGEST = 1500;

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

/** The part of a customer's message that is searched for: without the mail it replies to and the signature below `-- `. */
export function questionOf(message: string): string {
  const lines = message.replace(/\r\n?/g, '\n').split('\n');
  const signature = lines.findIndex((line, index) => index > 0 && /^-- ?$/.test(line));
  const own = lines.slice(0, signature === -1 ? undefined : signature).filter((line) => !line.startsWith('>'));
  // A message that is nothing but a quotation is what the agent wants to have answered.
  const text = own.join('\n').trim() || message.trim();
  return text.slice(0, LONGEST).trim();
}

/** The locale that a message is written in, as far as its letters tell; `fallback` for Latin ones. */
export function guessLocale(message: string, locales: readonly string[], fallback: string): string {
  const all = message.match(/\p{L}/gu)?.length ?? 0;
  const [language] = SCRIPTS.find(([, letters]) => (message.match(letters)?.length ?? 0) > all * SHARE) ?? [];
  if (language) return locales.find((locale) => locale.split('-')[0] === language) ?? fallback;
  const latin = (locale: string) => !SCRIPTS.some(([one]) => one === locale.split('-')[0]);
  return latin(fallback) ? fallback : (locales.find(latin) ?? fallback);
}
