import { type ChildProcess, spawn } from 'node:child_process';

/** A collector in a process of its own. */
export interface RunningCollector {
  child: ChildProcess;
  url: string;
  ended: Promise<{ code: number | null; output: string }>;
}

/** Starts `npm run collect` on a free port. @throws Error with what it printed when it ends instead. */
export function startCollector(folder: string): Promise<RunningCollector> {
  const child = spawn(
    process.execPath,
    [
      'scripts/collect.ts',
      '--port',
      '0',
      '--out',
      folder,
      '--origin',
      'https://help.example.com',
      '--rate',
      '10000000',
    ],
    { stdio: 'pipe' },
  );
  let output = '';
  const ended = new Promise<{ code: number | null; output: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, output })),
  );
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const url = /Collecting at (\S+)/.exec(output)?.[1];
      if (url) resolve({ child, url, ended });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then(() => reject(new Error(`The collector ended: ${output}`)));
  });
}
