import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Ranked, SearchEngine, Update } from '../../../../src/search/browser/engine-types.ts';
import { Unreachable } from '../../../../src/search/browser/fetch-index-file.ts';
import { SearchSession } from '../../../../src/search/browser/session.ts';
import { IndexError } from '../../../../src/search/core/format/index-error.ts';
import type { Hit, Outcome, Tier, Verdict } from '../../../../src/search/core/types.ts';

const outcome = (query: string, tier: Tier, verdict: Verdict): Outcome => ({
  query,
  tier,
  verdict,
  locale: 'en',
  hits: [],
});
/** Rankings whose texts were fetched. */
let fetched: string[];
const ranked = (query: string, tier: Tier, verdict: Verdict = 'related'): Ranked => ({
  verdict: async () => verdict,
  outcome: async () => {
    fetched.push(`${tier} ${query}`);
    return outcome(query, tier, verdict);
  },
});

/** An engine whose answers come when the test says so. */
function slowEngine() {
  const waiting = new Map<string, (error?: Error) => void>();
  const answer = (query: string, tier: Tier) =>
    new Promise<Ranked>((resolve, reject) => {
      waiting.set(`${tier} ${query}`, (error) => (error ? reject(error) : resolve(ranked(query, tier))));
    });
  const engine: SearchEngine = {
    preview: async () => undefined,
    prefetch: async () => {},
    lexical: ({ text }) => answer(text, 'lexical'),
    instant: ({ text }) => answer(text, 'instant'),
    deep: ({ text }) => answer(text, 'deep'),
  };
  const release = async (name: string, error?: Error) => {
    await vi.waitFor(() => expect(waiting.has(name)).toBe(true));
    waiting.get(name)?.(error);
    await vi.advanceTimersByTimeAsync(100);
  };
  return { engine, release };
}

const quickEngine = (verdict: Verdict = 'related'): SearchEngine => ({
  preview: async () => undefined,
  prefetch: async () => {},
  lexical: async ({ text }) => ranked(text, 'lexical', verdict),
  instant: async ({ text }) => ranked(text, 'instant', verdict),
  deep: async ({ text }) => ranked(text, 'deep', verdict),
});

const told = (updates: Update[]) =>
  updates.map(({ query, state, outcome: found }) => `${query} ${state} ${found?.tier ?? '-'}`);
let updates: Update[];
const session = (open: (renew: boolean) => Promise<SearchEngine>) =>
  new SearchSession({ open, show: (update) => updates.push(update) });
const encoder = { embed: async () => new Float32Array(1) };
const slowEncoder = {
  embed: () => new Promise<Float32Array>((resolve) => setTimeout(resolve, 60, new Float32Array(1))),
};

beforeEach(() => {
  vi.useFakeTimers();
  updates = [];
  fetched = [];
});
afterEach(() => void vi.useRealTimers());

test('keyword results are shown first and improved when semantic ones arrive', async () => {
  const { engine, release } = slowEngine();
  const search = session(async () => engine);
  search.search({ text: 'a' });
  await release('lexical a');
  await release('instant a');
  expect(told(updates)).toEqual(['a searching -', 'a searching lexical', 'a settled instant']);
});

test('keyword results are not shown at all when semantic ones are there as soon', async () => {
  session(async () => quickEngine()).search({ text: 'a' });
  await vi.advanceTimersByTimeAsync(100);
  expect(told(updates)).toEqual(['a searching -', 'a settled instant']);
});

test('keyword results whose texts were slow are not shown before better ones that are complete', async () => {
  const engine: SearchEngine = {
    ...quickEngine(),
    lexical: async ({ text }) => ({
      verdict: async () => 'related',
      outcome: () => new Promise((resolve) => setTimeout(resolve, 100, outcome(text, 'lexical', 'related'))),
    }),
    instant: ({ text }) => new Promise((resolve) => setTimeout(resolve, 80, ranked(text, 'instant'))),
  };
  session(async () => engine).search({ text: 'a' });
  await vi.advanceTimersByTimeAsync(200);
  expect(told(updates)).toEqual(['a searching -', 'a settled instant']);
});

