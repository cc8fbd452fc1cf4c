import { spawn } from 'node:child_process';
import { compiledFolder } from './kept-code.ts';

/** How a program ended, and what it printed unless that was shown at once. */
export interface Ended {
  status: number;
  output: string;
}

/** A program with its arguments; programs of npm packages by name. */
export type CommandLine = readonly [program: string, ...args: string[]];

/**
 * Runs a program. Each process of a run keeps what it compiled for the next, because some hundred are started that load
 * the same code.
 * @param shown Whether the terminal is the program's; otherwise what it prints is given back.
 */
export function runProgram([program, ...args]: CommandLine, shown: boolean): Promise<Ended> {
  const colours = process.stdout.isTTY && !process.env.NO_COLOR ? { FORCE_COLOR: '1' } : {};
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: shown ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      // Programs of npm are scripts there; Node's own path may hold a space, which a shell would cut it at.
      shell: process.platform === 'win32' && program !== process.execPath,
      env: { NODE_COMPILE_CACHE: compiledFolder(), ...(shown ? {} : colours), ...process.env },
    });
    const output: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => output.push(text));
    child.on('error', ({ message }) => resolve({ status: 1, output: message }));
    child.on('close', (status) => resolve({ status: status ?? 1, output: output.join('') }));
  });
}
