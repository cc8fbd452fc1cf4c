import type { Message } from '../../../src/contact/message.ts';

/** A message that can be sent. */
export const message: Message = {
  subject: '',
  body: 'My bike <b>beeps</b> & stops.\nSince Monday.',
  email: 'ada@example.com',
  name: 'Ada',
  phone: '',
  history: 'Searched for:\n- beeping',
  locale: 'en',
  key: 'k1',
};
