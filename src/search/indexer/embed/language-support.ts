import type { ModelSettings } from '../../../schemas/search-settings.ts';

/** Whether the embedding model understands the language of a locale: `en` covers `en-gb`, `*` covers all. */
export function understands({ languages }: ModelSettings, locale: string): boolean {
  const language = locale.toLowerCase().split('-')[0];
  return languages.some(
    (one) => one === '*' || one.toLowerCase() === locale.toLowerCase() || one.toLowerCase() === language,
  );
}
