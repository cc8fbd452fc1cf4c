import { fieldsOf } from '../../site/untrusted.ts';
import { type CustomerMessage, heardMessage } from './heard-message.ts';

export function isHelpScoutContext(data: unknown): boolean {
  return fieldsOf(data).type === 'SEND_APP_CONTEXT';
}

/**
 * The conversation in the context that Help Scout gives an app: `{ type: 'SEND_APP_CONTEXT', conversation: { id, subject } }`.
 * Its words are not in there, so the subject is what there is. Undefined for anything else.
 */
export function helpScoutMessage(data: unknown): CustomerMessage | undefined {
  if (!isHelpScoutContext(data)) return undefined;
  const { id, subject } = fieldsOf(fieldsOf(data).conversation);
  return heardMessage({ text: subject, conversation: id });
}

/**
 * What an app says to Help Scout, which knows it by the name that it gave its frame.
 * @param frame Name of the window: `app-` or `app-side-panel-` before the app's ids.
 */
export function helpScoutRequest(
  type: 'GET_APP_CONTEXT' | 'SET_APP_HEIGHT',
  frame: string,
  value?: number,
): Record<string, unknown> {
  return {
    type,
    appId: frame.replace(/^app-(side-panel-)?/, ''),
    iframeId: frame,
    ...(value !== undefined && { value }),
  };
}
