import { fullText, subjectOf } from '../message.ts';
import { type Template, valueIn } from './template.ts';

/** The body of Zendesk's `POST /api/v2/requests.json`, which end users may call without signing in. */
export const zendesk: Template = {
  idempotent: false,
  body: (message) => ({
    request: {
      requester: { name: message.name.trim() || message.email, email: message.email },
      subject: subjectOf(message),
      comment: { body: fullText(message) },
    },
  }),
  isTaken: async (answer) => (await valueIn(answer, 'request', 'id')) !== undefined,
};
