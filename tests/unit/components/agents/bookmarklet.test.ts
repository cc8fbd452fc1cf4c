import { createContext, runInContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { bookmarkAddress, messageInFragment } from '../../../../src/agents/message-address.ts';
import { inlineScripts } from '../../../../src/integrations/inline-scripts.ts';

/** What of a page the bookmark looks at. */
interface HostPage {
  selection?: string;
  field?: unknown;
  frames?: (HostPage | 'of another origin')[];
}

function documentOf({ selection = '', field = null, frames = [] }: HostPage): object {
  return {
    activeElement: field,
    getSelection: () => ({ toString: () => selection }),
    querySelectorAll: () =>
      frames.map((frame) => ({ contentDocument: frame === 'of another origin' ? null : documentOf(frame) })),
  };
}

const textField = (value: string, from = 0, to = value.length, type = 'textarea') => ({
  type,
  value,
  selectionStart: from,
  selectionEnd: to,
});

/** Opens the bookmark on a page; gives what it opened. */
function opened(host: HostPage) {
  const address = bookmarkAddress(inlineScripts.bookmarklet, 'https://help.example.com/en/agents/');
  const calls: [url: string, name: string, features: string][] = [];
  let focused = 0;
  const page = {
    document: documentOf(host),
    screen: { availWidth: 1440, availHeight: 860 },
    open: (...call: [string, string, string]) => {
      calls.push(call);
      return { focus: () => focused++ };
    },
  };
  const left = runInContext(decodeURIComponent(address.replace('javascript:', '')), createContext(page));
  // A browser would show what a script leaves as a new page.
  expect(left).toBeUndefined();
  expect([calls.length, focused]).toEqual([1, 1]);
  const [url, name, features] = calls[0]!;
  expect(url.startsWith('https://help.example.com/en/agents/#message=')).toBe(true);
  return { message: messageInFragment(new URL(url).hash), name, features };
}

describe('The bookmark', () => {
  test('takes the selected text of a page to a narrow window that has a name', () => {
    const { message, name, features } = opened({ selection: 'Where is my bike? 100 % <b>' });
    expect(message).toEqual({ text: 'Where is my bike? 100 % <b>', cut: false });
    expect(name).toBe('signpost-agents');
    expect(features).toBe('popup,width=400,height=860,left=1040,top=0');
  });

  test('takes what is selected in a field, in a part with a tree of its own, and in frames of the same origin', () => {
    expect(opened({ field: textField('Hello. Where is it? Bye', 7, 19) }).message).toMatchObject({
      text: 'Where is it?',
    });
    const within = { shadowRoot: { activeElement: { shadowRoot: { activeElement: textField('Deep') } } } };
    expect(opened({ field: within }).message).toMatchObject({ text: 'Deep' });
    const frames: HostPage['frames'] = [
      'of another origin',
      { frames: [{ selection: 'In a frame' }] },
      { selection: 'B' },
    ];
    expect(opened({ frames }).message).toMatchObject({ text: 'In a frame' });
  });

  test('takes no password, and opens the page empty where nothing is selected', () => {
    for (const field of [textField('secret', 0, 6, 'password'), textField('not selected', 3, 3), {}, null])
      expect(opened({ field, frames: ['of another origin'] }).message).toEqual({ text: '', cut: false });
    const checkbox = { type: 'checkbox', value: 'on', selectionStart: null, selectionEnd: null };
    expect(opened({ field: checkbox }).message).toEqual({ text: '', cut: false });
  });

  test('leaves out what is too long, and half letters, which no address can hold', () => {
    expect(opened({ selection: 'a'.repeat(5_000_000) }).message).toEqual({ text: 'a'.repeat(10_000), cut: true });
    expect(opened({ selection: 'a\ud83db' }).message).toEqual({ text: 'ab', cut: false });
    for (const before of ['a', 'aa', 'aaa'])
      expect(opened({ selection: before + '🙂'.repeat(5000) }).message).toMatchObject({ cut: true });
  });
});
