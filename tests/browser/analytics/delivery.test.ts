import { inject } from 'vitest';
import { openEndpoint, siteWithCounting } from '../support/counting.ts';
import { expect, test } from '../support/visitor.ts';

/** Numbers that look random and are the same each time (mulberry32). */
function random(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const TURNS = Number(process.env.SIGNPOST_TURNS ?? 40);

test('every event arrives once over random navigation, offline spells and failing endpoints', {
  timeout: 600_000,
}, async ({ visitor: { page, expectProblems } }) => {
  expectProblems(/request to another origin/, /console: Failed to load resource/, /console: .*(CORS|net::)/);
  const next = random(6);
  const endpoint = await openEndpoint();
  endpoint.answer = () => (next() < 0.6 ? 200 : (['drop', 500, 503, 429] as const)[Math.floor(next() * 4)]!);
  const site = await siteWithCounting(inject('site'), { endpoint: `${endpoint.origin}/events` });
  const address = (path: string) => new URL(path.slice(1), site.url).href;
  const stored = async () =>
    page.evaluate(() =>
      Object.keys(localStorage)
        .filter((key) => key.startsWith('signpost:event:'))
        .map((key) => key.slice(15)),
    );
  const paths = ['/en/', '/en/billing/', '/ko/', '/en/a-z/', '/zh-cn/'];
  const seen = new Set<string>();
  let offline = false;
  await page.goto(address('/en/'));
  for (let turn = 0; turn < TURNS; turn++) {
    const dice = next();
    if (!offline && dice < 0.35) await page.goto(address(paths[Math.floor(next() * paths.length)]!)).catch(() => {});
    else if (!offline && dice < 0.55) await page.goto(address('/en/contact/')).catch(() => {});
    else if (dice < 0.7) await page.context().setOffline((offline = !offline));
    // What an article page does when its reader answers.
    await page.evaluate(
      (id) =>
        document.dispatchEvent(
          new CustomEvent('signpost:helpful', { detail: { article: id, locale: 'en', answer: 'yes' } }),
        ),
      `article-${turn}`,
    );
    for (const id of await stored()) seen.add(id);
    if (dice > 0.8) await page.waitForTimeout(Math.floor(next() * 3000));
  }
  await page.context().setOffline(false);
  endpoint.answer = () => 200;
  await page.goto(address('/en/'));
  await expect.poll(async () => (await stored()).length, { timeout: 60_000 }).toBe(0);

  const answered = [...endpoint.events.values()].flatMap((event) => (event.type === 'answered' ? [event.article] : []));
  expect(answered.toSorted()).toEqual(Array.from({ length: TURNS }, (_, turn) => `article-${turn}`).toSorted());
  expect([...seen].filter((id) => !endpoint.events.has(id))).toEqual([]);
  expect(endpoint.events.size).toBeGreaterThanOrEqual(TURNS);
  await site.close();
  await endpoint.close();
});
