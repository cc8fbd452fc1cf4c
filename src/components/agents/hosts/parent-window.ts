import type { CustomerMessage } from '../../../agents/hosts/heard-message.ts';
import { originAllowed } from '../../../site/origin-allowed.ts';

/** While messages come faster (ms), only the newest of each such time is read. */
const PAUSE = 100;

/** What is used of the window that the page stands in. */
export type Place = Pick<Window, 'parent' | 'addEventListener'>;

/** The page around this one, as far as site.yaml trusts it: it is heard from its own window and the origins listed alone. */
export class ParentWindow {
  readonly #place: Place;
  readonly #origins: readonly string[];
  readonly #early: readonly MessageEvent[];
  /** Where the page around comes from; undefined until it is heard. */
  #origin: string | undefined;

  /** @param early Messages that came before anybody could listen. */
  constructor(place: Place, origins: readonly string[], early: readonly MessageEvent[]) {
    this.#place = place;
    this.#origins = origins;
    this.#early = early;
  }

  /** Calls for each message of the page around, also for those that came early. */
  hear(listener: (data: unknown) => void): void {
    const receive = ({ data, origin, source }: MessageEvent<unknown>): void => {
      if (source !== this.#place.parent || !originAllowed(origin, this.#origins)) return;
      this.#origin = origin;
      listener(data);
    };
    for (const event of this.#early) receive(event);
    this.#place.addEventListener('message', receive);
  }

  /**
   * Calls for each customer's message that differs from the one before, so that an agent's own changes to it stay.
   * @param isOfKind A look at what came, quick enough to be taken at every message of a flood.
   * @param read Is called for the newest of a flood only.
   */
  follow(
    isOfKind: (data: unknown) => boolean,
    read: (data: unknown) => CustomerMessage | undefined,
    hear: (message: CustomerMessage) => void,
  ): void {
    let before = '';
    const take = newest((data: unknown) => {
      const message = read(data);
      const now = JSON.stringify(message);
      if (!message || now === before) return;
      before = now;
      hear(message);
    });
    this.hear((data) => {
      if (isOfKind(data)) take(data);
    });
  }

  /** Asks the page around for something, whoever it is: nothing of a customer or an answer may be in there. */
  ask(request: unknown): void {
    this.#place.parent.postMessage(request, '*');
  }

  /** Tells the page around something; false where it has not been heard yet, since then nobody knows who it is. */
  tell(word: unknown): boolean {
    if (this.#origin === undefined) return false;
    this.#place.parent.postMessage(word, this.#origin);
    return true;
  }
}

/** Passes on the first call at once, and the newest of those that follow it after a pause. */
function newest<Value>(take: (value: Value) => void): (value: Value) => void {
  let waiting: { value: Value } | undefined;
  let resting = false;
  const next = (): void => {
    const taken = waiting;
    waiting = undefined;
    resting = taken !== undefined;
    if (!taken) return;
    setTimeout(next, PAUSE);
    take(taken.value);
  };
  return (value) => {
    waiting = { value };
    if (!resting) next();
  };
}
