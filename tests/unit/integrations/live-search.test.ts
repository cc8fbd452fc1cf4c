import { expect, test } from 'vitest';
import type { HelpCenter } from '../../../src/content/types.ts';
import { LiveSearch, type SearchBuilder } from '../../../src/integrations/live-search.ts';
import type { SearchBuild } from '../../../src/search/indexer/process/build-index.ts';
import { silentProgress } from '../../../src/terminal/progress.ts';

const center = (root: string): HelpCenter => ({ root, articles: [], ownPages: [] }) as unknown as HelpCenter;
const students = { en: { spans: 1, heldOut: 1, heldOutCosine: 1 } };
const built = (name: string, learned = {}): SearchBuild => ({
  files: new Map([[name, new Uint8Array()]]),
  indexes: {},
  related: {},
  students: learned,
  unavailable: {},
});

/** A process whose builds end when the test says so. */
function builder() {
  const asked: { kind: string; resolve(built: SearchBuild): void; reject(error: Error): void }[] = [];
  const process: SearchBuilder = {
    build: (kind) => new Promise((resolve, reject) => asked.push({ kind, resolve, reject })),
    end() {},
    ended: false,
  };
  const said: string[] = [];
  const live = new LiveSearch(
    silentProgress,
    (message) => said.push(message),
    () => process,
  );
  return { live, asked, said };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));
const nameOf = (search: SearchBuild | undefined) => [...(search?.files.keys() ?? [])][0];

test('words are searched at once, and meaning when it is ready', async () => {
  const { live, asked, said } = builder();
  const updated = live.update(center('a'));
  expect(asked.map(({ kind }) => kind)).toEqual(['words', 'meaning']);
  asked[0]!.resolve(built('words'));
  await updated;
  expect(nameOf(await live.ready())).toBe('words');
  asked[1]!.resolve(built('meaning', students));
  await settled();
  expect(nameOf(live.now)).toBe('meaning');
  expect(said).toEqual(['The search understands questions now; until here it knew words alone.']);
});

test('an edit while meaning is learned is searched by words, and what was learned of older text replaces nothing', async () => {
  const { live, asked } = builder();
  void live.update(center('a'));
  asked[0]!.resolve(built('words of a'));
  await settled();
  const updated = live.update(center('b'));
  asked[2]!.resolve(built('words of b'));
  await updated;
  asked[1]!.resolve(built('meaning of a', students));
  await settled();
  expect(nameOf(live.now)).toBe('words of b');
  asked[3]!.resolve(built('meaning of b', students));
  await settled();
  expect(nameOf(live.now)).toBe('meaning of b');
  expect(asked.map(({ kind }) => kind)).toEqual(['words', 'meaning', 'words', 'meaning']);
});

test('once there is meaning an edit is not searched by words alone, and a failure leaves what was there', async () => {
  const { live, asked, said } = builder();
  void live.update(center('a'));
  asked[0]!.resolve(built('words'));
  asked[1]!.resolve(built('meaning of a', students));
  await settled();
  const updated = live.update(center('b'));
  asked[2]!.reject(new Error('no memory'));
  await updated;
  expect(asked[2]!.kind).toBe('meaning');
  expect(nameOf(live.now)).toBe('meaning of a');
  expect(said.at(-1)).toBe('The search is not built anew: no memory');
});

test('who asks before there is any search hears why there is none', async () => {
  const { live, asked } = builder();
  void live.update(center('a'));
  const ready = live.ready();
  for (const { reject } of asked) reject(new Error('no model'));
  await expect(ready).rejects.toThrow('no model');
});
