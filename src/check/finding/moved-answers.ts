import type { Queries } from '../../schemas/queries.ts';
import type { SearchProbe } from './search-probe.ts';

/** A question whose first answers are others than before. */
export interface MovedAnswer {
  locale: string;
  question: string;
  /** The article that must answer, where the question has one. */
  id?: string;
  /** Position of that article before and now, from 1; undefined for not found. */
  before?: number;
  now?: number;
  /** Ids of the first article before and now. */
  firstBefore?: string;
  firstNow?: string;
}

/** Asks both states of a help center every question and gives those whose answer or first article moved. */
export async function movedAnswers(queries: Queries, before: SearchProbe, now: SearchProbe): Promise<MovedAnswer[]> {
  const moved: MovedAnswer[] = [];
  for (const [locale, question, id] of questionsOf(queries)) {
    if (!before.has(locale) || !now.has(locale)) continue;
    const [old, current] = [await before.ask(locale, question), await now.ask(locale, question)];
    const answer = {
      locale,
      question,
      ...(id !== undefined && { id, before: positionOf(old.found, id), now: positionOf(current.found, id) }),
      firstBefore: old.found[0]?.id,
      firstNow: current.found[0]?.id,
    };
    if (answer.before !== answer.now || answer.firstBefore !== answer.firstNow) moved.push(answer);
  }
  return moved;
}

/** As lines for people: what moved, from where to where. */
export function formatMoved(moved: readonly MovedAnswer[], revision: string): string {
  if (moved.length === 0) return `No question's answer moved since ${revision}.\n`;
  const lines = moved.map(({ locale, question, id, before, now, firstBefore, firstNow }) => {
    const positions = id === undefined ? '' : `  ${id}: ${spoken(before)} → ${spoken(now)}`;
    const first = firstBefore === firstNow ? '' : `  first: ${firstBefore ?? 'nothing'} → ${firstNow ?? 'nothing'}`;
    return `  ${locale}  "${question}"${positions}${first}`;
  });
  return `Questions whose answer moved since ${revision}:\n${lines.join('\n')}\n`;
}

function questionsOf({ answered, unanswerable }: Queries): [string, string, string?][] {
  return [
    ...Object.entries(answered).flatMap(([locale, queries]) =>
      queries.map(({ q, id }): [string, string, string] => [locale, q, id]),
    ),
    ...Object.entries(unanswerable).flatMap(([locale, questions]) =>
      questions.map((q): [string, string] => [locale, q]),
    ),
  ];
}

function positionOf(found: readonly { id: string }[], id: string): number | undefined {
  const at = found.findIndex((each) => each.id === id);
  return at === -1 ? undefined : at + 1;
}

function spoken(at: number | undefined): string {
  return at === undefined ? 'not found' : `place ${at}`;
}
