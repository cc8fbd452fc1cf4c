import { randomUUID } from 'node:crypto';
import type { Message } from '../../../src/contact/message.ts';
import { messageRequest } from '../../../src/contact/request.ts';
import type { Site } from '../../../src/schemas/site.ts';

/** What came of a test message. */
export interface EndpointTrial {
  /** Where it was sent. */
  url: string;
  /** What keeps a browser's message from arriving, and what to do; empty when it was taken. */
  problems: string[];
}

/**
 * Sends one test message as a browser on the site would, which makes a ticket where all is well. Unlike a browser it
 * sees where a redirect leads.
 * @throws Error when the site sends its messages by mail.
 */
export async function tryEndpoint(site: Site): Promise<EndpointTrial> {
  const endpoint = site.contact.send;
  if (!endpoint)
    throw new Error('site.yaml names no contact.send: messages go by mail, and there is no endpoint to try.');
  const url = new URL(endpoint.url, site.url);
  const origin = new URL(site.url).origin;
  const request = messageRequest(testMessage(site), endpoint);
  const answer = await fetch(url, {
    method: 'POST',
    headers: { ...request.headers, Origin: origin },
    body: request.body,
    redirect: 'manual',
    signal: AbortSignal.timeout(request.timeout),
  }).catch((error: Error) => error);
  if (answer instanceof Error) return { url: url.href, problems: [noAnswer(answer, endpoint.timeoutSeconds)] };

  const problems: string[] = [];
  const type = answer.headers.get('Content-Type') ?? '';
  const text = await answer.text().catch(() => '');
  const found = `status ${answer.status}${type && `, ${type}`}${text && `: ${text.slice(0, 120).replace(/\s+/g, ' ')}`}`;
  if (answer.status >= 300 && answer.status < 400) {
    const to = new URL(answer.headers.get('Location') ?? '', url).href;
    problems.push(
      `It answers ${answer.status} and leads to ${to}, and on the way a browser may turn the message into a mere question. Write that address into contact.send.url.`,
    );
  } else if (answer.status < 200 || answer.status >= 300) {
    problems.push(`It refuses the message with ${found}. Expected a status from 200 to 299.`);
  } else if (!(await request.isTaken({ redirected: false, type, json: async () => JSON.parse(text) as unknown }))) {
    problems.push(
      `It answers with ${found}. Expected what the template ${endpoint.template} answers (src/contact/README.md): the page for unknown addresses, perhaps?`,
    );
  }
  if (url.origin !== origin) problems.push(...(await crossOriginProblems(url, origin, answer, request.headers)));
  return { url: url.href, problems };
}

/** What the receiver must say so that browsers let a page of another origin send and read. */
async function crossOriginProblems(
  url: URL,
  origin: string,
  answer: Response,
  headers: Record<string, string>,
): Promise<string[]> {
  const names = Object.keys(headers).map((name) => name.toLowerCase());
  const preflight = await fetch(url, {
    method: 'OPTIONS',
    headers: {
      Origin: origin,
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': names.join(),
    },
    redirect: 'manual',
  }).catch(() => undefined);
  const listed = (preflight?.headers.get('Access-Control-Allow-Headers') ?? '').toLowerCase();
  const allowed = listed.split(',').map((name) => name.trim());
  const missing = names.filter((name) => name !== 'accept' && !allowed.includes(name) && !allowed.includes('*'));
  const problems: string[] = [];
  if (!preflight?.ok || missing.length > 0)
    problems.push(
      `A browser asks first, with OPTIONS, and is not told that it may send ${missing.join(' and ') || 'there'}. Answer OPTIONS with 204, Access-Control-Allow-Origin: ${origin} and Access-Control-Allow-Headers: ${names.join(', ')}.`,
    );
  const readable = answer.headers.get('Access-Control-Allow-Origin');
  if (readable !== origin && readable !== '*')
    problems.push(
      `Its answer may not be read by pages of ${origin}, so none of them would know that a message arrived. Answer with Access-Control-Allow-Origin: ${origin}.`,
    );
  return problems;
}

function testMessage(site: Site): Message {
  return {
    subject: 'A test of the contact form',
    body: 'This message was sent by npm run check -- --endpoint, to see whether messages arrive. Nobody waits for an answer.',
    email: `test@${new URL(site.url).hostname}`,
    name: 'npm run check',
    phone: '',
    history: '',
    locale: site.defaultLocale,
    key: randomUUID(),
  };
}

function noAnswer(error: Error, seconds: number): string {
  if (error.name === 'TimeoutError') return `No answer came within ${seconds} seconds (contact.send.timeoutSeconds).`;
  const { cause } = error;
  return `No answer came: ${cause instanceof Error ? cause.message : error.message}. Is the address right, and the receiver running?`;
}