test('idle resolves only when the newest question is answered', async () => {
  const { engine, release } = slowEngine();
  const search = session(async () => engine);
  let rested = 0;
  await search.atRest();
  search.search({ text: 'old' });
  void search.atRest().then(() => rested++);
  await vi.advanceTimersByTimeAsync(0);
  search.search({ text: 'new' });
  await release('instant old');
  expect(rested).toBe(0);
  await release('instant new');
  expect(rested).toBe(1);
});

test('an older query never replaces a newer one, whenever it comes back', async () => {
  const { engine, release } = slowEngine();
  const search = session(async () => engine);
  search.search({ text: 'old' });
  await release('lexical old');
  search.search({ text: 'new' });
  await release('instant old');
  await release('lexical new');
  await release('instant new');
  expect(told(updates)).toEqual([
    'old searching -',
    'old searching lexical',
    'new searching -',
    'new searching lexical',
    'new settled instant',
  ]);
});

test('keywords alone are ranked only where semantic results are late', async () => {
  const asked: string[] = [];
  const engine = (delay: number): SearchEngine => ({
    ...quickEngine(),
    lexical: async ({ text }) => {
      asked.push(text);
      return ranked(text, 'lexical');
    },
    instant: ({ text }) => new Promise((resolve) => setTimeout(resolve, delay, ranked(text, 'instant'))),
  });
  session(async () => engine(10)).search({ text: 'soon' });
  await vi.advanceTimersByTimeAsync(200);
  session(async () => engine(100)).search({ text: 'late' });
  await vi.advanceTimersByTimeAsync(200);
  expect(asked).toEqual(['late']);
});

test('texts are fetched for rankings that are shown, and for no other', async () => {
  const { engine, release } = slowEngine();
  const search = session(async () => engine);
  search.search({ text: 're' });
  await vi.advanceTimersByTimeAsync(100);
  search.search({ text: 'refu' });
  await release('lexical re');
  await release('instant re');
  await release('instant refu');
  expect(fetched).toEqual(['instant refu']);
});

/** An engine that has something at hand, and counts what is fetched beyond. */
function readyEngine(complete: boolean, verdict: Verdict = 'related') {
  const fetched: string[] = [];
  const engine: SearchEngine = {
    ...quickEngine(verdict),
    preview: async ({ text }, vector) => ({ outcome: outcome(text, vector ? 'deep' : 'instant', verdict), complete }),
    prefetch: async ({ text }) => {
      fetched.push(text);
    },
  };
  return { engine, fetched };
}

test('while somebody types, a preview is shown at once and completed when the typing pauses', async () => {
  const { engine, fetched } = readyEngine(false);
  session(async () => engine).search({ text: 'a', preview: true });
  await vi.advanceTimersByTimeAsync(10);
  expect(told(updates)).toEqual(['a searching -', 'a searching instant']);
  expect(fetched).toEqual([]);
  await vi.advanceTimersByTimeAsync(60);
  expect(fetched).toEqual(['a']);
  expect(told(updates).at(-1)).toBe('a settled instant');
});

test('nothing is fetched for a preview that the next key replaces before it is painted', async () => {
  const { engine, fetched } = readyEngine(false);
  const search = session(async () => engine);
  for (const text of ['a', 'ab', 'abc']) {
    search.search({ text, preview: true });
    await vi.advanceTimersByTimeAsync(20);
  }
  await vi.advanceTimersByTimeAsync(200);
  expect(fetched).toEqual(['abc']);
});

test('in a burst of keys only finished words are fetched; the last word and the final answer wait for the end of the burst', async () => {
  const { engine, fetched } = readyEngine(false);
  const search = session(async () => engine);
  for (const text of ['a', 'ab', 'ab c', 'ab cd']) {
    search.search({ text, preview: true, partial: true });
    await vi.advanceTimersByTimeAsync(90);
  }
  expect(fetched).toEqual(['a', '', 'ab ', 'ab ']);
  await vi.advanceTimersByTimeAsync(200);
  expect(told(updates).filter((line) => line.includes('settled'))).toEqual([
    'a settled instant',
    'ab cd settled instant',
  ]);
});

