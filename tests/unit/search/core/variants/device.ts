import type { IndexedChoice } from '../../../../../src/search/core/variants/variants-column.ts';
import { signsOf } from '../../../../../src/site/variant-signs.ts';

/** The choices of a site for tests. */
export const device: IndexedChoice = {
  name: 'device',
  label: 'Your device',
  values: [
    { name: 'ios', label: 'iPhone and iPad', signs: signsOf('system', 'ios') },
    { name: 'android', label: 'Android', signs: signsOf('system', 'android') },
  ],
};

export const plan: IndexedChoice = {
  name: 'plan',
  label: 'Your plan',
  values: [
    { name: 'free', label: 'Free plan', signs: '' },
    { name: 'pro', label: 'Pro plan', signs: '' },
    { name: 'pro-plus', label: 'Pro Plus plan', signs: '' },
  ],
};
