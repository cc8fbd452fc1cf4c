import type { Event } from '../../../../src/schemas/events.ts';
import { Partitions } from './partitions.ts';
import { readLines } from './read-lines.ts';
import { isUnanswered } from './tally.ts';
import { TopList } from './top-list.ts';

/** A question as people wrote it, with how often; upper and lower case, spaces and a final mark make no difference. */
export interface Question {
  key: string;
  text: string;
  locale: string;
  count: number;
  unanswered: number;
}

export interface Questions {
  top: Question[];
  /** The most frequent questions without an answer; `count` is how often each stayed without one. */
  unanswered: Question[];
  /** Different unanswered questions there are in all, and how often they were asked. */
  unansweredKinds: number;
  unansweredAsked: number;
}

const TOP = 50;

/** Gathers the words of searches on disk and counts equal ones. */
export class QuestionCounter {
  readonly #partitions: Partitions;

  private constructor(partitions: Partitions) {
    this.#partitions = partitions;
  }

  static async make(partitions: number): Promise<QuestionCounter> {
    return new QuestionCounter(await Partitions.make(partitions));
  }

  add(event: Extract<Event, { type: 'search' }>): void {
    if (event.query === undefined) return;
    const key = `${event.locale} ${normalise(event.query)}`;
    this.#partitions.add(key, JSON.stringify([key, event.query, event.locale, isUnanswered(event) ? 1 : 0]));
  }

  /** @param most How many unanswered questions to keep. */
  async count(most: number): Promise<Questions> {
    this.#partitions.finish();
    const top = new TopList<Question>(TOP);
    const unanswered = new TopList<Question>(most);
    for (const file of this.#partitions.files) {
      const questions = new Map<string, Question>();
      for await (const lines of readLines(file, () => {})) {
        for (const line of lines) {
          const [key, text, locale, open] = JSON.parse(line) as [string, string, string, number];
          const known = questions.get(key);
          if (known) {
            known.count++;
            known.unanswered += open;
          } else questions.set(key, { key, text, locale, count: 1, unanswered: open });
        }
      }
      for (const question of questions.values()) {
        top.offer(question);
        if (question.unanswered > 0) unanswered.offer({ ...question, count: question.unanswered });
      }
    }
    return {
      top: top.list(),
      unanswered: unanswered.list(),
      unansweredKinds: unanswered.offered,
      unansweredAsked: unanswered.sum,
    };
  }

  async remove(): Promise<void> {
    await this.#partitions.remove();
  }
}

function normalise(query: string): string {
  return query
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/[\s?!.。？！]+$/u, '')
    .trim();
}