/** An engine with nothing at hand, and a list of what is asked of it. */
function emptyEngine() {
  const asked: string[] = [];
  const engine: SearchEngine = {
    ...quickEngine(),
    large: true,
    wordsFirst: async ({ text }, articles) => {
      asked.push(`words of "${text}", ${articles}`);
      return { outcome: outcome(text, 'lexical', 'related'), complete: false };
    },
    prefetch: async ({ text }) => void asked.push(`ahead of "${text}"`),
    instant: async ({ text }) => {
      asked.push(`instant "${text}"`);
      return ranked(text, 'instant');
    },
  };
  return { engine, asked };
}

/** Asks one question after another, as keys make them, so many milliseconds apart. */
async function typed(search: SearchSession, texts: readonly string[], apart: number): Promise<void> {
  for (const text of texts) {
    search.search({ text, preview: true, partial: true });
    await vi.advanceTimersByTimeAsync(apart);
  }
}

test('a burst of keys that is ahead of its files shows what words find first, and asks what they mean when it ends', async () => {
  const { engine, asked } = emptyEngine();
  const search = session(async () => engine);
  search.search({ text: 'ab', preview: true, partial: true });
  await vi.advanceTimersByTimeAsync(100);
  search.search({ text: 'abc', preview: true, partial: true });
  await vi.advanceTimersByTimeAsync(10);
  expect(told(updates).at(-1)).toBe('abc searching lexical');
  expect(asked).toEqual(['instant "ab"', 'words of "abc", 1']);
  await vi.advanceTimersByTimeAsync(160);
  expect(asked.slice(2)).toEqual(['words of "abc", 3', 'ahead of ""']);
  await vi.advanceTimersByTimeAsync(60);
  expect(asked.at(-1)).toBe('instant "abc"');
  expect(told(updates).at(-1)).toBe('abc settled instant');
});

test('a key that follows before the first article was painted fetches no more of them', async () => {
  const { engine, asked } = emptyEngine();
  const search = session(async () => engine);
  await typed(search, ['ab', 'abc', 'abcd'], 20);
  expect(asked).toEqual(['instant "ab"', 'words of "abc", 1', 'words of "abcd", 1']);
});

test('of a word that has one letter only the words before it are asked in a burst', async () => {
  const { engine, asked } = emptyEngine();
  const search = session(async () => engine);
  await typed(search, ['ab', 'ab c'], 100);
  expect(asked).toEqual(['instant "ab"', 'words of "ab ", 1', 'words of "ab ", 3', 'ahead of "ab "']);
  await vi.advanceTimersByTimeAsync(100);
  expect(asked.at(-1)).toBe('instant "ab c"');
});

test('nor of one that has two letters and is not the first', async () => {
  const { engine, asked } = emptyEngine();
  const search = session(async () => engine);
  await typed(search, ['a', 'ab', 'ab cd', 'ab cde'], 20);
  expect(asked).toEqual(['words of "ab", 1', 'words of "ab ", 1', 'words of "ab cde", 1']);
});

test('a small site, whose files are few, asks at once what each beginning of a word means', async () => {
  const { engine, asked } = emptyEngine();
  const search = session(async () => ({ ...engine, large: false }));
  await typed(search, ['a', 'ab', 'ab c'], 20);
  expect(asked).toEqual(['instant "a"', 'instant "ab"', 'instant "ab c"']);
});

test('one letter with nothing at hand is asked only when no other follows', async () => {
  const { engine, asked } = emptyEngine();
  const search = session(async () => engine);
  search.search({ text: 'a', preview: true, partial: true });
  await vi.advanceTimersByTimeAsync(170);
  expect(asked).toEqual([]);
  await vi.advanceTimersByTimeAsync(100);
  expect(asked).toEqual(['instant "a"']);
  search.search({ text: '가', preview: true, partial: true });
  await vi.advanceTimersByTimeAsync(10);
  expect(asked.at(-1)).toBe('instant "가"');
});

test('where words fail or find nothing, meaning is asked at once', async () => {
  for (const wordsFirst of [async () => undefined, async () => Promise.reject(new Unreachable('no line'))]) {
    const { engine, asked } = emptyEngine();
    const search = session(async () => ({ ...engine, wordsFirst }));
    await typed(search, ['ab', 'abc'], 20);
    expect(asked).toEqual(['instant "ab"', 'instant "abc"']);
  }
});

