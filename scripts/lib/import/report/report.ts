import { stringFileOf } from '../../../../src/i18n/languages.ts';
import { isVideo } from '../../../../src/markdown/videos.ts';
import type { Conversion } from '../convert/conversion.ts';
import type { Action, PlannedAction } from '../plan/plan.ts';
import type { Note, Skipped, SourceSite } from '../sources/source.ts';
import type { TextCoverage } from './text-coverage.ts';

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
  /** Films that pages show, and of how many the file came along. */
  videos: { shown: number; copied: number };
  /** With --verify: how many words of the visible text are still there. */
  words?: TextCoverage;
}

interface CategoryRow {
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

/** What of the options shows in the report. */
interface ReportOptions {
  check?: boolean;
  url?: string;
  name?: string;
  contact?: string;
}

/** Sums up what was read, converted and planned. */
export function makeReport(
  site: SourceSite,
  conversions: Conversion[],
  actions: PlannedAction[],
  options: ReportOptions,
  images: ImportReport['images'],
): ImportReport {
  const lost = new Map<string, number>();
  const changes: ImportReport['changes'] = [];
  const paths = new Map(actions.map(({ file }) => [file.key, file.path]));
  site.articles.forEach((article, index) => {
    const key = `article:${article.locale}/${article.id}`;
    const notes = [...article.notes, ...(conversions[index]?.notes ?? [])].filter((note) => note.level !== 'info');
    if (notes.length > 0) changes.push({ origin: article.origin, path: paths.get(key) ?? '', notes });
    lost.set(key, notes.filter((note) => note.level === 'lost').length);
  });
  return {
    version: 1,
    source: {
      kind: site.kind,
      locales: site.locales,
      articles: site.articles.length,
      drafts: site.articles.filter((article) => article.draft).length,
    },
    check: options.check ?? false,
    totals: totalsOf(actions),
    categories: categoryRows(actions, lost),
    files: actions.flatMap(({ action, file }) =>
      action === 'unchanged' ? [] : [{ path: file.path, action, origin: file.origin }],
    ),
    skipped: site.skipped,
    changes,
    notes: [...site.notes, ...silentLocales(site), ...standIns(actions, options)],
    images,
    videos: {
      shown: conversions.reduce((sum, { notes }) => sum + notes.filter(({ kind }) => kind === 'video-kept').length, 0),
      copied: new Set(conversions.flatMap(({ videos }) => videos.map(({ name }) => name).filter(isVideo))).size,
    },
  };
}

/** Languages that the interface does not speak yet. */
function silentLocales(site: SourceSite): ImportReport['notes'] {
  const silent = site.locales.filter((locale) => !stringFileOf(locale));
  if (silent.length === 0) return [];
  return [
    {
      level: 'info',
      kind: 'interface-language',
      detail: `The interface has no texts in ${silent.join(', ')} yet: ${silent.map((locale) => `npm run strings -- ${locale}`).join(', ')} writes them to be translated.`,
    },
  ];
}

/** The values of a new site.yaml that the owner still has to set. */
function standIns(actions: PlannedAction[], options: ReportOptions): ImportReport['notes'] {
  if (!actions.some(({ action, file }) => action === 'create' && file.key === 'site')) return [];
  const open = [
    !options.url && 'url (--url)',
    !options.name && 'name (--name)',
    !options.contact && 'contact channels (--contact)',
  ].filter(Boolean);
  return open.length > 0
    ? [
        {
          level: 'info',
          kind: 'stand-ins',
          detail: `site.yaml has stand-ins for ${open.join(', ')}: set them before publishing.`,
        },
      ]
    : [];
}

/** Counts the actions by category; site.yaml counts in the totals only. */
function categoryRows(actions: PlannedAction[], lost: Map<string, number>): CategoryRow[] {
  const rows = new Map<string, CategoryRow>();
  for (const { action, file } of actions) {
    if (!file.key.startsWith('article:') || !file.category) continue;
    const locale = file.path.split('/')[1] ?? '';
    const key = `${locale}/${file.category}`;
    const row = rows.get(key) ?? {
      locale,
      category: file.category,
      create: 0,
      update: 0,
      unchanged: 0,
      kept: 0,
      lost: 0,
    };
    rows.set(key, row);
    if (action === 'create' || action === 'update' || action === 'unchanged') row[action]++;
    else row.kept++;
    row.lost += lost.get(file.key) ?? 0;
  }
  return [...rows.values()];
}

/** How often each action is planned. */
function totalsOf(actions: PlannedAction[]): Record<Action, number> {
  const totals: Record<Action, number> = {
    create: 0,
    update: 0,
    unchanged: 0,
    'keep-edit': 0,
    conflict: 0,
    'deleted-here': 0,
    gone: 0,
    withdraw: 0,
  };
  for (const { action } of actions) totals[action]++;
  return totals;
}
