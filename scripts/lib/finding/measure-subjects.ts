import { withSubject } from '../../../src/search/core/query/parse-query.ts';
import { rank } from '../../../src/search/core/rank/rank.ts';
import type { Ranking } from '../../../src/search/core/rank/ranking.ts';
import { type Subject, subjectsOf } from '../../../src/search/core/subjects/subjects.ts';
import type { Tier } from '../../../src/search/core/types.ts';
import type { RelevanceSet } from '../relevance/read-set.ts';
import type { OpenedSet } from './open-set.ts';

/** What asking back does in a set, as counts. */
export interface SubjectFigures {
  questions: number;
  /** Questions that are asked back. */
  asked: number;
  /** Documents meant by these, those among the choices, and those that one choice brings surely, and first. */
  meant: number;
  offered: number;
  sure: number;
  first: number;
  /** Questions whose first document is right, and those of them that are asked back all the same. */
  answered: number;
  askedThough: number;
}

/**
 * Asks the questions of a set. Where one is asked back, each of its documents is meant in turn: whether it is among
 * the choices, and whether choosing its subject makes the answer sure and puts it first.
 */
export async function measureSubjects(
  set: RelevanceSet,
  { index, embed }: OpenedSet,
  tier: Tier,
): Promise<SubjectFigures> {
  const figures = { questions: 0, asked: 0, meant: 0, offered: 0, sure: 0, first: 0, answered: 0, askedThough: 0 };
  const asked: { query: string; answers: ReadonlySet<string>; subjects: Subject[] }[] = [];
  const vectors = tier === 'deep' ? await embed(set.queries.map(({ text }) => text)) : undefined;
  const idOf = (article: number): string => index.core.names![article]!.id;
  for (const { id, text } of set.queries) {
    const answers = set.answers.get(id) ?? new Set();
    const ranking = await rank(index, text, { tier, ...withVector(vectors?.get(text)) });
    const subjects = await subjectsOf(index, ranking);
    figures.questions++;
    const isRight = ranking.articles[0] !== undefined && answers.has(idOf(ranking.articles[0].article));
    if (isRight) figures.answered++;
    if (isRight && subjects.length > 0) figures.askedThough++;
    if (subjects.length > 0) asked.push({ query: text, answers, subjects });
  }
  figures.asked = asked.length;
  const chosen = asked.flatMap(({ query, subjects }) => subjects.map(({ label }) => withSubject(query, label)));
  const refined = tier === 'deep' ? await embed(chosen) : undefined;
  for (const { query, answers, subjects } of asked)
    for (const answer of answers) {
      figures.meant++;
      const subject = subjects.find(({ articles }) => articles.some((article) => idOf(article) === answer));
      if (!subject) continue;
      figures.offered++;
      const vector = refined?.get(withSubject(query, subject.label));
      const found: Ranking = await rank(index, query, { tier, about: subject.label, ...withVector(vector) });
      if (found.verdict === 'confident') figures.sure++;
      if (found.articles[0] && idOf(found.articles[0].article) === answer) figures.first++;
    }
  return figures;
}

function withVector(queryVector: Float32Array | undefined): { queryVector?: Float32Array } {
  return queryVector ? { queryVector } : {};
}

/** The figures in one line. */
export function subjectsLine(name: string, tier: Tier, figures: SubjectFigures): string {
  const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`);
  const { questions, asked, meant, offered, sure, first, answered, askedThough } = figures;
  return `${name}, ${tier}: ${questions} questions, ${asked} asked back (${share(asked, questions)}); meant among the choices ${share(offered, meant)}; one choice makes it sure ${share(sure, offered)}, first ${share(first, offered)}; asked though the first is right ${share(askedThough, answered)} of ${answered}`;
}
