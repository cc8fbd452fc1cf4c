import { tabStorage } from '../guarded-storage.ts';

const KEY = 'signpost:announced-notices';
const KEPT = 50;
/** Screen readers hear of a change only in a place that they know for a while (ms). */
const SETTLE = 500;
/** Afterwards nobody shall come upon the same words twice (ms). */
const SAID = 10_000;

let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Has screen readers say the notices that were not said in this tab yet: critical ones at once, others when there is a
 * pause. What stands in a page when it is opened they don't announce, and on each further page it would be a nuisance.
 */
export function announceNotices(shown: readonly HTMLElement[]): void {
  clearTimeout(timer);
  const places = { alert: place('alert'), status: place('status') };
  timer = setTimeout(() => {
    const known = tabStorage.get(KEY)?.split(' ') ?? [];
    const fresh = shown.filter(({ hidden, dataset }) => !hidden && !known.includes(dataset.notice ?? ''));
    if (fresh.length === 0) return;
    tabStorage.set(KEY, [...known, ...fresh.map(({ dataset }) => dataset.notice)].slice(-KEPT).join(' '));
    for (const notice of fresh) {
      const said = document.createElement('p');
      said.lang = notice.querySelector('p')?.lang ?? '';
      said.textContent = notice.querySelector('p')?.textContent.replace(/\s+/g, ' ').trim() ?? '';
      places[notice.matches('.notices-critical') ? 'alert' : 'status'].append(said);
      setTimeout(() => said.remove(), SAID);
    }
  }, SETTLE);
}

/** The part of the page, which nobody sees, whose changes screen readers say. */
function place(role: 'alert' | 'status'): HTMLElement {
  const known = document.querySelector<HTMLElement>(`body > [data-said-notices][role="${role}"]`);
  if (known) return known;
  const made = document.createElement('div');
  made.className = 'visually-hidden';
  made.role = role;
  made.dataset.saidNotices = '';
  document.body.append(made);
  return made;
}
