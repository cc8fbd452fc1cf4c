import { fieldsOf } from '../../site/untrusted.ts';
import { type CustomerMessage, heardMessage, LONGEST_BODY } from './heard-message.ts';

/** What our app asks Zendesk's framework for; each may be missing. */
export const ZENDESK_PATHS = [
  'ticket.id',
  'ticket.subject',
  'ticket.description',
  'ticket.requester.id',
  'ticket.requester.locale',
  'ticket.conversation',
] as const;

/** After any of these the ticket may say something else. */
export const ZENDESK_EVENTS = [
  'app.activated',
  'ticket.conversation.changed',
  'ticket.updated',
  'ticket.submit.done',
  'ticket.subject.changed',
  'ticket.requester.id.changed',
];

/** Of a conversation so many messages are looked through, from the last one back. */
const LOOKED_AT = 500;

/** A tag that a text written by hand hardly has. */
const HTML = /<(p|div|br|span|table|html|body|a)\b[^>]*>/i;

/**
 * What the customer wrote last on a ticket. Of the conversation it is the newest public message of an end user or of the
 * requester, who may be an agent: `{ author: { id, role }, channel: { name }, message: { content, contentType }, timestamp }`.
 * Without one it is the ticket's description, and on a ticket that is only begun its subject.
 * @param plain Makes text of HTML.
 */
export function zendeskMessage(values: Record<string, unknown>, plain: (html: string) => string): CustomerMessage {
  const conversation = values['ticket.conversation'];
  const requester = values['ticket.requester.id'];
  const written = (Array.isArray(conversation) ? conversation.slice(-LOOKED_AT) : [])
    .map(fieldsOf)
    .filter((entry) => isOfCustomer(entry, requester));
  const last = written.reduce<Record<string, unknown> | undefined>(
    (latest, entry) => (latest && timeOf(entry) < timeOf(latest) ? latest : entry),
    undefined,
  );
  const { content, contentType } = fieldsOf(last?.message);
  const said = [content, values['ticket.description'], values['ticket.subject']].find(isSaid);
  const html = contentType === 'text/html' || (said !== undefined && HTML.test(said));
  return heardMessage({
    text: said !== undefined && html ? plain(said) : said,
    locale: values['ticket.requester.locale'],
    conversation: values['ticket.id'],
  });
}

function isOfCustomer({ author, channel, message }: Record<string, unknown>, requester: unknown): boolean {
  const { id, role } = fieldsOf(author);
  const customer = role === 'end-user' || role === 'customer' || (id !== undefined && id === requester);
  return customer && fieldsOf(channel).name !== 'internal' && isSaid(fieldsOf(message).content);
}

function isSaid(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_BODY && value.trim() !== '';
}

function timeOf({ timestamp }: Record<string, unknown>): number {
  return (typeof timestamp === 'string' && Date.parse(timestamp)) || 0;
}

/**
 * What Zendesk's framework is asked to do, so that an answer stands at the end of the reply, on a line of its own.
 * @param reply What is written there so far, as far as Zendesk tells.
 */
export function zendeskInsertion(
  { text, html }: { text: string; html?: string },
  reply: { richText: unknown; written: unknown },
): [action: string, content: string] {
  if (html !== undefined && reply.richText !== false)
    return ['ticket.comment.appendHtml', /^<(p|ul|ol|div)\b/.test(html) ? html : `<p>${html}</p>`];
  const begun = typeof reply.written === 'string' && reply.written.replace(/<[^<>]*>/g, '').trim() !== '';
  return ['ticket.comment.appendText', begun ? `\n${text}` : text];
}
