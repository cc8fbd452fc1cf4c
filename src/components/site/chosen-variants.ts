import type { IndexedChoice } from '../../search/core/variants/variants-column.ts';
import { toldBy } from '../../site/variant-signs.ts';
import { browserStorage, CHOSEN_VARIANTS } from '../guarded-storage.ts';

/**
 * The values of the site's choices that were chosen on this device, else those that the browser tells.
 * @param told What the browser tells, as `toldBy` puts it together.
 */
export function chosenVariants(choices: readonly IndexedChoice[], told = toldBy(navigator)): string[] {
  const kept = new URLSearchParams(browserStorage.get(CHOSEN_VARIANTS) ?? '');
  return choices.flatMap(({ name, values }) => {
    const before = kept.get(name);
    // Nothing is there where everything was chosen.
    if (before === '' || values.some((value) => value.name === before)) return before || [];
    return values.find(({ signs }) => signs !== '' && new RegExp(signs, 'i').test(told))?.name ?? [];
  });
}
