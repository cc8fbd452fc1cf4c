import { type Draft, isEmpty, readDraft, writeDraft } from '../../../contact/draft.ts';
import { recentTimes } from '../../../contact/submission.ts';

const SENT_KEPT = 20;

/** Keeps the draft, and what was sent, in the customer's own browser; where storage is forbidden, calls do nothing. */
export class DraftStore {
  readonly #draft: string;
  readonly #sent: string;
  readonly #times: string;

  constructor(base: string) {
    this.#draft = `signpost:draft:${base}`;
    this.#sent = `signpost:sent:${base}`;
    this.#times = `signpost:sent-at:${base}`;
  }

  draft(): Draft | undefined {
    return readDraft(get(this.#draft), Date.now());
  }

  keep(draft: Draft): void {
    if (isEmpty(draft)) remove(this.#draft);
    else set(this.#draft, writeDraft(draft, Date.now()));
  }

  forget(): void {
    remove(this.#draft);
  }

  /** Whether a message with this key is known to have arrived, from this tab or another. */
  wasSent(key: string): boolean {
    return list(get(this.#sent)).includes(key);
  }

  noteSent(key: string): void {
    const now = Date.now();
    set(this.#sent, JSON.stringify([...list(get(this.#sent)), key].slice(-SENT_KEPT)));
    set(this.#times, JSON.stringify([...recentTimes(this.sentTimes(), now), now]));
  }

  sentTimes(): number[] {
    return list(get(this.#times)).filter((one): one is number => typeof one === 'number');
  }
}

function list(text: string | null): unknown[] {
  try {
    const parsed: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}

function get(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function set(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Full or forbidden; the text is still in the form.
  }
}

function remove(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // As above.
  }
}
