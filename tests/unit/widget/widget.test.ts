import { describe, expect, it } from 'vitest';
import { inkOn, widgetOptions } from '../../../src/widget/settings.ts';

const build = {
  defaultLocale: 'en',
  accent: '#14344f',
  labels: { en: label('Help'), 'zh-cn': label('帮助'), ko: label('도움말') },
};

function label(open: string) {
  return { open, close: '', title: '', elsewhere: '' };
}

describe('the widget', () => {
  it.each([
    [undefined, 'ko-KR', 'ko'],
    [undefined, 'zh-CN', 'zh-cn'],
    [undefined, 'zh', 'zh-cn'],
    ['ko', 'en', 'ko'],
    ['fr', 'ko', 'en'],
    [undefined, '', 'en'],
  ])('with data-locale %s on a page in “%s” speaks %s', (asked, page, spoken) => {
    expect(widgetOptions({ locale: asked }, page, build).locale).toBe(spoken);
  });

  it('has the owner’s accent, and another colour only where the page names one', () => {
    expect(widgetOptions({}, 'en', build).color).toBe('#14344f');
    expect(widgetOptions({ color: 'red; background: url(//x)' }, 'en', build).color).toBe('#14344f');
    expect(widgetOptions({ color: '#0F766E' }, 'en', build).color).toBe('#0F766E');
  });

  it('writes on its button in the colour that is easier to read', () => {
    expect([inkOn('#ffe066'), inkOn('#0f6b5c')]).toEqual(['#000000', '#ffffff']);
  });
});
