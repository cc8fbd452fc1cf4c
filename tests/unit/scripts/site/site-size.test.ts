import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  describeSize,
  hostRefuses,
  type SiteSize,
  siteSize,
  sizeAdvice,
} from '../../../../scripts/lib/site/site-size.ts';
import { HOSTS } from '../../../../src/schemas/host.ts';

const site = (of: Partial<SiteSize>): SiteSize => ({
  files: 10,
  size: 1e6,
  largest: { file: 'files/tour.mp4', size: 5e5 },
  ...{ markdown: 0, permalinks: 0, rules: 0 },
  ...of,
});

it('A built site is counted without what Git keeps beside it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'signpost-size-'));
  await mkdir(join(folder, '.git'));
  for (const made of ['_search', 'en/billing', 'a/refund']) await mkdir(join(folder, made), { recursive: true });
  for (const file of ['en/billing/refund.md', 'a/refund/index.html', 'a/index.html'])
    await writeFile(join(folder, file), '1');
  await writeFile(join(folder, '_redirects'), '/a/lock/ /en/lock/ 302\n/a/:id/ /a/ 200\n');
  await writeFile(join(folder, '.git', 'packed'), 'x'.repeat(5000));
  await writeFile(join(folder, 'index.html'), 'x'.repeat(1000));
  await writeFile(join(folder, '_search', 'core.bin'), 'x'.repeat(2_345_000));
  const size = await siteSize(folder);
  await rm(folder, { recursive: true });
  expect(size).toEqual({
    ...{ files: 6, size: 2_346_042, largest: { file: '_search/core.bin', size: 2_345_000 } },
    ...{ markdown: 1, permalinks: 1, rules: 2 },
  });
  expect(describeSize(size)).toBe('6 files, 2.3 MB, the largest _search/core.bin with 2.3 MB; 2 rules for the host');
  expect(describeSize({ ...size, rules: 0 })).toMatch(/with 2\.3 MB$/);
});

it('A build says what leaves out files before the host has to refuse them, and when links need not be pages', () => {
  const { 'cloudflare-pages': cloudflare, 'github-pages': github } = HOSTS;
  expect(sizeAdvice(site({ files: 16_001, markdown: 7500 }), cloudflare)).toEqual([
    'Cloudflare Pages (Free) takes 20,000 files. markdownFiles: false in site.yaml leaves out 7,500.',
  ]);
  expect(sizeAdvice(site({ files: 16_001 }), cloudflare)).toEqual(['Cloudflare Pages (Free) takes 20,000 files.']);
  for (const few of [
    sizeAdvice(site({ files: 16_000, markdown: 7500 }), cloudflare),
    sizeAdvice(site({ files: 1e6 }), github),
  ])
    expect(few).toEqual([]);
  expect(sizeAdvice(site({ permalinks: 999 }), undefined)).toEqual([]);
  expect(sizeAdvice(site({ permalinks: 1000 }), undefined)).toEqual([
    expect.stringMatching(/^1,000 files are pages that lead on from permanent links\. Name the host in site\.yaml/),
  ]);
  expect(hostRefuses(site({ files: 20_001, markdown: 9500 }), cloudflare)).toEqual([
    'The site has 20,001 files; Cloudflare Pages (Free) takes 20,000. markdownFiles: false in site.yaml leaves out 9,500.',
  ]);
});

it.each([
  ['cloudflare-pages', { files: 20_000, largest: { file: 'a', size: 25 * 2 ** 20 }, size: 1e12 }, []],
  [
    'cloudflare-pages',
    { files: 20_001 },
    [
      'The site has 20,001 files; Cloudflare Pages (Free) takes 20,000. Take out languages or articles, or name a host in site.yaml that takes more.',
    ],
  ],
  ['cloudflare-pages-paid', { files: 20_001 }, []],
  [
    'cloudflare-pages',
    { largest: { file: 'files/tour.mp4', size: 30e6 } },
    [
      'files/tour.mp4 has 30.0 MB; Cloudflare Pages (Free) takes 26.2 MB a file. Make it smaller, or keep it elsewhere and link to it.',
    ],
  ],
  [
    'github-pages',
    { files: 1e6, size: 1.2e9 },
    [
      'The site has 1,200.0 MB; GitHub Pages takes 1,000.0 MB. Keep films and files for download elsewhere, or name a host in site.yaml that takes more.',
    ],
  ],
  [
    'gitlab-pages',
    { files: 200_001, size: 1.2e9 },
    [expect.stringMatching(/200,001 files/), expect.stringMatching(/1,200\.0 MB/)],
  ],
] as const)('What %s says to a site of %j', (host, of, expected) => {
  expect(hostRefuses(site(of), HOSTS[host])).toEqual(expected);
});
