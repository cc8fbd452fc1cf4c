import type { RelevanceSet, SetDocument, SetQuery } from '../relevance/read-set.ts';

/** A question put to some documents. */
interface Question {
  query: SetQuery;
  /** Name of the set that it comes from. */
  from: string;
  /** Ids of those of the documents that answer it; none answers a question of another set. */
  answers: ReadonlySet<string>;
}

/** Documents that are indexed together, and the questions put to them. */
export interface Trial {
  /** Name of the set that the documents come from. */
  corpus: string;
  documents: SetDocument[];
  questions: Question[];
}

/**
 * What the confidence is fitted on. Most sets have an answer to every question, so each set is cut into two random
 * halves, and all of its questions are put to both: a question whose documents lie in the other half has no answer, though
 * some are near. And each set is asked questions of the others, as many as it has itself: nothing is near to these.
 * @param random Gives numbers from 0 to 1, 1 excluded.
 */
export function fittingTrials(sets: readonly RelevanceSet[], random: () => number): Trial[] {
  return sets.flatMap((set) => {
    const documents = shuffled(set.documents, random);
    const middle = Math.ceil(documents.length / 2);
    const others = sets
      .filter((other) => other !== set)
      .flatMap((other) => other.queries.map((query): Question => ({ query, from: other.name, answers: new Set() })));
    const foreign = {
      corpus: set.name,
      documents: set.documents,
      questions: shuffled(others, random).slice(0, set.queries.length),
    };
    const trials = [trialOf(set, documents.slice(0, middle)), trialOf(set, documents.slice(middle)), foreign];
    return trials.filter((trial) => trial.documents.length > 0 && trial.questions.length > 0);
  });
}

/** A set as it is: what a fit is tried on that has not seen it. */
export function wholeTrial(set: RelevanceSet): Trial {
  return trialOf(set, set.documents);
}

function trialOf(set: RelevanceSet, documents: SetDocument[]): Trial {
  const ids = new Set(documents.map(({ id }) => id));
  const answersTo = (query: SetQuery) => new Set([...(set.answers.get(query.id) ?? [])].filter((id) => ids.has(id)));
  return {
    corpus: set.name,
    documents,
    questions: set.queries.map((query) => ({ query, from: set.name, answers: answersTo(query) })),
  };
}

/** In random order (Fisher and Yates). */
function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}
