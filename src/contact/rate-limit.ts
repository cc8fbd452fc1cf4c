/** So many messages are sent from one browser … */
const MOST = 5;
/** … in so long (ms): ten minutes. */
const WINDOW = 10 * 60 * 1000;

/** The times of the messages that still count. */
export function recent(times: number[], now: number): number[] {
  return times.filter((time) => now - time < WINDOW && time <= now);
}

/** How long (ms) to wait before another message may be sent; 0 when it may be sent now. */
export function waitBeforeNext(times: number[], now: number): number {
  const counted = recent(times, now);
  const oldest = counted.at(-MOST);
  return oldest === undefined ? 0 : oldest + WINDOW - now;
}
