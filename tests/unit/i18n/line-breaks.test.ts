import { describe, expect, it } from 'vitest';
import { lineParts } from '../../../src/i18n/line-breaks.ts';

describe('the parts of a title', () => {
  it('are Chinese words of two characters or more, with the single ones about them', () => {
    expect(lineParts('忘记密码了怎么办？')).toEqual(['忘记', '密码了怎么办？']);
    expect(lineParts('收不到登录验证码，或验证码无效')).toEqual(['收不到', '登录', '验证码，或验证码无效']);
    expect(lineParts('Larkride订阅')).toEqual(['Larkride', '订阅']);
    expect(lineParts('付款被拒（代码 51）')).toEqual(['付款被拒（代码 51）']);
  });

  it('are one in languages with spaces, in Japanese and in Korean', () => {
    for (const title of ['How long does a refund take?', '返金までの日数', '환불은 얼마나 걸리나요?', ''])
      expect(lineParts(title)).toEqual([title]);
  });

  it('are the title when put together', () => {
    const title = '您购买的商品在运输过程中损坏了，怎么申请退款？（E-1042）';
    expect(lineParts(title).length).toBeGreaterThan(3);
    expect(lineParts(title).join('')).toBe(title);
  });
});
