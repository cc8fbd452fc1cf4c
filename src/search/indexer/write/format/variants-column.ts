import type { VariantsColumn } from '../../../core/variants/variants-column.ts';
import { ByteWriter } from './byte-writer.ts';

/** Writes what `readVariants` reads. @throws RangeError for a value that no choice has, and for runs that overlap. */
export function writeVariants({ choices, runs }: VariantsColumn): Uint8Array {
  const writer = new ByteWriter();
  const list = <Item>(items: readonly Item[], write: (item: Item) => unknown): void => {
    writer.varint(items.length);
    items.forEach(write);
  };
  list(choices, ({ name, label, values }) => {
    writer.string(name).string(label);
    list(values, (value) => writer.string(value.name).string(value.label).string(value.signs));
  });
  const names = choices.flatMap(({ values }) => values.map(({ name }) => name));
  const keys = [...new Set(runs.map(({ values }) => values.join()))];
  list(keys, (key) => list(key === '' ? [] : key.split(','), (name) => writer.varint(numberOf(name, names))));
  let end = 0;
  list(runs, ({ first, sections, values }) => {
    writer
      .varint(first - end)
      .varint(sections)
      .varint(keys.indexOf(values.join()));
    end = first + sections;
  });
  return writer.finish();
}

function numberOf(name: string, names: readonly string[]): number {
  const number = names.indexOf(name);
  if (number === -1) throw new RangeError(`No choice has the value ${name}.`);
  return number;
}
