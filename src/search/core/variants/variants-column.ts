import { ByteReader } from '../format/byte-reader.ts';

/** One of the site's choices, such as that of a device, as far as a search needs it. */
export interface IndexedChoice {
  name: string;
  /** In the index's language. */
  label: string;
  /** In the site's order; their names are unique over all choices. */
  values: IndexedValue[];
}

interface IndexedValue {
  name: string;
  /** In the index's language. */
  label: string;
  /** A pattern of what the browsers of those tell whom it is for, see src/site/variant-signs.ts; '' where nothing tells. */
  signs: string;
}

/** For whom consecutive sections are. */
export interface VariantRun {
  first: number;
  sections: number;
  /** Names of values; those of one choice are alternatives. */
  values: string[];
}

/** What an index says of the variants of its sections; sections outside the runs are for everybody. */
export interface VariantsColumn {
  choices: IndexedChoice[];
  /** Ascending, not overlapping. */
  runs: VariantRun[];
}

/**
 * Reads the end of `core.bin`, which only an index with variants has.
 * @param sections How many sections the index has.
 * @throws IndexError
 */
export function readVariants(bytes: Uint8Array, name: string, sections: number): VariantsColumn {
  const reader = new ByteReader(bytes, name);
  const list = <Item>(item: () => Item): Item[] => Array.from({ length: reader.count() }, item);
  const numberBelow = (bound: number, what: string): number => {
    const value = reader.varint();
    if (value >= bound) throw reader.fault(`${what} ${value}`, `a number below ${bound}`);
    return value;
  };
  const choices = list((): IndexedChoice => {
    const [choice, label] = [reader.string(), reader.string()];
    const values = list(() => ({ name: reader.string(), label: reader.string(), signs: reader.string() }));
    return { name: choice, label, values };
  });
  const names = choices.flatMap(({ values }) => values.map((value) => value.name));
  const sets = list(() => list(() => names[numberBelow(names.length, 'value')]!));
  let end = 0;
  const runs = list((): VariantRun => {
    const first = end + reader.varint();
    const length = reader.varint();
    end = first + length;
    if (end > sections) throw reader.fault(`a section ${end - 1}`, `a number below ${sections}`);
    return { first, sections: length, values: sets[numberBelow(sets.length, 'set of values')]! };
  });
  reader.end();
  return { choices, runs };
}
