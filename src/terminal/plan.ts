import { estimate, formatLeft, formatTaken, type StepState } from './estimate.ts';
import { liveLine } from './live-line.ts';
import { barOf, type ProgressSink, percentOf, REDRAWN, WORTH_TELLING } from './progress.ts';

/** A step that is expected, before it begins. */
export interface PlannedStep {
  /** What its title begins with when it begins. */
  title: string;
  lane: string;
  /** Seconds that it takes on an ordinary machine. */
  seconds: number;
  /** Whether its result is kept in the cache. */
  kept?: boolean;
}

/** The progress of a piece of work in several lanes, shown as one. */
export interface PlanProgress {
  /** Where the steps of a lane are told. A step that was not planned is added; one that is passed over is dropped. */
  lane(name: string): ProgressSink;
  /** No step of the lane is to come any more. */
  endLane(name: string): void;
  end(): void;
}

/**
 * Shows a plan: on a terminal a bar of the whole with what is under way, above it a line for each step that has ended;
 * elsewhere only these lines.
 * @param last Name of the lane that begins when the others have ended.
 */
export function planProgress(
  planned: readonly PlannedStep[],
  last: string,
  stream: NodeJS.WriteStream = process.stdout,
): PlanProgress {
  const began = performance.now();
  const kept = planned.filter((step) => step.kept).map(({ title }) => title);
  let steps: StepState[] = planned.map(({ title, lane, seconds }) => ({
    title,
    lane,
    expected: seconds,
    done: 0,
    total: 1,
  }));
  let furthest = 0;
  const look = () => {
    const seen = estimate(steps, began, performance.now(), last);
    // Where more is to do than was thought, a bar stands still; it does not run backwards.
    furthest = Math.max(furthest, seen.share);
    return { ...seen, share: furthest };
  };
  const line = stream.isTTY ? liveLine(stream, stream === process.stdout ? [process.stderr] : []) : undefined;
  const draw = (): void => line?.show(liveText(steps, look()));
  const timer = line && setInterval(draw, REDRAWN);
  timer?.unref();

  return {
    lane: (name) => {
      let current: StepState | undefined;
      return {
        start(title, total) {
          const next = steps.find(
            (step) => step.lane === name && step.began === undefined && title.startsWith(step.title),
          );
          current = next ?? { title, lane: name, expected: 0, done: 0, total };
          if (next) {
            const place = steps.indexOf(next);
            steps = steps.filter((step, at) => step.lane !== name || step.began !== undefined || at >= place);
          } else steps.push(current);
          Object.assign(current, { title, total, began: performance.now() });
          draw();
        },
        advance(parts) {
          if (current) current.done += parts;
        },
        stop() {
          if (!current) return;
          current.ended = performance.now();
          const { share, left } = look();
          const text = endedText(
            current,
            kept.some((title) => current!.title.startsWith(title)),
          );
          if (current.ended - current.began! >= 1000 * WORTH_TELLING)
            stream.write(line ? `${text}\n` : `${percentOf(share)} ${text}; ${formatLeft(left)} left\n`);
          current = undefined;
          draw();
        },
      };
    },
    endLane(name) {
      steps = steps.filter((step) => step.lane !== name || step.began !== undefined);
    },
    end() {
      clearInterval(timer);
      line?.end();
    },
  };
}

function endedText({ title, total, began = 0, ended = 0 }: StepState, kept: boolean): string {
  const count = total > 1 ? ` (${total})` : '';
  return `${title}${count}: ${formatTaken((ended - began) / 1000)}${kept ? ', kept for next time' : ''}`;
}

/** `████████············  42 % 25 s left: Embedding sections, 1204 of 2520; Bundling` */
export function liveText(steps: readonly StepState[], { share, left }: { share: number; left: number }): string {
  const underWay = steps.filter(({ began, ended }) => began !== undefined && ended === undefined);
  const doing = underWay.map(({ title, done, total }) => (total > 1 ? `${title}, ${done} of ${total}` : title));
  return `${barOf(share)} ${formatLeft(left)} left${doing.length > 0 ? `: ${doing.join('; ')}` : ''}`;
}
