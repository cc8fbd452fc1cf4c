import { type Draft, isEmpty, readDraft, writeDraft } from '../../../contact/draft.ts';
import { recentTimes } from '../../../contact/submission.ts';
import { browserStorage } from '../../guarded-storage.ts';

const SENT_KEPT = 20;

/** Keeps the draft, and what was sent, in the customer's own browser. Without storage the text is still in the form. */
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
    return readDraft(browserStorage.get(this.#draft), Date.now());
  }

  keep(draft: Draft): void {
    if (isEmpty(draft)) browserStorage.remove(this.#draft);
    else browserStorage.set(this.#draft, writeDraft(draft, Date.now()));
  }

  forget(): void {
    browserStorage.remove(this.#draft);
  }

  /** Whether a message with this key is known to have arrived, from this tab or another. */
  wasSent(key: string): boolean {
    return list(browserStorage.get(this.#sent)).includes(key);
  }

  noteSent(key: string): void {
    const now = Date.now();
    browserStorage.set(this.#sent, JSON.stringify([...list(browserStorage.get(this.#sent)), key].slice(-SENT_KEPT)));
    browserStorage.set(this.#times, JSON.stringify([...recentTimes(this.sentTimes(), now), now]));
  }

  sentTimes(): number[] {
    return list(browserStorage.get(this.#times)).filter((one): one is number => typeof one === 'number');
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
