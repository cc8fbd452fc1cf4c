import type { Update } from '../../search/browser/engine-types.ts';
import { browserStorage, CHOSEN_VARIANTS, tabStorage } from '../guarded-storage.ts';

/** A page of results as it was left. */
interface LeftPage {
  /** Path and question of its address. */
  address: string;
  update: Update;
  /** How far it was scrolled (px). */
  top: number;
  /** For whom its answers were, as the browser keeps it; null where nothing was chosen. */
  chosen?: string | null;
}

const KEY = 'signpost:results';
/** The newest so many are kept. */
const KEPT = 4;

/** Keeps a page of results for whoever comes back to it where the browser has not kept the page itself. */
export function keepLeftPage(page: LeftPage): void {
  const others = leftPages().filter(({ address }) => address !== page.address);
  tabStorage.set(KEY, JSON.stringify([...others, { ...page, chosen: chosen() }].slice(-KEPT)));
}

/** The page as it was left, for one that was come back to, unless something else was chosen meanwhile. */
export function leftPage(address: string): LeftPage | undefined {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return navigation?.type === 'back_forward'
    ? leftPages().find((page) => page.address === address && page.chosen === chosen())
    : undefined;
}

function chosen(): string | null {
  return browserStorage.get(CHOSEN_VARIANTS);
}

function leftPages(): LeftPage[] {
  try {
    const kept: unknown = JSON.parse(tabStorage.get(KEY) ?? '[]');
    return Array.isArray(kept) ? (kept as LeftPage[]).filter(({ update }) => Array.isArray(update?.outcome?.hits)) : [];
  } catch {
    return [];
  }
}
