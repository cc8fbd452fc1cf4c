import type { SourceSite } from '../sources/source.ts';
import type { PlannedAction } from './plan.ts';
import { fingerprint, type ImportState, stateFolder } from './state.ts';

/** Of two imports that have fewer articles in common, one is of another help center. */
const LEAST_SHARED = 0.5;

/**
 * Which of the imports into a content folder this one repeats; a new name when it is none of them. Folders and exports
 * move, and sites change their names, so that the ids of articles tell: two help centers may have some alike, such as
 * that of the first page, but not most. '' stands for imports that did not say.
 */
export function importSource({ kind, articles }: SourceSite, { files }: ImportState): string {
  const keys = new Set(articles.map(({ locale, id }) => `article:${locale}/${id}`));
  const written = Map.groupBy(
    Object.entries(files).filter(([key]) => key.startsWith('article:')),
    ([, { source = '' }]) => source,
  );
  const shares = [...written]
    .filter(([source]) => mayBeOf(kind, source))
    .map(([source, entries]) => {
      const shared = entries.filter(([key]) => keys.has(key)).length;
      return { source, share: shared / Math.min(keys.size, entries.length) };
    })
    .filter(({ share }) => share >= LEAST_SHARED)
    .toSorted((one, other) => other.share - one.share);
  return shares[0]?.source ?? `${kind}-${fingerprint([...keys].sort().join('\n')).slice(0, 8)}`;
}

/** Whether files that an import wrote can be those of a help center of a kind. */
export function mayBeOf(kind: SourceSite['kind'], source = ''): boolean {
  return source === '' || source.startsWith(`${kind}-`);
}

/** Says when another import wrote articles with ids of this one. */
export function nameOthers(site: SourceSite, actions: PlannedAction[], { files }: ImportState, source: string): void {
  const others = actions.filter(
    ({ action, file: { key } }) =>
      ['conflict', 'keep-edit'].includes(action) &&
      key in files &&
      (files[key]?.source ?? '') !== source &&
      key.startsWith('article:'),
  );
  if (others.length === 0) return;
  site.notes.push({
    level: 'lost',
    kind: 'ids-of-another-import',
    detail: `${others.length === 1 ? '1 article has the id of one' : `${others.length} articles have the ids of some`} that another import wrote here (${others
      .slice(0, 5)
      .map(({ file }) => file.path)
      .join(
        ', ',
      )}${others.length > 5 ? ' and more' : ''}). Nothing there was overwritten, and the new texts lie in ${stateFolder}/incoming: give them other ids, or import into a folder of its own.`,
  });
}
