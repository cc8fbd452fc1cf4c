import { statSync } from 'node:fs';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** A file as it was sent, compressed. */
interface Answer {
  headers: OutgoingHttpHeaders;
  body: Buffer;
  file: string;
  stamp: string;
}

/**
 * The compressed answers of a server, so that a file is compressed once for all visitors: the model of the deep tier
 * takes half a second of a processor each time.
 */
export class KeptAnswers {
  readonly #answers = new Map<string, Answer>();

  /** Answers as before where the file has not changed since; says whether it did. */
  send(request: IncomingMessage, response: ServerResponse): boolean {
    const answer = isWhole(request) ? this.#answers.get(keyOf(request)) : undefined;
    if (!answer || stampOf(answer.file) !== answer.stamp) return false;
    for (const [name, value] of Object.entries(answer.headers))
      if (value !== undefined) response.setHeader(name, value);
    response.end(answer.body);
    return true;
  }

  /**
   * Remembers what will be sent, if it is a file that was compressed on the way. Called before whatever compresses takes
   * hold of the response.
   * @returns what to tell the file's name to.
   */
  record(request: IncomingMessage, response: ServerResponse): (file: string) => void {
    if (!isWhole(request)) return () => {};
    const chunks: Buffer[] = [];
    const write = response.write.bind(response);
    Object.assign(response, {
      write(chunk: Buffer): boolean {
        chunks.push(chunk);
        return write(chunk);
      },
    });
    return (file) => {
      const stamp = stampOf(file);
      response.on('finish', () => {
        if (response.statusCode !== 200 || !response.hasHeader('Content-Encoding')) return;
        this.#answers.set(keyOf(request), { headers: response.getHeaders(), body: Buffer.concat(chunks), file, stamp });
      });
    };
  }
}

/** Whether all of a file is asked for, whatever the browser has. */
function isWhole({ method, headers }: IncomingMessage): boolean {
  return method === 'GET' && !Object.keys(headers).some((name) => name === 'range' || name.startsWith('if-'));
}

function keyOf({ url = '', headers }: IncomingMessage): string {
  return `${headers['accept-encoding'] ?? ''} ${url.replace(/\?.*/s, '')}`;
}

/** Another one for each version of a file; empty when it is gone. */
function stampOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? `${found.mtimeMs} ${found.size}` : '';
}
