import { expect, test } from 'vitest';
import { helpScoutMessage, helpScoutRequest } from '../../../../src/agents/hosts/help-scout.ts';

test('Help Scout tells an app the subject of the conversation', () => {
  const context = {
    type: 'SEND_APP_CONTEXT',
    company: { id: 1 },
    conversation: { id: 123456789, number: 1042, subject: 'How long does a refund take?', status: 'active', tags: [] },
    customer: { id: 7, firstName: 'Ada', emails: [{ id: 1, value: 'ada@example.com' }] },
    user: { id: 2, firstName: 'Grace' },
  };
  expect(helpScoutMessage(context)).toEqual({ text: 'How long does a refund take?', conversation: '123456789' });
});

test('a conversation that is only begun has none', () => {
  expect(helpScoutMessage({ type: 'SEND_APP_CONTEXT', company: { id: 1 } })).toEqual({ text: '' });
});

test.each([
  [undefined],
  ['SEND_APP_CONTEXT'],
  [{ type: 'SEND_APP_STYLES', styles: '' }],
  [[{ type: 'SEND_APP_CONTEXT' }]],
])('%j is no context', (data) => {
  expect(helpScoutMessage(data)).toBeUndefined();
});

test('wrong types are left out', () => {
  const conversation = { id: { a: 1 }, subject: ['x'] };
  expect(helpScoutMessage({ type: 'SEND_APP_CONTEXT', conversation })).toEqual({ text: '' });
});

test('the app says who it is by the name of its frame', () => {
  expect(helpScoutRequest('GET_APP_CONTEXT', 'app-abc-1')).toEqual({
    type: 'GET_APP_CONTEXT',
    appId: 'abc-1',
    iframeId: 'app-abc-1',
  });
  expect(helpScoutRequest('SET_APP_HEIGHT', 'app-side-panel-abc', 600)).toEqual({
    type: 'SET_APP_HEIGHT',
    appId: 'abc',
    iframeId: 'app-side-panel-abc',
    value: 600,
  });
});
