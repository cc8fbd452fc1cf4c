import { expect, test } from 'vitest';
import { aliasesOf } from '../../../../scripts/lib/import/plan/article-file.ts';
import { placeOf } from '../../../../src/site/urls.ts';

test('Old addresses are written plainly, once each, but for what would end them or be taken for encoded', () => {
  const { aliases = [] } = aliasesOf([
    'https://help.example.com/hc/caf%C3%A9?page=2#top',
    '/hc/café',
    '/docs/My%20page',
    '/docs/My page',
    'why%3F',
    '/100%',
    '/a%2520b',
    '/',
    '/a/../b',
  ]);
  expect(aliases).toEqual(['/hc/café', '/docs/My%20page', '/why%3F', '/100%', '/a%2520b']);
  expect(aliases.map(placeOf)).toEqual(['/hc/café', '/docs/My page', '/why?', '/100%', '/a%20b']);
});
