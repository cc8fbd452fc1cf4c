/** What a customer wrote, ready to be sent. */
export interface Message {
  subject: string;
  body: string;
  /** Where the answer goes; '' when the way of sending knows it, as mail does. */
  email: string;
  name: string;
  /** Set for a request to be called back; '' otherwise. */
  phone: string;
  /** What the customer searched for and read in this visit, as they left it; '' when removed. */
  visit: string;
  locale: string;
  /** The same for every attempt to send this very message. */
  key: string;
}

/** Most characters a field takes. */
export const LIMITS = { subject: 150, body: 10_000, email: 254, name: 100, phone: 40, visit: 4000 } as const;

/** What stands in the way of sending, by field. */
export type Flaw = 'missing' | 'too-long' | 'not-an-address' | 'not-a-number';

/** Everything wrong with a message that is sent by an endpoint, by mail or as a request to be called. */
export function flaws(message: Message, needs: { email: boolean; phone: boolean }): Partial<Record<keyof typeof LIMITS, Flaw>> {
  const found: Partial<Record<keyof typeof LIMITS, Flaw>> = {};
  for (const [field, limit] of Object.entries(LIMITS) as [keyof typeof LIMITS, number][]) {
    if (message[field].length > limit) found[field] = 'too-long';
  }
  if (!message.body.trim()) found.body = 'missing';
  if (needs.email && !message.email.trim()) found.email = 'missing';
  else if (message.email.trim() && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(message.email.trim())) found.email ??= 'not-an-address';
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

/** The whole text as an agent reads it: the message, the number to call, the visit. */
export function fullText({ body, phone, visit }: Message): string {
  return [body.trim(), phone.trim() && `☎ ${phone.trim()}`, visit.trim() && `— — —\n${visit.trim()}`].filter(Boolean).join('\n\n');
}
