import type { IndexedChoice } from '../../../../../src/search/core/variants/variants-column.ts';

/** The choices of a site for tests. */
export const device: IndexedChoice = {
  name: 'device',
  label: 'Your device',
  guess: 'system',
  values: [
    { name: 'ios', label: 'iPhone and iPad', guess: ['ios'] },
    { name: 'android', label: 'Android', guess: ['android'] },
  ],
};

export const plan: IndexedChoice = {
  name: 'plan',
  label: 'Your plan',
  guess: '',
  values: [
    { name: 'free', label: 'Free plan', guess: [] },
    { name: 'pro', label: 'Pro plan', guess: [] },
    { name: 'pro-plus', label: 'Pro Plus plan', guess: [] },
  ],
};
