/** A step of a longer piece of work, as far as it is known. Times are milliseconds of one clock. */
export interface StepState {
  title: string;
  /** Steps of one lane follow each other; lanes run side by side. The last lane begins when all others have ended. */
  lane: string;
  /** Seconds that it takes on an ordinary machine. */
  expected: number;
  began?: number;
  ended?: number;
  /** Of `total` parts so many are done; a total of 1 is no count. */
  done: number;
  total: number;
}

export interface Estimate {
  /** How much of the whole is done, from 0 to 1. */
  share: number;
  /** Seconds left. */
  left: number;
}

/** How much slower or faster than expected a machine is believed to be at most. */
const EXTREMES = { fastest: 0.2, slowest: 20 };
/** A step that takes longer than thought is thought to take this share of its time again. */
const LATE = 0.1;

/**
 * What is left, as the slowest lane has it: what is yet to come by what was expected, corrected by how long that took
 * which is done, and what is under way by its own speed, the more so the further it has come.
 * @param last Name of the lane that begins when the others have ended.
 */
export function estimate(steps: readonly StepState[], began: number, now: number, last: string): Estimate {
  const slowness = slownessOf(steps, now);
  const lanes = new Map<string, number>();
  for (const step of steps) lanes.set(step.lane, (lanes.get(step.lane) ?? 0) + secondsLeft(step, slowness, now));
  const afterwards = lanes.get(last) ?? 0;
  lanes.delete(last);
  const left = Math.max(0, ...lanes.values()) + afterwards;
  const elapsed = (now - began) / 1000;
  return { share: elapsed + left === 0 ? 0 : elapsed / (elapsed + left), left };
}

/** Seconds taken for each second expected, over all that is done or counted. */
function slownessOf(steps: readonly StepState[], now: number): number {
  let taken = 0;
  let expected = 0;
  for (const step of steps) {
    const share = step.ended === undefined ? counted(step) : 1;
    if (step.began === undefined || share === 0) continue;
    taken += ((step.ended ?? now) - step.began) / 1000;
    expected += share * step.expected;
  }
  return expected === 0 ? 1 : Math.min(EXTREMES.slowest, Math.max(EXTREMES.fastest, taken / expected));
}

function secondsLeft(step: StepState, slowness: number, now: number): number {
  if (step.ended !== undefined) return 0;
  const thought = step.expected * slowness;
  if (step.began === undefined) return thought;
  const elapsed = (now - step.began) / 1000;
  const share = counted(step);
  if (share === 0) return Math.max(thought - elapsed, LATE * elapsed);
  const byItsSpeed = (elapsed * (1 - share)) / share;
  return share * byItsSpeed + (1 - share) * (1 - share) * thought;
}

/** How much of a step that counts its parts is done. */
function counted({ done, total }: StepState): number {
  return total > 1 ? done / total : 0;
}

/** `8 s`, `1 min 20 s`; rounded as far as an estimate is true. */
export function formatLeft(seconds: number): string {
  if (seconds < 1) return 'a moment';
  if (seconds < 20) return `${Math.ceil(seconds)} s`;
  const rounded = 5 * Math.ceil(seconds / 5);
  const [minutes, rest] = [Math.floor(rounded / 60), rounded % 60];
  return minutes === 0 ? `${rest} s` : rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}

/** `0.4 s`, `12.3 s`: what was measured. */
export function formatTaken(seconds: number): string {
  return `${seconds.toFixed(1)} s`;
}