test('texts that do not come hold up what a question means no longer than the burst', async () => {
  const { engine, asked } = emptyEngine();
  const search = session(async () => ({ ...engine, wordsFirst: () => new Promise(() => {}) }));
  await typed(search, ['ab', 'abc'], 100);
  expect(asked).toEqual(['instant "ab"']);
  await vi.advanceTimersByTimeAsync(100);
  expect(told(updates).at(-1)).toBe('abc settled instant');
});

test('offline, a preview is replaced by a message about the connection, and a retry completes it', async () => {
  const { engine } = readyEngine(false);
  let online = false;
  const gone = async (): Promise<never> => {
    throw new Unreachable('no line');
  };
  const search = session(async () => (online ? engine : { ...engine, prefetch: gone, instant: gone, lexical: gone }));
  search.search({ text: 'a', preview: true });
  await vi.advanceTimersByTimeAsync(200);
  expect(told(updates)).toEqual(['a searching -', 'a searching instant', 'a offline -']);
  online = true;
  search.retry();
  await vi.advanceTimersByTimeAsync(200);
  expect(told(updates).at(-1)).toBe('a settled instant');
});

test('when the semantic side fails after a preview, keyword results take its place', async () => {
  const { engine } = readyEngine(false);
  session(async () => ({ ...engine, instant: async () => undefined })).search({ text: 'a', preview: true });
  await vi.advanceTimersByTimeAsync(200);
  expect(told(updates)).toEqual(['a searching -', 'a searching instant', 'a settled lexical']);
});

test('a preview that lacks nothing is the final answer', async () => {
  const { engine, fetched } = readyEngine(true);
  session(async () => engine).search({ text: 'a', preview: true });
  await vi.advanceTimersByTimeAsync(200);
  expect(told(updates)).toEqual(['a searching -', 'a settled instant']);
  expect(fetched).toEqual([]);
});

test('the transformer, too, ranks the preview at once, and no instant ranking comes after it', async () => {
  const { engine } = readyEngine(false);
  const search = session(async () => engine);
  search.useEncoder({ embed: () => new Promise((resolve) => setTimeout(resolve, 45, new Float32Array(1))) });
  search.search({ text: 'a', preview: true });
  await vi.advanceTimersByTimeAsync(200);
  expect(told(updates)).toEqual(['a searching -', 'a searching instant', 'a searching deep', 'a settled deep']);
});

test('where too few files were fetched for a preview, titles are shown as soon as they are ranked and their texts are slow', async () => {
  const { engine } = readyEngine(false);
  let asked = 0;
  const slowTexts: SearchEngine = {
    ...engine,
    preview: async (question) => (asked++ === 0 ? undefined : engine.preview(question)),
    instant: async ({ text }) => ({
      verdict: async () => 'related',
      outcome: () => new Promise((resolve) => setTimeout(resolve, 100, outcome(text, 'instant', 'related'))),
    }),
  };
  session(async () => slowTexts).search({ text: 'a', preview: true });
  await vi.advanceTimersByTimeAsync(200);
  expect(told(updates)).toEqual(['a searching -', 'a searching instant', 'a settled instant']);
});

test('a transformer as quick as the ranking is all that is shown', async () => {
  const search = session(async () => readyEngine(true).engine);
  search.useEncoder(encoder);
  search.search({ text: 'a', preview: true });
  await vi.advanceTimersByTimeAsync(200);
  expect(told(updates)).toEqual(['a searching -', 'a settled deep']);
});

test('a transformer slower than a lull does not hold up the complete instant answer', async () => {
  const search = session(async () => readyEngine(false).engine);
  search.useEncoder({ embed: () => new Promise((resolve) => setTimeout(resolve, 900, new Float32Array(1))) });
  search.search({ text: 'a', preview: true });
  await vi.advanceTimersByTimeAsync(200);
  expect(told(updates)).toEqual(['a searching -', 'a searching instant', 'a settled instant']);
  await vi.advanceTimersByTimeAsync(1000);
  expect(told(updates).at(-1)).toBe('a settled deep');
});

test('a transformer that crashes in the middle of a question leaves it the complete instant answer', async () => {
  const search = session(async () => readyEngine(false).engine);
  search.useEncoder({ embed: () => new Promise((_, reject) => setTimeout(reject, 60, new Error('crashed'))) });
  search.search({ text: 'a', preview: true });
  await vi.advanceTimersByTimeAsync(200);
  expect(told(updates)).toEqual(['a searching -', 'a searching instant', 'a settled instant']);
});

