/** What a customer has written so far. */
export interface Draft {
  subject: string;
  body: string;
  email: string;
  name: string;
  phone: string;
  callback: boolean;
  /** What was searched for and read, as the customer edited it; undefined while it stands as we wrote it. */
  history?: string;
  /** Whether that goes along. */
  attach: boolean;
  /** Names the message from its first word, in every tab, so that nothing makes two of it. */
  key?: string;
  /** Whether it left and may have arrived. A text that is changed afterwards is another message. */
  tried?: boolean;
}

export const EMPTY: Draft = { subject: '', body: '', email: '', name: '', phone: '', callback: false, attach: true };

const VERSION = 1;
/** A draft is kept this long (ms): 30 days. */
const KEPT = 30 * 24 * 60 * 60 * 1000;

/** The draft as text for the browser's storage, where its history is called `visit`. */
export function writeDraft(draft: Draft, now: number): string {
  const { history, ...fields } = draft;
  return JSON.stringify({ version: VERSION, saved: now, draft: { ...fields, visit: history } });
}

/** The draft that was stored; undefined when there is none, it is too old or not ours. */
export function readDraft(stored: string | null, now: number): Draft | undefined {
  const parsed = parse(stored);
  if (!isRecord(parsed) || parsed.version !== VERSION || typeof parsed.saved !== 'number' || !isRecord(parsed.draft))
    return undefined;
  if (now - parsed.saved > KEPT) return undefined;
  const from = parsed.draft;
  const text = (field: string): string => (typeof from[field] === 'string' ? from[field] : '');
  return {
    subject: text('subject'),
    body: text('body'),
    email: text('email'),
    name: text('name'),
    phone: text('phone'),
    callback: from.callback === true,
    attach: from.attach !== false,
    ...(typeof from.visit === 'string' && { history: text('visit') }),
    ...(typeof from.key === 'string' && { key: from.key }),
    ...(from.tried === true && { tried: true }),
  };
}

/** Whether there is anything worth keeping. */
export function isEmpty({ subject, body }: Draft): boolean {
  return subject.trim() === '' && body.trim() === '';
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
