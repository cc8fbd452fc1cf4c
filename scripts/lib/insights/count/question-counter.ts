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
  /** How often an agent reported it. */
  reported: number;
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

  /** A search, or a question that an agent says nothing answers. */
  add(event: Extract<Event, { type: 'search' | 'gap' }>): void {
    if (event.query === undefined) return;
    const isGap = event.type === 'gap';
    const locale = isGap ? event.language : event.locale;
    const key = `${locale} ${normalise(event.query)}`;
    const isOpen = isGap || isUnanswered(event);
    this.#partitions.add(key, JSON.stringify([key, event.query, locale, isOpen ? 1 : 0, isGap ? 1 : 0]));
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
          const [key, text, locale, open, reported] = JSON.parse(line) as [string, string, string, number, number];
          const known = questions.get(key);
          if (known) {
            known.count++;
            known.unanswered += open;
            known.reported += reported;
          } else questions.set(key, { key, text, locale, count: 1, unanswered: open, reported });
        }
      }
      for (const question of questions.values()) {
        const { count, unanswered: open, reported } = question;
        // What an agent reports is no search.
        if (count > reported) top.offer({ ...question, count: count - reported, unanswered: open - reported });
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