test('a transformer that gets ready while an answer is completed refines it then', async () => {
  const search = session(async () => readyEngine(false).engine);
  search.search({ text: 'a', preview: true });
  await vi.advanceTimersByTimeAsync(20);
  search.useEncoder(encoder);
  await vi.advanceTimersByTimeAsync(200);
  expect(told(updates).at(-1)).toBe('a settled deep');
});

test('when the texts of the better ranking cannot be had, those of the keyword ranking are shown', async () => {
  const engine: SearchEngine = {
    ...quickEngine(),
    instant: async ({ text }) => ({
      ...ranked(text, 'instant'),
      outcome: () => Promise.reject(new Unreachable('gone')),
    }),
  };
  session(async () => engine).search({ text: 'a' });
  await vi.advanceTimersByTimeAsync(100);
  expect(told(updates)).toEqual(['a searching -', 'a settled lexical']);
});

test('when the semantic side fails, keyword results stay', async () => {
  const { engine, release } = slowEngine();
  session(async () => engine).search({ text: 'a' });
  await release('lexical a');
  await release('instant a', new Unreachable('gone'));
  expect(told(updates).at(-1)).toBe('a settled lexical');
});

test('an index that is gone is opened anew once, and the query goes on', async () => {
  const opened: boolean[] = [];
  const search = session(async (renew) => {
    opened.push(renew);
    if (!renew) throw new Error('404');
    return quickEngine();
  });
  search.search({ text: 'a' });
  await vi.advanceTimersByTimeAsync(100);
  expect(opened).toEqual([false, true]);
  expect(told(updates).at(-1)).toBe('a settled instant');
});

test('an index that stays gone is reported as broken, without a third try', async () => {
  let opened = 0;
  session(async () => {
    opened++;
    throw new Error('404');
  }).search({ text: 'a' });
  await vi.advanceTimersByTimeAsync(100);
  expect(opened).toBe(2);
  expect(told(updates).at(-1)).toBe('a broken -');
});

/** A session over an index that is gone in part, where `page` says so, and the one deployed now. */
function outdatedSession(page: Partial<SearchEngine>, deployed: Partial<SearchEngine> = {}) {
  const opened: boolean[] = [];
  const search = session(async (renew) => {
    opened.push(renew);
    return { ...quickEngine(), ...(renew ? deployed : page) };
  });
  return { search, opened };
}

const gone = () => new IndexError('missing', 'vectors.bin', 'status 404', 'the file');

test('a question is asked of the index deployed now where a file of the semantic side is gone', async () => {
  const { search, opened } = outdatedSession({ instant: () => Promise.reject(gone()) });
  search.search({ text: 'a' });
  await vi.advanceTimersByTimeAsync(200);
  expect(opened).toEqual([false, true]);
  expect(told(updates).at(-1)).toBe('a settled instant');
  search.search({ text: 'b' });
  await vi.advanceTimersByTimeAsync(200);
  expect(opened).toEqual([false, true]);
  expect(told(updates).at(-1)).toBe('b settled instant');
});

test('a question is asked of the index deployed now where a file of texts is gone', async () => {
  const { search, opened } = outdatedSession({
    instant: async () => ({ verdict: async () => 'related', outcome: () => Promise.reject(gone()) }),
  });
  search.search({ text: 'a' });
  await vi.advanceTimersByTimeAsync(200);
  expect(opened).toEqual([false, true]);
  expect(told(updates).at(-1)).toBe('a settled instant');
});

test('a semantic side that is gone from the index deployed now, too, leaves keyword results', async () => {
  const { search, opened } = outdatedSession(
    { instant: () => Promise.reject(gone()) },
    { instant: () => Promise.reject(gone()) },
  );
  search.search({ text: 'a' });
  await vi.advanceTimersByTimeAsync(200);
  expect(opened).toEqual([false, true]);
  expect(told(updates).at(-1)).toBe('a settled lexical');
});

test('a semantic side that fails otherwise leaves the index as it is', async () => {
  const { search, opened } = outdatedSession({ instant: () => Promise.reject(new Error('out of memory')) });
  search.search({ text: 'a' });
  await vi.advanceTimersByTimeAsync(200);
  expect(opened).toEqual([false]);
  expect(told(updates).at(-1)).toBe('a settled lexical');
});

