import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ContentMessage } from './content-process.ts';

/**
 * Makes what a content folder is served from, into the cache, in a process of its own: requests are answered meanwhile,
 * and the memory that embedding takes is given back. Whatever it prints goes to standard error.
 * @throws Error with the message that making it failed with.
 */
export function buildInProcess(content: string): Promise<void> {
  const { stderr } = process;
  const child = fork(fileURLToPath(new URL('./content-process.ts', import.meta.url)), [content], {
    stdio: ['ignore', stderr.fd, stderr.fd, 'ipc'],
  });
  return new Promise((resolve, reject) => {
    child.on('message', (said: ContentMessage) => ('done' in said ? resolve() : reject(new Error(said.message))));
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      reject(new Error(`The content could not be prepared: its process ended (${signal ?? `status ${code}`}).`)),
    );
  });
}
