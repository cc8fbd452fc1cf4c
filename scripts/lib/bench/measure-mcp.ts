import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import type { Row } from './row.ts';
import { median, quantile } from './statistics.ts';

const command = fileURLToPath(new URL('../../mcp.ts', import.meta.url));
const STARTS = 5;

/**
 * How long an assistant waits for the first answer of a server that it starts, with everything in the cache, and how long for
 * each later one. The questions are the titles of the content's articles.
 */
export async function measureMcp(root: string, cache: string): Promise<Row[]> {
  const connect = async (): Promise<Client> => {
    const client = new Client({ name: 'bench', version: '1' });
    await client.connect(
      new StdioClientTransport({
        command: process.execPath,
        args: [command],
        cwd: tmpdir(),
        env: { ...(process.env as Record<string, string>), SIGNPOST_CONTENT: root, SIGNPOST_CACHE: cache },
        stderr: 'ignore',
      }),
    );
    return client;
  };
  // Whatever the cache lacks is made before anything is measured.
  const first = await connect();
  const titles = await articleTitles(first);
  const answers: number[] = [];
  for (const query of titles) {
    const asked = performance.now();
    await first.callTool({ name: 'search', arguments: { query } });
    answers.push(performance.now() - asked);
  }
  await first.close();
  const starts: number[] = [];
  for (let start = 0; start < STARTS; start++) {
    const begun = performance.now();
    const client = await connect();
    await client.callTool({ name: 'search', arguments: { query: titles[start] ?? 'help' } });
    starts.push((performance.now() - begun) / 1000);
    await client.close();
  }
  const name = `assistant: ${answers.length} questions, each to its answer`;
  return [
    {
      group: 'mcp',
      name: `server started to first answer, warm, slowest of ${STARTS}`,
      value: Math.max(...starts),
      unit: 's',
      target: { atMost: 2 },
    },
    { group: 'mcp', name: `${name}, median`, value: median(answers), unit: 'ms' },
    { group: 'mcp', name: `${name}, p95`, value: quantile(answers, 0.95), unit: 'ms' },
  ];
}

/** Titles of the first page of articles, once the server has something to list. @throws Error when it has not. */
async function articleTitles(client: Client): Promise<string[]> {
  for (;;) {
    const { structuredContent, content } = await client.callTool({ name: 'list', arguments: {} });
    if (structuredContent)
      return (structuredContent as { articles: { title: string }[] }).articles.map(({ title }) => title);
    const [first] = content;
    const said = first?.type === 'text' ? first.text : '';
    if (!said.includes('still being prepared')) throw new Error(said);
  }
}
