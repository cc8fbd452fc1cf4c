import { rank } from '../../../src/search/core/rank/rank.ts';
import type { Tier } from '../../../src/search/core/types.ts';
import { seededRandom } from '../../../src/search/indexer/distil/seeded-random.ts';
import type { PinnedAnswer } from '../../../src/search/indexer/write/write-pins.ts';
import type { RelevanceSet, SetQuery } from '../relevance/read-set.ts';
import type { OpenedSet } from './open-set.ts';

/** Documents that are pinned, questions pinned to each, and paraphrases and other questions that are asked. */
const PINS = 40;
const PINNED_QUESTIONS = 3;
const ASKED = 20;
const OTHERS = 600;

export interface PinTrial {
  pins: PinnedAnswer[];
  /** Other wordings of what is pinned, and questions that are about something else. */
  paraphrases: { text: string; article: string }[];
  others: string[];
}

/**
 * Makes pins of the questions of a set: of those with the same answer some are pinned to it, the others must be
 * taken for them, and questions with another answer must not. Where each answer has one question alone, its title is pinned.
 */
export function pinTrial({ documents, queries, answers }: RelevanceSet): PinTrial {
  const random = seededRandom(7);
  const shuffled = <T>(some: readonly T[]): T[] =>
    some
      .map((one) => ({ one, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ one }) => one);
  const only = (query: SetQuery): string | undefined => {
    const [first, ...more] = answers.get(query.id) ?? [];
    return more.length === 0 ? first : undefined;
  };
  const byAnswer = Map.groupBy(queries, only);
  byAnswer.delete(undefined);
  const rich = [...byAnswer].filter(([, own]) => own.length > PINNED_QUESTIONS);
  const titles = new Map(documents.map(({ id, title }) => [id, title]));
  const pinned = shuffled(rich.length >= 5 ? rich : [...byAnswer]).slice(0, PINS);
  const trial: PinTrial = { pins: [], paraphrases: [], others: [] };
  for (const [article = '', own] of pinned) {
    const all = shuffled(own).map(({ text }) => text);
    const questions = rich.length >= 5 ? all.splice(0, PINNED_QUESTIONS) : [titles.get(article) ?? ''];
    trial.pins.push({ article, questions, words: [] });
    trial.paraphrases.push(...all.slice(0, ASKED).map((text) => ({ text, article })));
  }
  const taken = new Set(pinned.map(([article]) => article));
  const isOther = (query: SetQuery): boolean => ![...(answers.get(query.id) ?? [])].some((id) => taken.has(id));
  trial.others = shuffled(queries.filter(isOther))
    .slice(0, OTHERS)
    .map(({ text }) => text);
  return trial;
}

/** Shares of paraphrases that the right pin takes, and of pairs of a pin and a question of another answer that are mistaken. */
export async function measurePins(
  { pins, paraphrases, others }: PinTrial,
  { index, embed }: OpenedSet,
  tier: Tier,
): Promise<{ right: number; wrongPerThousand: number }> {
  const texts = [...paraphrases.map(({ text }) => text), ...others];
  const vectors = tier === 'deep' ? await embed(texts) : undefined;
  const pinnedArticle = async (text: string): Promise<string | undefined> => {
    const queryVector = vectors?.get(text);
    const { pinned } = await rank(index, text, { tier, now: 1, ...(queryVector && { queryVector }) });
    return pinned === undefined ? undefined : index.core.names![pinned.article]!.id;
  };
  let right = 0;
  let wrong = 0;
  for (const { text, article } of paraphrases) {
    const found = await pinnedArticle(text);
    if (found === article) right++;
    else if (found !== undefined) wrong++;
  }
  for (const text of others) if ((await pinnedArticle(text)) !== undefined) wrong++;
  return {
    right: right / Math.max(1, paraphrases.length),
    wrongPerThousand: (1000 * wrong) / Math.max(1, pins.length * texts.length),
  };
}