test('being offline is reported as such, and a retry searches the same words again', async () => {
  let online = false;
  const search = session(async () => {
    if (!online) throw new Unreachable('no line');
    return quickEngine();
  });
  search.search({ text: 'a' });
  await vi.advanceTimersByTimeAsync(100);
  expect(told(updates).at(-1)).toBe('a offline -');
  online = true;
  search.retry();
  await vi.advanceTimersByTimeAsync(100);
  expect(told(updates).at(-1)).toBe('a settled instant');
});

test('the transformer refines what is on show as soon as it is ready', async () => {
  const search = session(async () => quickEngine());
  search.search({ text: 'a' });
  await vi.advanceTimersByTimeAsync(100);
  search.useEncoder(encoder);
  await vi.advanceTimersByTimeAsync(100);
  expect(told(updates)).toEqual(['a searching -', 'a settled instant', 'a settled deep']);
});

test('"nothing answers this" is shown only after the transformer has ranked', async () => {
  const search = session(async () => quickEngine('none'));
  search.useEncoder(slowEncoder);
  search.search({ text: 'a' });
  await vi.advanceTimersByTimeAsync(100);
  expect(told(updates)).toEqual(['a searching -', 'a searching instant', 'a settled deep']);
});

test('instant results are not shown at all when deep ones are there as soon', async () => {
  const search = session(async () => quickEngine());
  search.useEncoder(encoder);
  search.search({ text: 'a' });
  await vi.advanceTimersByTimeAsync(100);
  expect(told(updates)).toEqual(['a searching -', 'a settled deep']);
});

test('a transformer that crashes leaves the instant answer and is not used again', async () => {
  const search = session(async () => quickEngine('none'));
  let asked = 0;
  search.useEncoder({
    embed: async () => {
      asked++;
      throw new Error('crashed');
    },
  });
  search.search({ text: 'a' });
  await vi.advanceTimersByTimeAsync(100);
  search.search({ text: 'b' });
  await vi.advanceTimersByTimeAsync(100);
  expect(asked).toBe(1);
  expect(told(updates).filter((line) => line.includes('settled'))).toEqual(['a settled instant', 'b settled instant']);
});

test('while the transformer is busy, stale queries are not queued behind it', async () => {
  const embedded: string[] = [];
  const finish: (() => void)[] = [];
  const search = session(async () => quickEngine());
  search.useEncoder({
    embed: (query) => {
      embedded.push(query);
      return new Promise((resolve) => finish.push(() => resolve(new Float32Array(1))));
    },
  });
  for (const query of ['a', 'ab', 'abc']) {
    search.search({ text: query });
    await vi.advanceTimersByTimeAsync(100);
  }
  finish.shift()?.();
  await vi.advanceTimersByTimeAsync(100);
  finish.shift()?.();
  await vi.advanceTimersByTimeAsync(100);
  expect(embedded).toEqual(['a', 'abc']);
  expect(told(updates).at(-1)).toBe('abc settled deep');
});

test('an empty query forgets the one before', async () => {
  const { engine, release } = slowEngine();
  const search = session(async () => engine);
  search.search({ text: 'a' });
  await release('lexical a');
  search.search({ text: '' });
  await release('instant a');
  expect(told(updates).at(-1)).toBe(' settled -');
});

test('an answer is shown at once together with what other languages have beside it, where that comes soon', async () => {
  const others = [{ locale: 'en', verdict: 'related' as const, hits: [] }];
  const engine: SearchEngine = {
    ...quickEngine(),
    others: (_, found) => new Promise((resolve) => setTimeout(resolve, 100, { ...found, others })),
  };
  session(async () => engine).search({ text: 'a' });
  await vi.advanceTimersByTimeAsync(200);
  expect(told(updates)).toEqual(['a searching -', 'a settled instant']);
  expect(updates.at(-1)!.outcome).toMatchObject({ others });
});

