import { tabStorage } from '../guarded-storage.ts';

/**
 * What a question may take of an address, in bytes: with the page's own it stays below the 2,048 that the strictest hosts
 * allow a query (IIS; nginx and most others take 8,000). A Korean letter takes nine.
 */
const LONGEST = 1_800;
/** Where an address holds the beginning of a question only. */
const CUT = '…';
/** Fewer letters are never cut: no letter takes more. */
const ALWAYS_WHOLE = LONGEST / 12;
/** The newest question of this tab. */
const KEY = 'signpost:question';

/** Letters of a question that are repeated in a title or a row. */
const MENTIONED = 120;

/** The address of a page of results for a question, of which it holds as much as every host takes. */
export function searchAddress(page: string, query: string): string {
  return query ? `${page}?${new URLSearchParams({ q: addressed(query) })}` : page;
}

/** The question, or as much of its beginning as an address holds. */
export function addressed(query: string): string {
  if (query.length <= ALWAYS_WHOLE || bytesOf(query) <= LONGEST) return query;
  let length = 0;
  let bytes = bytesOf(CUT);
  for (const character of query) {
    bytes += bytesOf(character);
    if (bytes > LONGEST) break;
    length += character.length;
  }
  // As an address holds it.
  return query.slice(0, length).toWellFormed() + CUT;
}

function bytesOf(text: string): number {
  return new URLSearchParams({ q: text }).toString().length - 'q='.length;
}

/** Keeps a question for the pages of this tab, the contact form among them; an empty one forgets it. */
export function keepQuestion(query: string): void {
  if (query) tabStorage.set(KEY, query);
  else tabStorage.remove(KEY);
}

/** The newest question of this tab. */
export function keptQuestion(): string | undefined {
  return tabStorage.get(KEY) ?? undefined;
}

export interface Asked {
  query: string;
  /** Whether only the beginning of the question is known. */
  cut: boolean;
}

/**
 * The question of a page of results: what its address holds or, where that is a beginning, the whole as the step in the
 * browser's history or the tab keeps it.
 * @param state Of the history, as `stateOf` made it.
 */
export function askedQuestion(search: string, state: unknown): Asked {
  const query = new URLSearchParams(search).get('q') ?? '';
  const isWhole = (kept: unknown): kept is string => typeof kept === 'string' && addressed(kept) === query;
  const own = typeof state === 'object' && state !== null && 'question' in state ? state.question : undefined;
  const whole = [own, keptQuestion()].find(isWhole);
  return { query: whole ?? query, cut: whole === undefined && query.endsWith(CUT) && query.length > ALWAYS_WHOLE };
}

/** What a step in the browser's history keeps of a question; null where the address holds all of it. */
export function stateOf(query: string): { question: string } | null {
  return addressed(query) === query ? null : { question: query };
}

/** A question as it is mentioned. */
export function mentioned(query: string): string {
  return query.length <= MENTIONED ? query : `${[...query.slice(0, MENTIONED)].slice(0, -1).join('')}${CUT}`;
}
