import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import lighthouse from 'lighthouse';
import { launchBrowser } from '../browser/launch.ts';
import type { PageTypes } from '../browser/page-types.ts';
import type { Row } from './row.ts';
import { median } from './statistics.ts';

/** How often each page is visited: one long task of another program costs a visit points. */
const VISITS = 3;

/** Lighthouse's mobile scores of home, article and search page, the last also opened with a question, in a browser of its own: medians. */
export async function measureLighthouse(site: string, pages: PageTypes, query: string): Promise<Row[]> {
  const port = await freePort();
  const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
  const rows: Row[] = [];
  try {
    const paths = {
      'home page': pages.home,
      'article page': pages.article,
      'search page': pages.search,
      'search page with a question': `${pages.search}?q=${encodeURIComponent(query)}`,
    };
    for (const [kind, path] of Object.entries(paths)) {
      const scores = new Map<string, number[]>();
      for (let visit = 0; visit < VISITS; visit++) {
        const result = await lighthouse(site + path, { port, output: 'json', logLevel: 'silent' });
        for (const { title, score } of Object.values(result?.lhr.categories ?? {}))
          scores.set(title, [...(scores.get(title) ?? []), Math.round((score ?? 0) * 100)]);
      }
      for (const [title, found] of scores)
        rows.push({
          group: 'lighthouse',
          name: `${title}, ${kind}, mobile`,
          value: median(found),
          unit: '',
          target: { atLeast: 100 },
        });
    }
  } finally {
    await browser.close();
  }
  return rows;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