test('an answer waits for what other languages have beside it, and shows both', async () => {
  const others = [{ locale: 'en', verdict: 'related' as const, hits: [] }];
  const engine: SearchEngine = {
    ...quickEngine('none'),
    others: (_, found) => new Promise((resolve) => setTimeout(resolve, 200, { ...found, verdict: 'related', others })),
  };
  session(async () => engine).search({ text: 'a' });
  await vi.advanceTimersByTimeAsync(300);
  expect(told(updates)).toEqual(['a searching -', 'a searching instant', 'a settled instant']);
  expect(updates.at(-1)!.outcome).toMatchObject({ verdict: 'related', others });
});

test('where what other languages have takes long, the answer is said without, and gets it below', async () => {
  const others = [{ locale: 'en', verdict: 'confident' as const, hits: [hitOf('x')] }];
  const engine: SearchEngine = {
    ...quickEngine('none'),
    others: (_, found) => new Promise((resolve) => setTimeout(resolve, 4000, { ...found, verdict: 'related', others })),
  };
  session(async () => engine).search({ text: 'a' });
  await vi.advanceTimersByTimeAsync(2000);
  expect(told(updates)).toEqual(['a searching -', 'a searching instant', 'a settled instant']);
  await vi.advanceTimersByTimeAsync(3000);
  expect(updates.at(-1)?.outcome).toMatchObject({ verdict: 'none' });
  expect(updates.at(-1)?.late).toEqual(others);
});

test('an answer stands alone where what other languages have cannot be fetched', async () => {
  const engine: SearchEngine = {
    ...quickEngine(),
    others: () => new Promise((_, reject) => setTimeout(reject, 200, new Unreachable('gone'))),
  };
  session(async () => engine).search({ text: 'a' });
  await vi.advanceTimersByTimeAsync(300);
  expect(told(updates)).toEqual(['a searching -', 'a searching instant', 'a settled instant']);
});

test('what other languages have is not taken away while the transformer ranks anew', async () => {
  const others = [{ locale: 'en', verdict: 'related' as const, hits: [] }];
  const engine: SearchEngine = {
    ...quickEngine(),
    others: (_, found) => new Promise((resolve) => setTimeout(resolve, 160, { ...found, others })),
  };
  const search = session(async () => engine);
  search.useEncoder(slowEncoder);
  search.search({ text: 'a' });
  await vi.advanceTimersByTimeAsync(600);
  expect(told(updates)).toEqual(['a searching -', 'a searching instant', 'a settled instant', 'a settled deep']);
  expect(updates.at(-1)!.outcome?.others).toEqual(others);
});

test('an index that was not made by the transformer at hand keeps the instant ranking', async () => {
  const search = session(async () => ({ ...quickEngine(), deep: async () => undefined }));
  search.useEncoder(encoder);
  search.search({ text: 'a' });
  await vi.advanceTimersByTimeAsync(300);
  expect(told(updates).at(-1)).toBe('a settled instant');
});

/** An engine whose tiers find these articles; `deep` is sure of its first one. */
function rankingEngine(instant: string, deep: string, verdict: Verdict = 'related'): SearchEngine {
  const found = (query: string, tier: Tier, articles: string, sure: Verdict): Ranked => ({
    verdict: async () => sure,
    outcome: async () => ({ ...outcome(query, tier, sure), hits: [...articles].map(hitOf) }),
  });
  return {
    ...quickEngine(),
    instant: async ({ text, limit }) => found(text, 'instant', instant.slice(0, limit), verdict),
    deep: async ({ text, limit }) => found(text, 'deep', deep.slice(0, limit), 'confident'),
  };
}
const hitOf = (article: string): Hit => ({
  article,
  title: article,
  category: '',
  href: '',
  headings: [],
  score: 0,
  passage: { text: '', marks: [] },
});
const shown = () =>
  updates
    .at(-1)
    ?.outcome?.hits.map(({ article }) => article)
    .join('');

test('an answer that has been in sight for a while is not moved by a better ranking, which is offered instead', async () => {
  const search = session(async () => rankingEngine('abc', 'cab'));
  search.search({ text: 'q', limit: 3 });
  await vi.advanceTimersByTimeAsync(400);
  search.useEncoder(encoder);
  await vi.advanceTimersByTimeAsync(100);
  expect([shown(), updates.at(-1)?.outcome?.verdict]).toEqual(['abc', 'related']);
  expect(updates.at(-1)?.outcome?.tier).toBe('deep');
  expect(updates.at(-1)?.offered?.article).toBe('c');
});

