/**
 * The value that `record` itself holds under a name that somebody wrote. A plain lookup would also find what every object
 * has: an article with the id `constructor` would be related to a function.
 */
export function ownValue<Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

/** An empty record that has no name by nature, to be filled under names that somebody wrote. */
export function emptyRecord<Value>(): Record<string, Value> {
  return Object.create(null) as Record<string, Value>;
}
