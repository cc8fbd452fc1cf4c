import type { IndexedChoice } from '../../search/core/variants/variants-column.ts';
import { browserStorage, CHOSEN_VARIANTS } from '../guarded-storage.ts';

/** What a browser says of itself and of whoever uses it. */
interface Told {
  /** The system, where that can be told: `ios`. */
  system: string | undefined;
  /** Country of the language tag: `DE`; the tag's last part, whatever it is. */
  country: string | undefined;
}

/** The values of the site's choices that were chosen on this device, else those that the browser tells. */
export function chosenVariants(choices: readonly IndexedChoice[], told: Told = toldBy(navigator)): string[] {
  const kept = new URLSearchParams(browserStorage.get(CHOSEN_VARIANTS) ?? '');
  return choices.flatMap(({ name, guess, values }) => {
    const before = kept.get(name);
    // Nothing is there where everything was chosen.
    if (before === '' || values.some((value) => value.name === before)) return before || [];
    const sign = guess === 'system' ? told.system : told.country;
    return values.find((value) => sign !== undefined && value.guess.includes(sign))?.name ?? [];
  });
}

/** The signs of one system are in others' names: an iPhone says Mac, an Android says Linux. */
const SYSTEMS: readonly (readonly [string, RegExp])[] = [
  ['android', /android/i],
  ['ios', /iP(hone|ad|od)|^iOS/],
  ['windows', /windows/i],
  ['chromeos', /CrOS|^Chrom/],
  ['macos', /mac/i],
  ['linux', /linux/i],
];

type Browser = Pick<Navigator, 'userAgent' | 'maxTouchPoints' | 'language'> & {
  /** Where a browser has it, it says in a word what the agent's name says in many. */
  userAgentData?: { platform: string };
};

/** What a browser tells. */
export function toldBy(browser: Browser): Told {
  const agent = browser.userAgentData?.platform || browser.userAgent;
  const system = SYSTEMS.find(([, sign]) => sign.test(agent))?.[0];
  // An iPad asks for pages made for computers, and says that it is one.
  return {
    system: system === 'macos' && browser.maxTouchPoints > 1 ? 'ios' : system,
    country: browser.language.split('-').at(-1),
  };
}
