import { readFile } from 'node:fs/promises';
import { messageLocale } from '../../../src/agents/message/message-locale.ts';
import { questionLanguage } from '../../../src/search/core/query/question-language.ts';
import { phrasesOf } from '../../../src/search/indexer/distil/phrases/phrases-of.ts';
import { questionSpans } from '../../../src/search/indexer/distil/question-spans.ts';
import { seededRandom } from '../../../src/search/indexer/distil/seeded-random.ts';
import { readSet } from '../relevance/read-set.ts';
import type { Row } from './row.ts';

/** The languages of a made-up site. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'ko', 'zh', 'ja'];
/** Of which there are lists of questions beside this file. */
const LISTED = ['de', 'fr', 'pt'];
/** Messages of so many letters, and the share of them whose language is to be recognised, per cent. */
const MESSAGES = [
  [30, 92],
  [100, 99],
] as const;
const MADE_UP = 3000;
const MOST = 500;

/**
 * How often the language of a question is found among eight: of two words and of whole sentences, once by the question
 * alone and once asked on the pages of each other language; and how often a question in the page's own language is
 * taken for another one; and how often that of a message is found, in pieces of them. Asked are things and questions of the made-up ones that students learn from, lists of
 * questions for German, French and Portuguese, and the queries of retrieval sets that say their language.
 * Each language counts alike.
 */
export async function measureLanguages(folders: string[]): Promise<Row[]> {
  const questions = await questionsByLanguage(folders);
  const short = mapValues(questions, (texts, language) => texts.filter((text) => isShort(text, language)));
  const long = mapValues(questions, (texts, language) => texts.filter((text) => isLong(text, language)));
  const rows: Row[] = [];
  for (const [name, asked, target] of [
    ['two words', short, 85],
    ['a sentence', long, 98],
  ] as const) {
    const alone = await each(asked, (language, texts) => share(texts, (text) => isTakenFor(text, language)));
    rows.push(row(`${name}, by itself, %`, mean([...alone.values()]), { atLeast: target }));
    rows.push(...[...alone].map(([language, value]) => row(`${name}, by itself, ${language}, %`, value)));
    const elsewhere = await each(asked, async (language, texts) => {
      const pages = LANGUAGES.filter((page) => page !== language);
      const shares = pages.map((page) => share(texts, (text) => isTakenFor(text, language, page)));
      return mean(await Promise.all(shares));
    });
    rows.push(row(`${name}, on another language's page, %`, mean([...elsewhere.values()])));
  }
  for (const [letters, target] of MESSAGES) {
    const messages = mapValues(questions, (texts) => windows(texts, letters));
    const found = await each(messages, (language, texts) =>
      share(texts, async (text) => (await messageLocale(text, LANGUAGES)) === language),
    );
    const name = `a message of ${letters} letters`;
    rows.push(row(`${name}, %`, mean([...found.values()]), { atLeast: target }));
    rows.push(...[...found].map(([language, value]) => row(`${name}, ${language}, %`, value)));
  }
  for (const [language, texts] of questions) {
    const mistaken = await share(texts, async (text) => {
      const found = await questionLanguage(text, LANGUAGES, language);
      return found !== undefined && found !== language;
    });
    rows.push(row(`${texts.length} on the own page taken for another, ${language}, %`, mistaken, { atMost: 1 }));
  }
  return rows;
}

/** The texts one after the other, cut at the ends of words into pieces of at least so many characters. */
function windows(texts: readonly string[], letters: number): string[] {
  const found: string[] = [];
  let open = '';
  for (const word of texts.join(' ').split(/(?<=[\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])/u)) {
    open += word;
    if (open.trim().length < letters) continue;
    found.push(open.trim());
    open = '';
  }
  return found;
}

async function questionsByLanguage(folders: string[]): Promise<Map<string, string[]>> {
  const queries = (await Promise.all(folders.map(readSet))).flatMap((set) => set.queries);
  const found = new Map<string, string[]>();
  for (const language of LANGUAGES) {
    const phrases = phrasesOf(language);
    const made = phrases
      ? [...phrases.things.map(({ thing }) => thing!), ...questionSpans(MADE_UP, phrases, seededRandom('language'))]
      : [];
    const file = new URL(`questions/${language}.txt`, import.meta.url);
    const listed = LISTED.includes(language) ? (await readFile(file, 'utf8')).trim().split('\n') : [];
    const asked = queries.filter(({ lang }) => lang === language).map(({ text }) => text);
    found.set(language, [...new Set([...made, ...listed, ...asked])]);
  }
  return found;
}

/** Chinese and Japanese have no spaces: two words are four signs or five. */
function isShort(text: string, language: string): boolean {
  return unspaced(language) ? /^\P{ASCII}{4,5}$/u.test(text) : text.split(' ').length === 2;
}

function isLong(text: string, language: string): boolean {
  return unspaced(language) ? text.length >= 10 : text.split(' ').length >= 5;
}

function unspaced(language: string): boolean {
  return language === 'zh' || language === 'ja';
}

async function isTakenFor(text: string, language: string, page?: string): Promise<boolean> {
  return (await questionLanguage(text, LANGUAGES, page)) === language;
}

/** Per cent of the texts for which something holds. */
async function share(texts: readonly string[], holds: (text: string) => Promise<boolean>): Promise<number> {
  let held = 0;
  for (const text of texts) if (await holds(text)) held++;
  return (100 * held) / texts.length;
}

/** Measures each language on at most so many of its texts, evenly spread. */
async function each(
  asked: Map<string, string[]>,
  measure: (language: string, texts: string[]) => Promise<number>,
): Promise<Map<string, number>> {
  const measured = new Map<string, number>();
  for (const [language, texts] of asked) {
    const step = Math.ceil(texts.length / MOST);
    measured.set(
      language,
      await measure(
        language,
        texts.filter((_, place) => place % step === 0),
      ),
    );
  }
  return measured;
}

function mapValues<Key, Value>(map: Map<Key, Value>, change: (value: Value, key: Key) => Value): Map<Key, Value> {
  return new Map([...map].map(([key, value]) => [key, change(value, key)]));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function row(name: string, value: number, target?: Row['target']): Row {
  return { group: 'languages', name, value, unit: '', ...(target && { target }) };
}
