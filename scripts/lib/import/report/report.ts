import type { KeptWords } from './text-coverage.ts';
import type { Action, PlannedAction } from '../plan/plan.ts';
import type { Note, Skipped, SourceSite } from '../sources/source.ts';

/** What an import did or, with --check, would do. Its JSON form is stable. */
export interface ImportReport {
  version: 1;
  source: { kind: SourceSite['kind']; locales: string[]; articles: number; drafts: number };
  /** True when nothing was written. */
  check: boolean;
  totals: Record<Action, number>;
  categories: CategoryRow[];
  files: { path: string; action: Exclude<Action, 'unchanged'>; origin: string }[];
  skipped: Skipped[];
  /** What conversion had to change, by article; notes that are merely informative are left out. */
  changes: { origin: string; path: string; notes: Note[] }[];
  /** What concerns the import as a whole. */
  notes: Note[];
  images: { copied: number; files: number; downloaded: number };
  /** With --verify: how many words of the visible text are still there. */
  words?: KeptWords;
}

export interface CategoryRow {
  locale: string;
  category: string;
  create: number;
  update: number;
  unchanged: number;
  /** Edited or deleted here, in conflict, or gone from the source: left alone. */
  kept: number;
  /** Notes of the level `lost`. */
  lost: number;
}

/** Counts the actions by category; site.yaml counts in the totals only. */
export function categoryRows(actions: PlannedAction[], lost: Map<string, number>): CategoryRow[] {
  const rows = new Map<string, CategoryRow>();
  for (const { action, file } of actions) {
    if (!file.key.startsWith('article:') || !file.category) continue;
    const locale = file.path.split('/')[1] ?? '';
    const key = `${locale}/${file.category}`;
    const row = rows.get(key) ?? { locale, category: file.category, create: 0, update: 0, unchanged: 0, kept: 0, lost: 0 };
    rows.set(key, row);
    if (action === 'create' || action === 'update' || action === 'unchanged') row[action]++;
    else row.kept++;
    row.lost += lost.get(file.key) ?? 0;
  }
  return [...rows.values()];
}

/** How often each action is planned. */
export function totalsOf(actions: PlannedAction[]): Record<Action, number> {
  const totals: Record<Action, number> = { create: 0, update: 0, unchanged: 0, 'keep-edit': 0, conflict: 0, 'deleted-here': 0, gone: 0, withdraw: 0 };
  for (const { action } of actions) totals[action]++;
  return totals;
}
