/** Time, which tests make pass. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  pause(milliseconds: number): Promise<void>;
}

/** Lets requests to one host through, one after the other. */
export interface HostGate {
  /** Makes a request when its turn has come; undefined, without having made it, when the time for the host is over. */
  pass<Result>(request: () => Promise<Result>): Promise<Result | undefined>;
  /** Lets nothing through for so many milliseconds. */
  hold(milliseconds: number): void;
}

/**
 * @param limits Milliseconds between two requests, and from the first request on, after which none is let through.
 * @param latest The moment after which none is let through either.
 */
export function hostGate(clock: Clock, limits: { pause: number; host: number }, latest: number): HostGate {
  let last: Promise<unknown> = Promise.resolve();
  let end: number | undefined;
  let open = 0;
  return {
    hold(milliseconds) {
      open = Math.max(open, clock.now() + milliseconds);
    },
    pass(request) {
      const turn = last.then(async () => {
        end ??= Math.min(clock.now() + limits.host, latest);
        const wait = Math.max(0, open - clock.now());
        if (clock.now() + wait >= end) return undefined;
        if (wait > 0) await clock.pause(wait);
        try {
          return await request();
        } finally {
          open = Math.max(open, clock.now() + limits.pause);
        }
      });
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}
