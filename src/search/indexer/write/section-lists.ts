/**
 * The sections that have a term, ascending, each with its impact, while an index is made. Both in one small number: a site has
 * millions of them, and a map takes five times as much memory.
 */
export type SectionList = readonly number[];

/** Impacts are 0 to 255. */
const IMPACTS = 256;

/** What stands in a list for a section in which a term has an impact. */
export function entryOf(section: number, impact: number): number {
  return section * IMPACTS + impact;
}

export function sectionIn(entry: number): number {
  return Math.floor(entry / IMPACTS);
}

export function impactIn(entry: number): number {
  return entry % IMPACTS;
}

/** Of a list, what stands there for some sections, ascending. */
export function entriesOf(list: SectionList, sections: Iterable<number>): number[] {
  const found: number[] = [];
  let place = 0;
  for (const section of sections) {
    while (place < list.length && sectionIn(list[place]!) < section) place++;
    if (place < list.length && sectionIn(list[place]!) === section) found.push(list[place]!);
  }
  return found;
}

/** A list in which others' sections count, too, by a share of their impact, where they don't count more already. */
export function withShare(list: SectionList, others: SectionList, share: number): number[] {
  const joined: number[] = [];
  let next = 0;
  for (const other of others) {
    const section = sectionIn(other);
    while (next < list.length && sectionIn(list[next]!) < section) joined.push(list[next++]!);
    const isThere = next < list.length && sectionIn(list[next]!) === section;
    const own = isThere ? impactIn(list[next++]!) : 1;
    joined.push(entryOf(section, Math.max(own, Math.round(impactIn(other) * share))));
  }
  while (next < list.length) joined.push(list[next++]!);
  return joined;
}
