import { expect, it } from 'vitest';
import { rangeNames } from '../../../src/i18n/range-names.ts';

it('the parts of a list are named by as much of their ends as tells them from their neighbours', () => {
  expect(
    rangeNames(
      [
        ['cable', 'cancel a ride'],
        ['cancel a trip', 'charge'],
        ['check', 'custom'],
      ],
      'en',
    ),
  ).toEqual(['Cab – Cancel a r', 'Cancel a t – Cha', 'Che – Cu']);
});

it('one sign is enough in Korean and Chinese', () => {
  expect(
    rangeNames(
      [
        ['가입', '결제'],
        ['고장', '기기'],
      ],
      'ko',
    ),
  ).toEqual(['가 – 결', '고 – 기']);
  expect(
    rangeNames(
      [
        ['安装', '保存'],
        ['备份', '编辑'],
      ],
      'zh-cn',
    ),
  ).toEqual(['安 – 保', '备 – 编']);
});

it('a list that is not divided has no name, and titles that are alike have one of bounded length', () => {
  expect(rangeNames([['cable']], 'en')).toEqual(['']);
  const alike = 'Reset the whole machine at once';
  expect(rangeNames([[alike], [alike, 'zoom']], 'en')).toEqual(['Re – Reset the whole', 'Reset the whole – Zo']);
});
