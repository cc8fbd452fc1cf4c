/**
 * Finds the shard of a key when shards hold ranges of sorted keys. `firstKeys[i]` is a string not above the first key
 * of shard i and above every key of shard i − 1; the first one is ''. Sorted by UTF-16 code units, as JavaScript's `<`.
 */
export function shardOf(firstKeys: readonly string[], key: string): number {
  let low = 0;
  let high = firstKeys.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (firstKeys[middle]! <= key) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The shards that may hold keys beginning with `prefix`, first and last. */
export function shardsOfPrefix(firstKeys: readonly string[], prefix: string): [number, number] {
  return [shardOf(firstKeys, prefix), shardOf(firstKeys, `${prefix}\uffff`)];
}
