import { spawn } from 'node:child_process';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SmallHelpCenter, smallHelpCenter } from './help-center.ts';

const command = fileURLToPath(new URL('../../../../scripts/mcp.ts', import.meta.url));
let center: SmallHelpCenter;
let client: Client;
let errors = '';

const environment = () => ({
  ...(process.env as Record<string, string>),
  SIGNPOST_CONTENT: center.content,
  SIGNPOST_CACHE: center.cache,
});

/** A client that starts the server in a folder of its own, as assistants do. */
async function connect(versionNegotiation?: { mode: 'auto' }): Promise<Client> {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [command],
    cwd: tmpdir(),
    env: environment(),
    stderr: 'pipe',
  });
  transport.stderr?.on('data', (data) => {
    errors += data;
  });
  const made = new Client({ name: 'test', version: '1' }, { ...(versionNegotiation && { versionNegotiation }) });
  await made.connect(transport);
  return made;
}

async function call(name: string, args: Record<string, unknown>, by = client) {
  const { content, structuredContent, isError = false } = await by.callTool({ name, arguments: args });
  const [first] = content;
  return { said: first?.type === 'text' ? first.text : '', data: structuredContent, isError };
}

beforeAll(async () => {
  center = await smallHelpCenter();
  client = await connect({ mode: 'auto' });
}, 60_000);
afterAll(async () => {
  await client.close();
  await center.remove();
});

