import { pathToFileURL } from 'node:url';
import { languagesToDetect } from '../../search/core/query/question-language.ts';
import type { CurrentContent } from '../current-content.ts';

const DATABASE = /[\\/]eld[\\/]src[\\/]ngrams[\\/]small\.js$/;

const EMPTY = 'export const ngramsData = { languages: {}, ngrams: {} };';

/** What the detector knows: how telling each piece of a word is of each language, both by number. */
interface Database {
  ngramsData: { type: string; languages: Record<string, string>; ngrams: Record<string, Record<string, number>> };
}

/**
 * The Vite plugin that leaves in the language detector's database only the languages of this site that share their letters
 * with another one: 33 kB for two, 70 kB for five instead of 452 kB for all sixty (gzip -9, eld 2.1.0, 2026-11-26). On
 * other sites nothing asks for it, and it is empty.
 */
export function detectedLanguages(content: CurrentContent) {
  return {
    name: 'signpost:detected-languages',
    enforce: 'pre' as const,
    async load(id: string): Promise<string | undefined> {
      if (!DATABASE.test(id)) return undefined;
      const locales = content.center.site?.locales.map(({ code }) => code) ?? [];
      const wanted = languagesToDetect(locales);
      // Reading the database of sixty languages takes a second of a processor, a sixth of a small site's build.
      return wanted.length > 0 ? reducedDatabase(id, wanted) : EMPTY;
    },
  };
}

/**
 * The module of the database with these languages alone, numbered anew, for the detector counts them.
 * @throws Error when the module has another form than that of the version this was written for.
 */
export async function reducedDatabase(file: string, wanted: readonly string[]): Promise<string> {
  const { ngramsData } = (await import(pathToFileURL(file).href)) as Partial<Database>;
  if (!ngramsData?.languages || !ngramsData.ngrams)
    throw new Error(
      `${file} exports no ngramsData with languages and ngrams, as eld 2.1.0 does. Adapt src/integrations/vite/detected-languages.ts to this version of eld, or install that one.`,
    );
  const kept = Object.entries(ngramsData.languages).filter(([, language]) => wanted.includes(language));
  const ngrams: Record<string, Record<number, number>> = {};
  for (const [piece, scores] of Object.entries(ngramsData.ngrams)) {
    const own = kept.flatMap(([number], place) => (scores[number] === undefined ? [] : [[place, scores[number]]]));
    if (own.length > 0) ngrams[piece] = Object.fromEntries(own) as Record<number, number>;
  }
  const languages = Object.fromEntries(kept.map(([, language], place) => [place, language]));
  return `export const ngramsData = ${JSON.stringify({ type: ngramsData.type, languages, ngrams })};`;
}
