/** Figures of one system on one set, from 0 to 1; averages over the queries that have an answer. */
export interface Figures {
  queries: number;
  success1: number;
  recall5: number;
  recall10: number;
  mrr10: number;
  ndcg10: number;
}

/** What one query got: ids, best first, and the ids that answer it. */
export interface Judged {
  ranked: readonly string[];
  answers: ReadonlySet<string>;
}

/** Averages over the queries; grades are binary. */
export function figuresOf(judged: readonly Judged[]): Figures {
  const mean = (measure: (one: Judged) => number): number =>
    judged.reduce((sum, one) => sum + measure(one), 0) / Math.max(judged.length, 1);
  return {
    queries: judged.length,
    success1: mean(({ ranked, answers }) => (ranked.length > 0 && answers.has(ranked[0]!) ? 1 : 0)),
    recall5: mean((one) => recall(one, 5)),
    recall10: mean((one) => recall(one, 10)),
    mrr10: mean(({ ranked, answers }) => {
      const place = ranked.slice(0, 10).findIndex((id) => answers.has(id));
      return place < 0 ? 0 : 1 / (place + 1);
    }),
    ndcg10: mean((one) => ndcg(one, 10)),
  };
}

function recall({ ranked, answers }: Judged, depth: number): number {
  return ranked.slice(0, depth).filter((id) => answers.has(id)).length / answers.size;
}

/** Discounted gain with log2(place + 1), divided by that of the best possible order (Järvelin and Kekäläinen 2002). */
function ndcg({ ranked, answers }: Judged, depth: number): number {
  const discount = (place: number): number => 1 / Math.log2(place + 2);
  const gain = ranked.slice(0, depth).reduce((sum, id, place) => sum + (answers.has(id) ? discount(place) : 0), 0);
  let ideal = 0;
  for (let place = 0; place < Math.min(depth, answers.size); place++) ideal += discount(place);
  return gain / ideal;
}

/**
 * The chance that a query with an answer gets a greater confidence than one without (area under the ROC curve);
 * equal ones count half. Undefined when either kind is missing.
 */
export function auroc(answered: readonly number[], unanswered: readonly number[]): number | undefined {
  if (answered.length === 0 || unanswered.length === 0) return undefined;
  const all = [
    ...answered.map((value) => ({ value, positive: true })),
    ...unanswered.map((value) => ({ value, positive: false })),
  ].sort((one, other) => one.value - other.value);
  let ranks = 0;
  for (let from = 0; from < all.length; ) {
    let to = from;
    while (to < all.length && all[to]!.value === all[from]!.value) to++;
    const middle = (from + to + 1) / 2;
    ranks += middle * all.slice(from, to).filter(({ positive }) => positive).length;
    from = to;
  }
  const { length } = answered;
  return (ranks - (length * (length + 1)) / 2) / (length * unanswered.length);
}
