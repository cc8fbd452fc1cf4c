import { fieldsOf } from '../../site/untrusted.ts';
import type { ClipboardContent } from '../citation.ts';
import { type CustomerMessage, heardMessage, LONGEST_BODY } from './heard-message.ts';

/**
 * Our own few words between the agents' page in a frame and the page around it, which speaks for a help desk:
 * the page says `ready`, is told each `message`, asks to `insert`, and hears whether that was `inserted`.
 */
interface Words {
  ready: { signpost: 'ready' };
  message: { signpost: 'message' } & CustomerMessage;
  insert: { signpost: 'insert'; id: number } & ClipboardContent;
  inserted: { signpost: 'inserted'; id: number; done: boolean };
}
export type PanelWord = Words[keyof Words];

/** Of what a page asks to insert so much (characters) is taken at most. */
const LONGEST_REPLY = 200_000;

export function isWord(signpost: PanelWord['signpost'], data: unknown): boolean {
  return fieldsOf(data).signpost === signpost;
}

/** What the customer wrote, as the page around tells it; undefined for anything else. */
export function toldMessage(data: unknown): CustomerMessage | undefined {
  const { text, locale, conversation } = fieldsOf(data);
  if (!isWord('message', data) || typeof text !== 'string' || text.length > LONGEST_BODY) return undefined;
  return heardMessage({ text, locale, conversation });
}

/** What the page in the frame wants to have in the reply; undefined for anything else. */
export function askedInsertion(data: unknown): Words['insert'] | undefined {
  const { signpost, id, text, html } = fieldsOf(data);
  if (signpost !== 'insert' || typeof id !== 'number' || typeof text !== 'string') return undefined;
  if (text.length > LONGEST_REPLY || (typeof html === 'string' && html.length > LONGEST_REPLY)) return undefined;
  return { signpost, id, text, ...(typeof html === 'string' && { html }) };
}

/** What became of an insertion; undefined for anything else. */
export function toldInsertion(data: unknown): Words['inserted'] | undefined {
  const { signpost, id, done } = fieldsOf(data);
  return signpost === 'inserted' && typeof id === 'number' ? { signpost, id, done: done === true } : undefined;
}
