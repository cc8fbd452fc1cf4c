import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import lighthouse from 'lighthouse';
import { launchBrowser } from '../browser/launch.ts';
import type { PageTypes } from '../browser/page-types.ts';
import type { Row } from './row.ts';

/** Lighthouse's mobile scores of home, article and search page, in a browser of its own. */
export async function measureLighthouse(site: string, pages: PageTypes, query: string): Promise<Row[]> {
  const port = await freePort();
  const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
  const rows: Row[] = [];
  try {
    const paths = { home: pages.home, article: pages.article, search: `${pages.search}?q=${encodeURIComponent(query)}` };
    for (const [kind, path] of Object.entries(paths)) {
      const result = await lighthouse(site + path, { port, output: 'json', logLevel: 'silent' });
      for (const category of Object.values(result?.lhr.categories ?? {})) {
        rows.push({ group: 'lighthouse', name: `${category.title}, ${kind} page, mobile`, value: Math.round((category.score ?? 0) * 100), unit: '', target: { atLeast: 100 } });
      }
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
