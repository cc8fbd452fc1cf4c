import { fullText, subjectOf } from '../message.ts';
import { type Template, valueIn } from './template.ts';

/** The body of Zammad's `POST /api/v1/tickets`; the customer is found or made by the address. */
export const zammad: Template = {
  idempotent: false,
  body: (message, { group }) => ({
    title: subjectOf(message),
    group,
    customer_id: `guess:${message.email}`,
    article: {
      subject: subjectOf(message),
      body: fullText(message),
      type: 'web',
      content_type: 'text/plain',
      internal: false,
    },
  }),
  isTaken: async (answer) => (await valueIn(answer, 'id')) !== undefined,
};
