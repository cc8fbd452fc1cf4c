import { expect, test } from 'vitest';
import { article, build } from './small-site.ts';

test('an index of a few articles has the files of a large one where its sizes say so', async () => {
  const articles = ['refund', 'invoice', 'theft'].map((id) => article(id, `About a ${id}`, `What to know of a ${id}.`));
  const { manifest: usual } = await build(articles);
  const { manifest: forced } = await build(articles, { sizes: { wordShard: 20, textShard: 30 } });
  expect([usual.counts.wordShards, usual.counts.textShards]).toEqual([1, 1]);
  expect(forced.counts.wordShards).toBeGreaterThan(1);
  expect(forced.counts.textShards).toBe(3);
});