describe('a client over standard input', () => {
  it('is told of three tools that only read, with what they take and give', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(['search', 'read', 'list']);
    for (const tool of tools) {
      expect(tool.annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false });
      expect(tool.outputSchema?.type).toBe('object');
      expect(tool.description).toMatch(/help center/);
    }
    expect(client.getInstructions()).toMatch(/When the verdict is none/);
  });

  it('searches, and gets the permanent link, the passage, the day and its warning', async () => {
    const { said, data } = await call('search', { query: 'How long does my refund take?', limit: 1 });
    expect(data).toEqual({
      locale: 'en',
      verdict: expect.stringMatching(/^(confident|related)$/),
      answers: [
        {
          id: 'refunds',
          locale: 'en',
          title: 'How do I get a refund?',
          section: 'How long does it take?',
          url: 'https://help.example.com/a/refunds/#how-long-does-it-take',
          passage: 'Five working days. The invoice stays in your account.',
          reviewed: '2020-01-31',
          old: true,
        },
      ],
      contact: 'https://help.example.com/en/contact/',
    });
    expect(said).toContain('https://help.example.com/a/refunds/#how-long-does-it-take');
    expect(said).toContain('reviewed 2020-01-31, may be out of date');
  });

  it('is answered in the language of the question', async () => {
    const { data } = await call('search', { query: '환불은 어떻게 받나요?' });
    expect(data).toMatchObject({ locale: 'ko', answers: [{ id: 'refunds', locale: 'ko' }] });
  });

  it.each(['xylophone', 'Zanzibar'])(
    'is told that nothing answers %s, which no published article has',
    async (query) => {
      const { said, data, isError } = await call('search', { query });
      expect([data, isError]).toEqual([
        { locale: 'en', verdict: 'none', answers: [], contact: 'https://help.example.com/en/contact/' },
        false,
      ]);
      expect(said).toBe(
        'NO ANSWER: no article of this help center answers this question. Say so instead of answering from general knowledge; a person is reached at https://help.example.com/en/contact/',
      );
    },
  );

  it('lists what is published, by category and language, an untranslated article in the default one', async () => {
    const { data } = await call('list', { locale: 'ko' });
    expect(data).toMatchObject({
      locale: 'ko',
      total: 3,
      articles: [
        { id: 'refunds', locale: 'ko', url: 'https://help.example.com/a/refunds/' },
        { id: 'invoices', locale: 'en' },
        { id: 'pause', locale: 'en' },
      ],
    });
    expect((await call('list', { category: 'PLANS' })).data).toMatchObject({ total: 1, articles: [{ id: 'pause' }] });
  });

  it('lists and reads articles as resources, in each language that they are written in', async () => {
    const { resources } = await client.listResources();
    expect(resources.map(({ uri }) => uri)).toEqual([
      'article://en/invoices',
      'article://en/refunds',
      'article://en/pause',
      'article://ko/refunds',
    ]);
    expect(resources[1]?.annotations).toEqual({ lastModified: '2020-01-31T00:00:00Z' });
    const { contents } = await client.readResource({ uri: 'article://ko/refunds' });
    expect(contents).toMatchObject([{ mimeType: 'text/markdown', text: expect.stringMatching(/^# 환불은 어떻게/) }]);
    const { resourceTemplates } = await client.listResourceTemplates();
    expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual(['article://{locale}/{id}']);
    const completed = await client.complete({
      ref: { type: 'ref/resource', uri: 'article://{locale}/{id}' },
      argument: { name: 'id', value: 'ref' },
    });
    expect(completed.completion.values).toEqual(['refunds']);
    await expect(client.readResource({ uri: 'article://en/refund' })).rejects.toThrow('Did you mean "refunds"?');
  });

  it.each([
    ['search', { query: '  ' }, /query: Too small/],
    ['search', { query: 'x'.repeat(1501) }, /query: Too big: expected string to have <=1500 characters/],
    ['search', { query: 'refund', limit: 21 }, /limit: Too big: expected number to be <=20/],
    ['search', { query: 'refund', locale: 'fr' }, /^locale: this help center has en, ko, not "fr"\.$/],
    ['search', { query: 'refund', category: 'x' }, /Unrecognized key: "category"/],
    ['search', {}, /query: Invalid input: expected string, received undefined/],
    ['read', { article: 'refund' }, /Did you mean "refunds"\?/],
    [
      'list',
      { category: 'biling' },
      /^category: there is no "biling"\. Did you mean "billing"\? There are billing, plans\.$/,
    ],
    ['list', { cursor: 'nonsense' }, /Begin again without a cursor\.$/],
  ])('that calls %s with %j is told what was wrong, as the tool’s error', async (name, args, message) => {
    const { said, isError, data } = await call(name, args);
    expect(isError).toBe(true);
    expect(said).toMatch(message);
    expect(data).toBeUndefined();
  });

  it.each([
    '<script>alert(1)</script>',
    '\u0000\u0007\u202e refund',
    '\ud800',
    '%s%n $(rm -rf /) `id` {{7*7}}',
    '((((((((((((((((((((((((((a+)+)+)+',
    '"; DROP TABLE articles; --',
    '🚲'.repeat(20),
  ])('that asks %j gets an answer in time, and the server goes on', async (query) => {
    const { data, isError } = await call('search', { query });
    expect([isError, data]).toMatchObject([false, { verdict: expect.any(String) }]);
    expect((await call('read', { article: query })).isError).toBe(true);
  });

  it('may take a question back', async () => {
    const cancel = new AbortController();
    const asked = client.callTool({ name: 'search', arguments: { query: 'refund' } }, { signal: cancel.signal });
    cancel.abort('not needed');
    await expect(asked).rejects.toThrow();
    expect((await call('search', { query: 'refund' })).isError).toBe(false);
  });

  it('gets the same answers by the protocol’s earlier revision, beside another one', async () => {
    const older = await connect();
    const questions = ['refund', 'pause my plan', 'invoice', '환불'];
    const [one, other] = await Promise.all(
      [client, older].map((by) => Promise.all(questions.map((query) => call('search', { query }, by)))),
    );
    await older.close();
    expect(one).toEqual(other);
    expect(one?.every(({ isError }) => !isError)).toBe(true);
  });
});

describe('content that changes while the server runs', () => {
  const article = (name: string): string => join(center.content, 'articles/en/plans', name);
  /** The content is looked at once a second. */
  const answerTo = (query: string, by = client) =>
    expect.poll(async () => (await call('search', { query }, by)).said, { timeout: 40_000, interval: 500 });

  it('is answered from without a restart, and clients are told that there are other resources', async () => {
    const listener = await connect();
    let told = 0;
    listener.setNotificationHandler('notifications/resources/list_changed', () => {
      told += 1;
    });
    await call('search', { query: 'refund' }, listener);
    await writeFile(
      article('music.md'),
      '---\ntitle: Music\nid: music\ndescription: Lessons.\n---\n\n## Xylophone lessons\n\nEvery Tuesday.\n',
    );
    await answerTo('xylophone', listener).toContain('/a/music/#xylophone-lessons');
    expect((await call('read', { article: 'music' }, listener)).said).toContain('Every Tuesday.');
    await expect.poll(() => told).toBe(1);
    await listener.close();
    await answerTo('xylophone').toContain('/a/music/#xylophone-lessons');
  });

  it('keeps the good articles beside one that cannot be read, and says so on standard error', async () => {
    await writeFile(article('broken.md'), '---\ntitle: [\n---\n');
    await appendFile(article('music.md'), '\n## Glockenspiel\n\nOn Fridays.\n');
    await answerTo('glockenspiel').toContain('/a/music/#glockenspiel');
    expect(errors).toContain('! One file could not be read in full. Run npm run check; it says what to mend.');
  });

  it('is answered from as it was before while site.yaml cannot be read', async () => {
    const settings = join(center.content, 'site.yaml');
    const before = await readFile(settings, 'utf8');
    await writeFile(settings, 'name: [\n');
    await expect
      .poll(
        async () => {
          await call('search', { query: 'xylophone' });
          return errors;
        },
        { timeout: 40_000, interval: 500 },
      )
      .toContain('site.yaml cannot be read.');
    expect((await call('search', { query: 'xylophone' })).said).toContain('/a/music/#xylophone-lessons');
    await writeFile(settings, before);
  });
});

describe('the process', () => {
  it('writes nothing but the protocol, answers lines that are none with errors, and ends with its input', async () => {
    const child = spawn(process.execPath, [command], { env: environment(), stdio: ['pipe', 'pipe', 'ignore'] });
    const output = text(child.stdout);
    const send = (message: unknown): void => void child.stdin.write(`${JSON.stringify(message)}\n`);
    child.stdin.write('not json\n\n{"jsonrpc":"1.0"}\n[]\n');
    const clientInfo = { name: 'raw', version: '1' };
    send({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo },
    });
    send({ jsonrpc: '2.0', method: 'notifications/initialized' });
    send({ jsonrpc: '2.0', id: 2, method: 'no/such', params: {} });
    send({ jsonrpc: '2.0', id: 3, method: 'tools/call', params: { name: 'no-such-tool', arguments: {} } });
    await new Promise<void>((resolve) => {
      let seen = '';
      child.stdout.on('data', (data) => {
        seen += data;
        if (/"id":3/.test(seen)) resolve();
      });
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.stdin.end();
    expect(await ended).toBe(0);
    const lines = (await output)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.every(({ jsonrpc }) => jsonrpc === '2.0')).toBe(true);
    const answer = (id: number) => lines.find((line) => line.id === id);
    expect(answer(1).result.serverInfo.name).toBe('signpost');
    expect(answer(2).error.code).toBe(-32601);
    expect(answer(3).error.message).toBe('Tool no-such-tool not found');
  });
});
