import { type Draft, isEmpty, readDraft, writeDraft } from '../../../contact/draft.ts';
import { fingerprint, type Message } from '../../../contact/message.ts';
import type { SentMessage } from '../../../contact/submission.ts';
import { browserStorage } from '../../guarded-storage.ts';

const SENT_KEPT = 20;

/** Keeps the draft, and what was sent, in the customer's own browser. Without storage the text is still in the form. */
export class DraftStore {
  readonly #draft: string;
  readonly #sent: string;

  constructor(base: string) {
    this.#draft = `signpost:draft:${base}`;
    this.#sent = `signpost:sent:${base}`;
  }

  draft(): Draft | undefined {
    return readDraft(browserStorage.get(this.#draft), Date.now());
  }

  /** False when it could not be kept, because storage is full or forbidden. */
  keep(draft: Draft): boolean {
    if (!isEmpty(draft)) return browserStorage.set(this.#draft, writeDraft(draft, Date.now()));
    browserStorage.remove(this.#draft);
    return true;
  }

  forget(): void {
    browserStorage.remove(this.#draft);
  }

  /** The latest messages that arrived, from this tab or another. */
  sent(): SentMessage[] {
    return list(browserStorage.get(this.#sent)).filter(isSentMessage);
  }

  noteSent(message: Message): void {
    const sent = { key: message.key, text: fingerprint(message), at: Date.now() };
    browserStorage.set(this.#sent, JSON.stringify([...this.sent(), sent].slice(-SENT_KEPT)));
  }

  /** Calls back when another tab has sent a message. */
  onSentElsewhere(heard: () => void): void {
    addEventListener('storage', ({ key }) => key === this.#sent && heard());
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

function isSentMessage(one: unknown): one is SentMessage {
  if (typeof one !== 'object' || one === null) return false;
  const { key, text, at } = one as Partial<Record<keyof SentMessage, unknown>>;
  return typeof key === 'string' && typeof text === 'string' && typeof at === 'number';
}
