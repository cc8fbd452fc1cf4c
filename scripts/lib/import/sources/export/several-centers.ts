import type { Found } from '../records.ts';
import type { Note } from '../source.ts';

/** Says that articles of several help centers, such as those of two brands, are in the files: all come over, into one. */
export function severalCenters<T extends Found & { id: string }>(
  articles: T[],
  addressOf: (article: T) => string | null | undefined,
): Note[] {
  const hosts = Map.groupBy(
    articles.filter((article) => URL.canParse(addressOf(article) ?? '')),
    (article) => new URL(addressOf(article) ?? '').host,
  );
  if (hosts.size < 2) return [];
  const centers = [...hosts].map(([host, inside]) => {
    const files = [...new Set(inside.map(({ foundIn }) => foundIn))];
    const count = new Set(inside.map(({ id }) => id)).size;
    return `${host} (${count} article${count === 1 ? '' : 's'} in ${files.length > 2 ? `${files[0]} and ${files.length - 1} more files` : files.join(', ')})`;
  });
  return [
    {
      level: 'changed',
      kind: 'several-help-centers',
      detail: `${hosts.size} help centers are in these files: ${centers.join('; ')}. All of them were imported, as categories of one. For one alone put its files into a folder of their own and name that.`,
    },
  ];
}
