import { expect, it } from 'vitest';
import { answerMessage } from '../../../src/agents/answer-message.ts';
import type { AnswerSource } from '../../../src/agents/answer-questions.ts';
import { understandMessage } from '../../../src/agents/message/understand-message.ts';
import { search } from '../../../src/search/core/search.ts';
import { device } from '../search/core/variants/device.ts';
import { article, indexOf } from '../search/small-site.ts';

const part = (value: string, label: string, text: string) => ({
  key: `unlock#${value}`,
  article: 'unlock',
  anchor: value,
  headings: [label],
  text,
  variants: [value],
});
const unlock = article('unlock', 'Unlock a bike', 'A bike is unlocked in the app.');
const index = await indexOf(
  [
    {
      ...unlock,
      sections: [
        ...unlock.sections,
        part('ios', 'iPhone and iPad', 'Allow the camera, and scan the code to unlock the bike.'),
        part('android', 'Android', 'Allow the location, and scan the code to unlock the bike.'),
      ],
    },
    article('refunds', 'Refunds', 'A refund takes five days.'),
  ],
  { choices: [device] },
);
const source: AnswerSource = {
  locale: 'en',
  ids: async () => ({ has: () => true }),
  ask: ({ text, ...options }) => search(index, text, options),
};

async function answered(message: string): Promise<(string | undefined)[]> {
  const understood = await understandMessage(message, ['en']);
  const asking = { locale: 'en', askedIn: 'en', defaultLocale: 'en' };
  return (await answerMessage(understood, asking, async () => source)).map(({ hits }) => hits[0]?.href);
}

it('answers a question for the device that another sentence of the message names', async () => {
  expect(await answered('I have an Android phone. How do I unlock a bike?')).toEqual(['/en/help/unlock/#android']);
  expect(await answered('My iPad is new. How do I unlock a bike? And how long does a refund take?')).toEqual([
    '/en/help/unlock/#ios',
    '/en/help/refunds/',
  ]);
});

it('answers for everybody where the message names no device, whatever the browser of the agent is', async () => {
  expect(await answered('How do I unlock a bike?')).toEqual(['/en/help/unlock/']);
});