test('within the first blink a better ranking takes its place', async () => {
  const search = session(async () => rankingEngine('abc', 'cab'));
  search.search({ text: 'q', limit: 3 });
  await vi.advanceTimersByTimeAsync(200);
  search.useEncoder(encoder);
  await vi.advanceTimersByTimeAsync(50);
  expect([shown(), updates.at(-1)?.outcome?.verdict]).toEqual(['cab', 'confident']);
  expect(updates.at(-1)?.offered).toBeUndefined();
});

test('what nobody could see yet is not taken for read', async () => {
  let come = (): void => {};
  const inSight = new Promise<void>((resolve) => (come = resolve));
  const search = new SearchSession({
    open: async () => rankingEngine('abc', 'cab'),
    show: (update) => updates.push(update),
    seen: () => inSight,
  });
  search.search({ text: 'q', limit: 3 });
  await vi.advanceTimersByTimeAsync(5000);
  search.useEncoder(encoder);
  await vi.advanceTimersByTimeAsync(100);
  expect(shown()).toBe('cab');
  come();
});

test('words alone give way to meaning for longer, but not once they are being read', async () => {
  const late = (delay: number): SearchEngine => {
    const engine = rankingEngine('cab', 'cab');
    return {
      ...engine,
      lexical: async ({ text }) => ({
        verdict: async () => 'related',
        outcome: async () => ({ ...outcome(text, 'lexical', 'related'), hits: [...'abc'].map(hitOf) }),
      }),
      instant: async (question) => {
        await new Promise((resolve) => setTimeout(resolve, delay));
        return engine.instant(question);
      },
    };
  };
  session(async () => late(900)).search({ text: 'q', limit: 3 });
  await vi.advanceTimersByTimeAsync(3000);
  expect(shown()).toBe('cab');
  session(async () => late(2000)).search({ text: 'q', limit: 3 });
  await vi.advanceTimersByTimeAsync(3000);
  expect(shown()).toBe('abc');
});

test('an article that is pointed at holds what is above it, and scrolling holds everything', async () => {
  for (const [act, kept] of [
    [(search: SearchSession) => search.hold('b'), 'abdc'],
    [(search: SearchSession) => search.read(), 'abcd'],
    [
      (search: SearchSession) => {
        search.hold('b');
        search.hold(undefined);
      },
      'dcba',
    ],
  ] as const) {
    const search = session(async () => rankingEngine('abcd', 'dcba'));
    search.search({ text: 'q', limit: 4 });
    await vi.advanceTimersByTimeAsync(100);
    act(search);
    search.useEncoder(encoder);
    await vi.advanceTimersByTimeAsync(50);
    expect(shown()).toBe(kept);
  }
});

test('asked for more, it adds below what is on show, whatever ranks by now', async () => {
  const search = session(async () => rankingEngine('abcd', 'dcba'));
  search.search({ text: 'q', limit: 2 });
  await vi.advanceTimersByTimeAsync(400);
  search.useEncoder(encoder);
  await vi.advanceTimersByTimeAsync(100);
  search.search({ text: 'q', limit: 4 });
  await vi.advanceTimersByTimeAsync(400);
  expect(shown()).toBe('abdc');
});

test('another question begins anew', async () => {
  const search = session(async () => rankingEngine('abc', 'cab'));
  search.search({ text: 'q', limit: 3 });
  await vi.advanceTimersByTimeAsync(400);
  search.useEncoder(encoder);
  search.search({ text: 'r', limit: 3 });
  await vi.advanceTimersByTimeAsync(400);
  expect(shown()).toBe('cab');
});

test('what was on show before is shown again as it stood, and gets more below', async () => {
  const search = session(async () => rankingEngine('abcd', 'dcba'));
  const left: Update = {
    query: 'q',
    state: 'settled',
    outcome: { ...outcome('q', 'instant', 'related'), hits: [...'ca'].map(hitOf) },
  };
  search.resume({ text: 'q', limit: 2 }, left);
  expect(updates).toEqual([left]);
  search.search({ text: 'q', limit: 4 });
  await vi.advanceTimersByTimeAsync(400);
  expect(shown()).toBe('cabd');
});
