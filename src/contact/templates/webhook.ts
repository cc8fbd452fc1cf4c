import { type Message, subjectOf } from '../message.ts';
import { type Template, valueIn } from './template.ts';

/**
 * Our own JSON, for a receiver the owner writes:
 * `{ "version": 1, "key": "…", "locale": "en", "subject": "…", "body": "…", "email": "…", "name": "…", "phone": "…", "visit": "…" }`.
 * A second request with the same `key` must not make a second ticket. Any answer of success but a page of HTML is
 * believed; after a redirect only one that holds the `key`.
 */
export const webhook: Template = {
  idempotent: true,
  body: (message: Message) => ({
    version: 1,
    key: message.key,
    locale: message.locale,
    subject: subjectOf(message),
    body: message.body,
    email: message.email,
    name: message.name,
    phone: message.phone,
    visit: message.history,
  }),
  isTaken: async (answer, { key }) =>
    answer.redirected ? (await valueIn(answer, 'key')) === key : !/\bx?html\b/i.test(answer.type),
};
