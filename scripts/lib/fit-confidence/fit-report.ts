import type { ConfidenceWeights } from '../../../src/search/core/rank/verdict.ts';
import { TIERS, type Tier, type VectorKind } from '../../../src/search/core/types.ts';
import { fitConfidence, fitnessOf, type Observation, verdictShares, weightsFor, without } from './confidence-model.ts';

/**
 * What a fit gives, as text: the weights in the form in which they stand in parameters.ts, then what they are worth beside
 * those that stand there now, on the sets of the fit, on each of these when it is left out, and on sets not fitted on.
 */
export function fitReport(
  fitted: Record<Tier, Observation[]>,
  unseen: Record<Tier, Observation[]>,
  kind: VectorKind,
): string {
  const sections = TIERS.filter((tier) => fitted[tier].length > 0).map((tier) => {
    const observations = fitted[tier];
    const weights = fitConfidence(tier, kind, observations);
    const before = weightsFor(tier, kind, observations);
    const rows = [
      row('all sets of the fit', before, weights, observations),
      ...namesOf(observations).flatMap((set) => leftOut(tier, kind, set, observations)),
      ...namesOf(unseen[tier]).map((set) =>
        row(
          `${set}, unseen`,
          before,
          weights,
          unseen[tier].filter(({ corpus }) => corpus === set),
        ),
      ),
    ];
    const right = observations.filter((one) => one.right).length / observations.length;
    return [
      `${tier}: ${observations.length} questions, the first article answers ${percent(right)}; weights: refit, then as they stand`,
      `  ${constantsOf(tier, weights)}`,
      `  ${constantsOf(tier, before)}`,
      `  ${''.padEnd(32)}${'as they stand'.padEnd(34)}refit`,
      '  AUROC / log loss, then per cent: right called none / right called confident / of confident right / without an answer called confident',
      ...rows,
    ].join('\n');
  });
  return sections.join('\n\n');
}

/** Weights as parameters.ts holds them: `deep: { maxLead: 0.2, bias: -9.6, cosine: 14.6 },`. */
export function constantsOf(tier: Tier, weights: ConfidenceWeights): string {
  const fields = Object.entries(weights).filter(([, value]) => value !== 0);
  return `${tier}: { ${fields.map(([name, value]) => `${name}: ${Number(value.toFixed(2))}`).join(', ')} },`;
}

/** A set, by weights fitted on the others; none where there are no others. */
function leftOut(tier: Tier, kind: VectorKind, set: string, observations: readonly Observation[]): string[] {
  const others = without(set, observations);
  if (!others.some(({ right }) => right)) return [];
  return [
    row(
      `${set}, left out`,
      weightsFor(tier, kind, observations),
      fitConfidence(tier, kind, others),
      observations.filter(({ corpus }) => corpus === set),
    ),
  ];
}

function row(
  title: string,
  before: ConfidenceWeights,
  refit: ConfidenceWeights,
  observations: readonly Observation[],
): string {
  return `  ${title.padEnd(32)}${cell(before, observations).padEnd(34)}${cell(refit, observations)}`;
}

function cell(weights: ConfidenceWeights, observations: readonly Observation[]): string {
  const { auroc, logLoss } = fitnessOf(weights, observations);
  const { rightNone, rightConfident, confidentRight, unanswerableConfident } = verdictShares(weights, observations);
  const shares = [rightNone, rightConfident, confidentRight, unanswerableConfident].map((share) =>
    Number.isNaN(share) ? '–' : Math.round(share * 100),
  );
  return `${auroc === undefined ? '–' : auroc.toFixed(3)} / ${logLoss.toFixed(3)}  ${shares.join(' / ')}`;
}

function namesOf(observations: readonly Observation[]): string[] {
  return [...new Set(observations.map(({ corpus }) => corpus))];
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
