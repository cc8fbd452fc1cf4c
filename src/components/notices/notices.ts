import { browserStorage } from '../guarded-storage.ts';
import { announceNotices } from './announce.ts';

/** As notices-boot.js reads it. */
const CLOSED = 'signpost:closed-notices';
const KEPT = 50;
/** Where storage is forbidden, a notice stays closed until the page is left. */
const closedHere = new Set<string>();
/** Ids of notices that what came after the build says anew, or takes back. */
let renewed: readonly string[] = [];

/** Shows the notices that hold now, were not closed and are about what the page is about; says the new ones aloud. */
function refresh(): void {
  const closed = closedNotices();
  const found = foundCategories();
  const shown = notices().filter((notice) => {
    notice.hidden = !holds(notice) || closed.includes(keyOf(notice)) || !concerns(notice, found);
    return !notice.hidden;
  });
  for (const place of document.querySelectorAll<HTMLElement>('[data-notices]'))
    place.hidden = !shown.some((notice) => place.contains(notice));
  announceNotices(shown);
}

function notices(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-notices] > [data-notice]')];
}

function keyOf({ dataset }: HTMLElement): string {
  return dataset.notice ?? '';
}

function holds(notice: HTMLElement): boolean {
  const { from = 0, until = Number.POSITIVE_INFINITY } = notice.dataset;
  const isLate = notice.closest('.notices-late') !== null;
  const isRenewed = !isLate && renewed.some((id) => keyOf(notice).startsWith(`${id}:`));
  return Number(from) <= Date.now() && Date.now() < Number(until) && !isRenewed;
}

/** Pages hold what concerns them; what came later, or waits for results, is compared here. */
function concerns(notice: HTMLElement, found: Set<string>): boolean {
  const about = notice.closest<HTMLElement>('[data-notices]')?.dataset.about;
  const categories = notice.dataset.categories?.split(' ') ?? [];
  if (about === undefined || about === '*' || categories.length === 0) return true;
  return categories.some((name) => name === about || found.has(name));
}

/** The categories of the articles on a page of results. */
function foundCategories(): Set<string> {
  // Without src/site/urls.ts, which comes with the whole search.
  const below = import.meta.env.BASE_URL.length;
  const links = document.querySelectorAll<HTMLAnchorElement>('[data-search-page] [data-article] a');
  return new Set([...links].flatMap(({ pathname }) => pathname.slice(below).split('/').slice(1, 2)));
}

/** Keys of the notices that were closed on this device. */
function closedNotices(): string[] {
  return [...(browserStorage.get(CLOSED)?.split(' ') ?? []), ...closedHere];
}

function rememberClosed(key: string): void {
  closedHere.add(key);
  const kept = browserStorage.get(CLOSED)?.split(' ') ?? [];
  browserStorage.set(CLOSED, [...kept, key].slice(-KEPT).join(' '));
}

/** Closes a notice for good, and leads the focus to the next one, or to the page. */
function close(notice: HTMLElement): void {
  const open = notices().filter(({ hidden }) => !hidden);
  const at = open.indexOf(notice);
  const next = open[at + 1] ?? open[at - 1];
  rememberClosed(keyOf(notice));
  refresh();
  const target = next?.querySelector('button') ?? document.querySelector<HTMLElement>('main');
  target?.focus({ preventScroll: true });
}

document.addEventListener('click', ({ target }) => {
  const notice = (target as Element).closest('[data-notice] button')?.closest<HTMLElement>('[data-notice]');
  if (notice) close(notice);
});
const results = document.querySelector('[data-search-page]');
if (results) new MutationObserver(refresh).observe(results, { childList: true, subtree: true });
document.addEventListener('visibilitychange', refresh);
refresh();

const model = document.querySelector<HTMLTemplateElement>('template[data-live]');
if (model)
  void import('./follow-live-notices.ts').then(({ followLiveNotices }) =>
    followLiveNotices(model, (ids) => {
      renewed = ids;
      refresh();
    }),
  );
