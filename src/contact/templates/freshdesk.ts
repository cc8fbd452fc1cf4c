import { escapeHtmlText } from '../../site/escape-html.ts';
import { fullText, subjectOf } from '../message.ts';
import { type Template, valueIn } from './template.ts';

/** An open ticket of low priority, made by the portal: the numbers of Freshdesk's API. */
const OPEN = 2;
const LOW = 1;
const PORTAL = 2;

/** The body of Freshdesk's `POST /api/v2/tickets`. That API wants a key, which only a relay of the owner's may hold. */
export const freshdesk: Template = {
  idempotent: false,
  body: (message) => ({
    email: message.email,
    ...(message.name.trim() && { name: message.name.trim() }),
    ...(message.phone.trim() && { phone: message.phone.trim() }),
    subject: subjectOf(message),
    description: html(fullText(message)),
    status: OPEN,
    priority: LOW,
    source: PORTAL,
  }),
  isTaken: async (answer) => (await valueIn(answer, 'id')) !== undefined,
};

/** Freshdesk reads the description as HTML. */
function html(text: string): string {
  return escapeHtmlText(text).replaceAll('\n', '<br>');
}
