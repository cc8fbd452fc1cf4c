import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LinkChecker } from 'linkinator';
import { escapeHtml } from '../../../src/site/escape-html.ts';

/** What a host said. */
export interface Answer {
  /** Of HTTP; 0 when there was no answer. */
  status: number;
  /** Their names in small letters. */
  headers: Record<string, string>;
  /** Without an answer: `timeout`, or the code of the network's error, such as ENOTFOUND. */
  failure?: string;
}

export interface Asker {
  /** Asks for an address once: by HEAD, and by GET where that does not give a page. Redirects are not followed. */
  ask(address: string): Promise<Answer>;
  close(): Promise<void>;
}

/**
 * Asks for single addresses with linkinator, which is made for whole pages: each address is the one link of a page in a
 * temporary folder. It asks once, reads no body to its end, and leaves to the caller when to ask again.
 * @param userAgent Says to hosts who asks.
 * @param timeout Milliseconds for one request.
 */
export async function openAsker(userAgent: string, timeout: number): Promise<Asker> {
  askThisMachineDirectly();
  const folder = await mkdtemp(join(tmpdir(), 'signpost-links-'));
  let pages = 0;
  return {
    async ask(address) {
      const page = join(folder, `${pages++}.html`);
      await writeFile(page, `<a href="${escapeHtml(address)}">asked</a>`);
      const { links } = await new LinkChecker().check({
        path: page,
        redirects: 'error',
        timeout,
        headers: { 'User-Agent': userAgent },
      });
      await rm(page);
      const result = links.find(({ parent }) => parent !== undefined);
      const details = result?.failureDetails ?? [];
      const status = result?.status ?? 0;
      if (status === 0) return { status, headers: {}, failure: failureOf(details.at(-1)) };
      const response = details.findLast((detail) => 'headers' in detail);
      return { status, headers: response?.headers ?? {} };
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

/** linkinator serves the page with the link on this machine, and asks a proxy even for that. */
function askThisMachineDirectly(): void {
  const { env } = process;
  const direct = env.no_proxy ?? env.NO_PROXY ?? '';
  if (direct !== '*' && !direct.includes('127.0.0.1')) env.no_proxy = [direct, '127.0.0.1'].filter(Boolean).join(',');
}

function failureOf(detail: unknown): string {
  if (!(detail instanceof Error)) return 'unknown';
  if (detail.name === 'TimeoutError') return 'timeout';
  const { cause } = detail;
  if (cause instanceof Error) return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
  return detail.message;
}
