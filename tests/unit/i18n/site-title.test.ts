import { expect, it } from 'vitest';
import { namesHelp, siteTitle } from '../../../src/i18n/site-title.ts';

it('a name becomes the title of a help center', () => {
  expect(siteTitle('Larkride', 'en')).toBe('Larkride Help');
  expect(siteTitle('Larkride', 'ko')).toBe('Larkride 도움말');
  expect(siteTitle('Larkride', 'zh-cn')).toBe('Larkride 帮助中心');
});

it('a name that says help by itself is the title, in whichever language it says so', () => {
  for (const name of ['Help center', 'Arduino Help Center', 'HELP!', '도움말 센터', '云雀帮助中心'])
    for (const locale of ['en', 'ko', 'zh-cn']) expect(siteTitle(name, locale)).toBe(name);
});

it('a name that only has the letters of help within a word does not say it', () => {
  expect(namesHelp('Helpwell')).toBe(false);
  expect(namesHelp('Whelp & Co')).toBe(false);
});

it('the owner’s word for help is one of them, whatever signs it has', () => {
  const own = { cy: { 'nav.breadcrumbsHome': 'Cymorth (24/7) [a-z' } };
  expect(siteTitle('Cymorth (24/7) [a-z', 'cy', own)).toBe('Cymorth (24/7) [a-z');
  expect(siteTitle('Cymorth', 'cy', own)).toBe('Cymorth Help');
});
