import { createContext, runInContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { framersOf } from '../../../src/integrations/content-security-policy.ts';
import { inlineScripts } from '../../../src/integrations/inline-scripts.ts';
import { agentsPageSchema } from '../../../src/schemas/agents-page.ts';
import { widgetSchema } from '../../../src/schemas/widget.ts';
import type { PageKind } from '../../../src/site/head-sources.ts';

interface Frame {
  /** Origins of the pages around, outermost last; undefined in a browser that does not tell. */
  around?: string[];
  referrer?: string;
  /** A page of the site itself is around, which may be asked. */
  sameOrigin?: boolean;
  framed?: boolean;
  origins?: string[];
  /** Those that `agents` lists. */
  desks?: string[];
  page?: PageKind;
}

/** Runs the script as it stands in pages; gives what is left of the page: all of it, or the link that leaves the frame. */
function shown(frame: Frame): string {
  const { around, referrer = '', sameOrigin = false, framed = true, origins = [], desks = [], page: kind } = frame;
  const settings = { widget: widgetSchema.parse({ origins }), agents: agentsPageSchema.parse({ origins: desks }) };
  const link = {};
  let ready = (): void => {};
  let body: unknown = 'the page';
  const root = { hidden: false };
  const page = {
    URL,
    location: { origin: 'https://help.example.com', href: 'https://help.example.com/en/', ancestorOrigins: around },
    document: {
      currentScript: { dataset: { framers: framersOf(settings, kind) } },
      documentElement: root,
      referrer,
      title: 'Help',
      createElement: () => link,
      body: { replaceChildren: (child: unknown) => (body = child) },
    },
    addEventListener: (_: string, listener: () => void) => (ready = listener),
  };
  const top = {
    get location() {
      if (!sameOrigin) throw new Error('Blocked a frame from accessing a cross-origin frame.');
      return { href: 'https://help.example.com/' };
    },
  };
  const context = createContext({ ...page, self: page, top: framed ? top : page });
  runInContext(inlineScripts.frameGuard, context);
  ready();
  expect(root.hidden).toBe(false);
  if (body !== link) return 'the page';
  expect(link).toEqual({ href: 'https://help.example.com/en/', target: '_top', textContent: 'Help' });
  return 'a link';
}

describe('A page of the site', () => {
  test('is shown alone, and in a frame of the site itself', () => {
    expect(shown({ framed: false })).toBe('the page');
    expect(shown({ sameOrigin: true, around: [] })).toBe('the page');
    expect(shown({ around: ['https://help.example.com'] })).toBe('the page');
  });

  test('is a link that leaves the frame in a page of others, however deep', () => {
    expect(shown({ around: ['https://evil.example'] })).toBe('a link');
    expect(shown({ around: ['https://help.example.com', 'https://evil.example'] })).toBe('a link');
    expect(shown({ referrer: 'https://evil.example/x' })).toBe('a link');
    expect(shown({})).toBe('a link');
  });

  test('is shown in the pages that site.yaml lists, and in no others', () => {
    const origins = ['https://www.example.com', 'https://*.example.org'];
    expect(shown({ origins, around: ['https://www.example.com'] })).toBe('the page');
    expect(shown({ origins, around: ['https://a.example.org'] })).toBe('the page');
    expect(shown({ origins, referrer: 'https://www.example.com/help' })).toBe('the page');
    expect(shown({ origins })).toBe('the page');
    for (const around of ['https://wwwxexample.com', 'https://example.org', 'https://www.example.com.evil.example'])
      expect(shown({ origins, around: [around] })).toBe('a link');
    expect(shown({ origins, around: ['https://www.example.com', 'https://evil.example'] })).toBe('a link');
  });

  test('is shown in help desks if it is the agents’ page, which is shown nowhere else', () => {
    const [desks, origins] = [['https://desk.example.com', 'https://*.example.net'], ['https://www.example.com']];
    const around = ['https://apps.example.net', 'https://desk.example.com'];
    expect(shown({ desks, origins, around, page: 'agents' })).toBe('the page');
    expect(shown({ desks, origins, around: origins, page: 'agents' })).toBe('a link');
    expect(shown({ desks, origins, around: [...around, ...origins], page: 'agents' })).toBe('a link');
    expect(shown({ desks, origins, around: origins, page: 'widget' })).toBe('the page');
    for (const page of ['site', 'widget'] as const) expect(shown({ desks, origins, around, page })).toBe('a link');
  });
});
