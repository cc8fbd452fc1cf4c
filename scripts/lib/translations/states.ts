import type { TranslationState } from '../../../src/content/translations.ts';

export type ColorName = 'green' | 'yellow' | 'dim' | 'red';

/** The states in the order of reports, with their colour on a terminal. */
export const STATES: readonly { state: TranslationState; color: ColorName }[] = [
  { state: 'complete', color: 'green' },
  { state: 'outdated', color: 'yellow' },
  { state: 'untracked', color: 'dim' },
  { state: 'missing', color: 'red' },
];
