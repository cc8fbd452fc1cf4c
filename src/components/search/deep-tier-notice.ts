import type { DeepStatus } from '../../search/browser/deep/deep-tier.ts';
import type { SearchTranslate } from './config.ts';
import { element } from './elements.ts';
import type { DeepTierNotice } from './start-deep-tier.ts';

/** The line below the results that offers the deep tier and tells how its download goes. */
export function deepTierNotice(place: HTMLElement, locale: string, t: SearchTranslate): DeepTierNotice {
  let accepted = false;
  return {
    offer: (bytes, accept) => {
      const button = element('button', 'button button-quiet button-small', t('deepAction'));
      button.type = 'button';
      button.addEventListener('click', () => {
        accepted = true;
        accept();
      });
      place.replaceChildren(element('span', '', t('deepOffer', { size: megabytes(bytes, locale) })), ' ', button);
      place.hidden = false;
    },
    showStatus: (status) => {
      // Loaded unasked, it changes nothing of what is being read, and is not mentioned.
      if (!accepted) return;
      place.textContent = message(status, t);
      place.hidden = status.state === 'waiting';
    },
  };
}

function message({ state, loaded, total }: DeepStatus, t: SearchTranslate): string {
  if (state === 'loading') return t('deepLoading', { percent: Math.floor((100 * loaded) / total) });
  return state === 'ready' ? t('deepReady') : state === 'failed' ? t('deepFailed') : '';
}

function megabytes(bytes: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 0 }).format(
    bytes / 1e6,
  );
}
