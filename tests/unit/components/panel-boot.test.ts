import { createContext, runInContext } from 'node:vm';
import { expect, test } from 'vitest';
import { inlineScripts } from '../../../src/integrations/inline-scripts.ts';

/** Runs the script as it stands in the agents' page; gives what it says on the root. */
function rootIn({ framed = true, search = '', chosen }: { framed?: boolean; search?: string; chosen?: string }) {
  const dataset: Record<string, string> = { js: '', ...(chosen && { theme: chosen }) };
  const page = { URLSearchParams, location: { search }, document: { documentElement: { dataset } } };
  runInContext(inlineScripts.panelBoot, createContext({ ...page, self: page, top: framed ? {} : page }));
  return dataset;
}

test('the agents’ page is a panel in a frame, and none alone', () => {
  expect(rootIn({})).toEqual({ js: '', panel: '' });
  expect(rootIn({ framed: false, search: '?scheme=dark', chosen: 'light' })).toEqual({ js: '', theme: 'light' });
});

test('a panel is in the scheme that the help desk states, else in the device’s, whatever was chosen elsewhere', () => {
  expect(rootIn({ search: '?scheme=dark', chosen: 'light' })).toEqual({ js: '', panel: '', theme: 'dark' });
  expect(rootIn({ search: '?a=b&scheme=light' })).toEqual({ js: '', panel: '', theme: 'light' });
  for (const search of ['', '?scheme=', '?scheme=DARK', '?scheme=%E0', '?scheme=x%22%3E'])
    expect(rootIn({ search, chosen: 'dark' })).toEqual({ js: '', panel: '' });
});
