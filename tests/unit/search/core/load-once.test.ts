import { expect, test } from 'vitest';
import { loadOnce } from '../../../../src/search/core/load-once.ts';

test('What was loaded is not loaded again, and is had before anything else happens', async () => {
  let loads = 0;
  const load = loadOnce(async () => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    return ++loads;
  });
  await load();
  const order: string[] = [];
  setTimeout(() => order.push('the next task'), 0);
  void load().then((value) => order.push(`loaded ${value}`));
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(order).toEqual(['loaded 1', 'the next task']);
});

test('What failed is loaded again by whoever asks next', async () => {
  let loads = 0;
  const load = loadOnce(async () => {
    if (++loads === 1) throw new Error('lost on the way');
    return loads;
  });
  await expect(load()).rejects.toThrow('lost on the way');
  await expect(load()).resolves.toBe(2);
});
