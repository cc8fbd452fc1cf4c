import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import type { Article, HelpCenter } from '../../../src/content/types.ts';
import { serveOldAddresses } from '../../../src/integrations/old-address-server.ts';

const center = (aliases: string[]): HelpCenter =>
  ({
    site: { base: '/help/', defaultLocale: 'en', locales: [{ code: 'en' }, { code: 'ko' }] },
    articles: [
      { id: 'refund', locale: 'en', category: 'billing', slug: '환불', title: 'Refund', aliases } as unknown as Article,
    ],
    ...{ categories: [], broken: [], ownPages: [], brokenOwnPages: [], files: [] },
    permalinks: { articles: {}, moved: {} },
  }) as unknown as HelpCenter;

test('While writing an old address leads on with its query, in each language, and after an edit as it is then', () => {
  let now = center(['/hc/7-질문', '/en/old', '/en/billing/환불/']);
  const serve = serveOldAddresses(() => now);
  function leadsTo(url: string): string {
    let location = 'on to the next';
    const response = {
      writeHead: (_: number, headers: { Location: string }) => ({ end: () => (location = headers.Location) }),
    };
    serve({ url } as IncomingMessage, response as unknown as ServerResponse, () => {});
    return location;
  }
  const page = `billing/${encodeURIComponent('환불')}/`;
  expect(leadsTo(`/help/hc/${encodeURIComponent('7-질문')}/?for=ios`)).toBe(`/help/en/${page}?for=ios`);
  expect(leadsTo('/help/en/old')).toBe(`/help/en/${page}`);
  expect(leadsTo('/help/ko/old/')).toBe(`/help/ko/${page}`);
  for (const other of [`/help/en/${page}`, '/help/xx/old', '/help/', '//', '/help/%'])
    expect(leadsTo(other)).toBe('on to the next');
  now = center(['/new']);
  expect([leadsTo('/help/en/old'), leadsTo('/help/new')]).toEqual(['on to the next', `/help/en/${page}`]);
});
