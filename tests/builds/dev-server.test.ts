import { type ChildProcess, spawn } from 'node:child_process';
import { appendFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { holdContentFolder, releaseContentFolder } from '../../src/integrations/content-folder.ts';
import { project } from '../support/built-site.ts';

// Searched by words alone: no model has to be prepared for this site.
const settings = `name: 작은 가게
description: 주문과 결제에 대한 도움말
url: https://help.example.com
defaultLocale: ko
locales:
  - { code: ko, label: 한국어 }
contact:
  channels:
    - { type: email, label: 이메일, description: 메일을 보내 주세요., responseTime: 하루 안에, address: help@example.com }
search:
  models: [{ languages: ['*'], source: none }]
`;
const article =
  '---\ntitle: 환불은 언제 받나요?\nid: refunds\ndescription: 환불에 걸리는 시간입니다.\n---\n\n환불은 닷새 안에 받습니다. [여기](gone.md)\n\n수수료는 :var{fee}입니다.\n';

let content = '';
let server: ChildProcess;
let output = '';
let address = '';

beforeAll(async () => {
  // The server writes there with each edit.
  await holdContentFolder();
  content = await mkdtemp(join(tmpdir(), 'signpost-dev-'));
  const category = join(content, 'articles/ko/billing');
  await mkdir(category, { recursive: true });
  await writeFile(join(content, 'site.yaml'), settings);
  await writeFile(join(category, '_category.yaml'), 'title: 결제\ndescription: 결제와 환불\norder: 1\nicon: card\n');
  await writeFile(join(category, 'refunds.md'), article);
  await writeFile(join(content, 'variables.yaml'), 'fee: { price: 1000, currency: KRW }\n');
  // As a writer's shell starts it: Astro serves no pages to a process that Vitest names as its own.
  const { VITEST: _, NODE_ENV: __, ...env } = process.env;
  server = spawn(process.execPath, ['scripts/dev.ts', '--port', '4397'], {
    cwd: project,
    env: { ...env, SIGNPOST_CONTENT: content },
  });
  for (const stream of [server.stdout!, server.stderr!])
    stream.setEncoding('utf8').on('data', (text: string) => (output += stripVTControlCharacters(text)));
  await until(() => /http:\/\/localhost:\d+/.test(output));
  [address] = /http:\/\/localhost:\d+/.exec(output)!;
}, 120_000);

afterAll(async () => {
  server.kill();
  await releaseContentFolder();
  await rm(content, { recursive: true });
});

async function until(seen: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; ) {
    if (await seen()) return;
    // Each look renders the page.
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`Not seen within a minute. The server said:\n${output}`);
}

const found = async (name: string) => (await fetch(`${address}${name}`).catch(() => undefined))?.text() ?? '';
const page = async () => (await fetch(`${address}/ko/billing/refunds/`).catch(() => undefined))?.text() ?? '';
const index = async () => (await fetch(`${address}/_search/current/ko.json`).catch(() => undefined))?.text() ?? '';
const edit = (sentence: string) => appendFile(join(content, 'articles/ko/billing/refunds.md'), `\n${sentence}\n`);

/** What the server says to the page of a browser that stays for so many milliseconds. */
async function toldTo(milliseconds: number): Promise<Record<string, unknown>[]> {
  const told: Record<string, unknown>[] = [];
  const socket = new WebSocket(address.replace('http:', 'ws:'), 'vite-hmr');
  socket.addEventListener('message', ({ data }) => told.push(JSON.parse(String(data))));
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  socket.close();
  return told;
}

