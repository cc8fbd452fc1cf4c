/** What a customer wrote, ready to be sent. */
export interface Message {
  subject: string;
  body: string;
  /** Where the answer goes; '' when the way of sending knows it, as mail does. */
  email: string;
  name: string;
  /** Set for a request to be called back; '' otherwise. */
  phone: string;
  /** What the customer searched for and read before writing, as they left it; '' when removed. */
  history: string;
  locale: string;
  /** The same for every attempt to send this very message. */
  key: string;
}

/** Most characters a field takes. */
export const LIMITS = { subject: 150, body: 10_000, email: 254, name: 100, phone: 40, history: 4000 } as const;

/** A field that a message is written in. */
export type MessageField = keyof typeof LIMITS;
export const MESSAGE_FIELDS = Object.keys(LIMITS) as MessageField[];

/** What keeps a message from being sent. */
type FieldError = 'missing' | 'too-long' | 'not-an-address' | 'not-a-number';
export type FieldErrors = Partial<Record<MessageField, FieldError>>;

/** Everything wrong with a message that is sent by an endpoint, by mail or as a request to be called. */
export function validate(message: Message, needs: { email: boolean; phone: boolean }): FieldErrors {
  const found: FieldErrors = {};
  for (const field of MESSAGE_FIELDS) {
    if (message[field].length > LIMITS[field]) found[field] = 'too-long';
  }
  if (!message.body.trim()) found.body = 'missing';
  if (needs.email && !message.email.trim()) found.email = 'missing';
  else if (message.email.trim() && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(message.email.trim()))
    found.email ??= 'not-an-address';
  if (needs.phone && !message.phone.trim()) found.phone = 'missing';
  else if (message.phone.trim() && message.phone.replace(/\D/g, '').length < 5) found.phone ??= 'not-a-number';
  return found;
}

/** The subject, or the beginning of the message when the customer left it empty. */
export function subjectOf({ subject, body }: Message): string {
  const written = subject.trim();
  if (written) return written;
  const [line = ''] = body.trim().split('\n');
  return line.length > 80 ? `${line.slice(0, 79).trimEnd()}…` : line;
}

/** Two messages with the same one say the same, whatever was attached (FNV-1a, 32 bits, and the length). */
export function fingerprint({ subject, body, email, phone }: Message): string {
  const text = JSON.stringify([subject, body, email, phone]);
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return `${(hash >>> 0).toString(36)}.${text.length}`;
}

/** The whole text as an agent reads it: the message, the number to call, the history. */
export function fullText({ body, phone, history }: Message): string {
  return [body.trim(), phone.trim() && `☎ ${phone.trim()}`, history.trim() && `— — —\n${history.trim()}`]
    .filter(Boolean)
    .join('\n\n');
}
