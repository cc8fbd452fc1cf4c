import { fieldsOf } from '../../site/untrusted.ts';
import { type CustomerMessage, heardMessage, LONGEST_BODY } from './heard-message.ts';

/** Posted to Chatwoot as it stands, it makes it send its context again. */
export const CHATWOOT_ASK = 'chatwoot-dashboard-app:fetch-info';

/** Of a conversation so many messages are looked through, from the last one back. */
const LOOKED_AT = 500;

/** `message_type` of what a customer wrote; 1 is an agent's, 2 an activity, 3 a template. */
const INCOMING = 0;

/** Whether it may be Chatwoot's context, as far as can be told without reading it. */
export function isChatwootContext(data: unknown): boolean {
  return typeof data === 'string' && data.length <= LONGEST_BODY && data.includes('"appContext"');
}

/**
 * The customer's last message in the context that Chatwoot gives a dashboard app: a JSON string
 * `{ event: 'appContext', data: { conversation: { id, messages: [{ content, message_type, private, created_at }] } } }`.
 * Undefined for anything else.
 */
export function chatwootMessage(data: unknown): CustomerMessage | undefined {
  const context = fieldsOf(isChatwootContext(data) ? parsed(String(data)) : undefined);
  if (context.event !== 'appContext') return undefined;
  const { id, messages } = fieldsOf(fieldsOf(context.data).conversation);
  const written = (Array.isArray(messages) ? messages.slice(-LOOKED_AT) : []).map(fieldsOf).filter(isOfCustomer);
  // Chatwoot puts messages that it fetches later before or behind those it has.
  const last = written.reduce<Record<string, unknown>>(
    (latest, message) => (timeOf(message) >= timeOf(latest) ? message : latest),
    {},
  );
  return heardMessage({ text: last.content, conversation: id });
}

/** What has attachments only has no content; what was taken back has another one in its place. */
function isOfCustomer({
  message_type,
  content,
  private: isNote,
  content_attributes,
}: Record<string, unknown>): boolean {
  return (
    message_type === INCOMING &&
    isNote !== true &&
    typeof content === 'string' &&
    content.trim() !== '' &&
    fieldsOf(content_attributes).deleted !== true
  );
}

function timeOf({ created_at }: Record<string, unknown>): number {
  return typeof created_at === 'number' ? created_at : 0;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