describe('while writing', () => {
  test('a mistake that was there at the start shows over the first page that stays, and only there', {
    timeout: 60_000,
  }, async () => {
    await until(() => output.includes('gone.md'));
    const mistake = {
      type: 'error',
      err: {
        name: 'Content',
        title: 'A mistake in the content.',
        message: expect.stringContaining('a link to &quot;gone.md&quot;, where there is no article'),
        hint: 'Once it is mended and saved, this goes away by itself. Reload the page to read on meanwhile.',
        stack: `at ${join(content, 'articles/ko/billing/refunds.md')}:7:17`,
      },
    };
    expect(await toldTo(500)).toContainEqual(mistake);
    expect(await toldTo(3_000)).toContainEqual(mistake);
    expect(await toldTo(500)).not.toContainEqual(mistake);
  });

  test('what a page names as its index is there by words alone, without a model', { timeout: 120_000 }, async () => {
    await until(async () => (await page()).includes('/_search/'));
    await until(async () => (await index()).includes('"articles":1'));
    expect(await index()).not.toContain('"model"');
  });

  test('an edit shows in the page and gives a new index', { timeout: 120_000 }, async () => {
    await until(async () => (await page()).includes('닷새'));
    const before = await index();
    await edit('첫 번째 문장입니다.');
    await until(async () => (await page()).includes('첫 번째 문장'));
    await until(async () => (await index()) !== before);
  });

  test('a price that is changed in variables.yaml shows in the page that puts it in, and gives a new index', {
    timeout: 120_000,
  }, async () => {
    await until(async () => (await page()).includes('₩1,000'));
    const before = await index();
    await writeFile(join(content, 'variables.yaml'), 'fee: { price: 1250, currency: KRW }\n');
    await until(async () => (await page()).includes('₩1,250'));
    await until(async () => (await index()) !== before);
  });

  test('an edit still shows after the settings of the site were changed', { timeout: 120_000 }, async () => {
    await writeFile(join(content, 'site.yaml'), settings.replace('작은 가게', '큰 가게'));
    await until(async () => (await page()).includes('큰 가게'));
    await edit('두 번째 문장입니다.');
    await until(async () => (await page()).includes('두 번째 문장'));
  });

  test('pages and search by words wait for no model, and its absence is explained', { timeout: 120_000 }, async () => {
    const english = join(content, 'articles/en/billing');
    await mkdir(english, { recursive: true });
    await writeFile(join(english, '_category.yaml'), 'title: Billing\ndescription: Payments\norder: 1\nicon: card\n');
    await writeFile(
      join(english, 'refunds.md'),
      '---\ntitle: When do I get my refund?\nid: refunds\ndescription: How long it takes.\n---\n\nFive days.\n',
    );
    const locales = 'locales:\n  - { code: en, label: English }\n';
    const model = ['models: [', 'models: [{ source: local, name: /no/such/model }, '] as const;
    await writeFile(join(content, 'site.yaml'), settings.replace('locales:\n', locales).replace(...model));
    await until(async () => (await found('/en/billing/refunds/')).includes('Five days.'));
    await until(async () => (await found('/_search/current/en.json')).includes('"articles":1'));
    await until(() => /not built anew: .*\/no\/such\/model/.test(output));
    expect(await found('/_search/current/en.json')).not.toContain('"model"');
  });

  test('the owner’s own sheet is there as soon as it is written, and each change to it', {
    timeout: 120_000,
  }, async () => {
    const sheet = join(content, 'theme/custom.css');
    await mkdir(join(content, 'theme'), { recursive: true });
    await writeFile(sheet, ':root{--radius:1px}');
    await until(async () => (await page()).includes('href="/_astro/custom.css"'));
    expect(await found('/_astro/custom.css')).toContain('--radius:1px');
    const told = toldTo(4_000);
    await writeFile(sheet, ':root{--radius:2px}');
    await until(async () => (await found('/_astro/custom.css')).includes('--radius:2px'));
    expect(JSON.stringify(await told)).toContain('"type":"css-update","path":"/_astro/custom.css"');
  });

  test('a mistake is reported in the words of the content check, and the page stays', {
    timeout: 120_000,
  }, async () => {
    const file = join(content, 'articles/ko/billing/refunds.md');
    const good = await readFile(file, 'utf8');
    const before = output.length;
    const told = toldTo(5_000);
    await writeFile(file, `${good}\n[여기](missing.md)\n`);
    await until(() => output.includes('missing.md'));
    expect(await told).toContainEqual(
      expect.objectContaining({
        type: 'error',
        err: expect.objectContaining({
          title: '2 mistakes in the content.',
          message: expect.stringContaining('a link to &quot;missing.md&quot;'),
          stack: expect.stringMatching(/^at \S+refunds\.md:7:17\nat \S+refunds\.md:\d+:1$/),
        }),
      }),
    );
    expect(output.slice(before)).not.toMatch(/^\s+at /m);
    expect(await page()).toContain('닷새');
  });
});
