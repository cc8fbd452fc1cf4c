import { spawn } from 'node:child_process';
import { constants, getPriority, setPriority } from 'node:os';
import { compiledFolder } from './kept-code.ts';

/** How a program ended, and what it printed unless that was shown at once. */
export interface Ended {
  status: number;
  output: string;
}

/** A program with its arguments; programs of npm packages by name. */
export type CommandLine = readonly [program: string, ...args: string[]];

export interface RunOptions {
  /** Whether the terminal is the program's; otherwise what it prints is given back. */
  shown: boolean;
  /** Whether other processes go first, as before all that it starts. */
  yields?: boolean;
  /** Variables that its environment has besides those of this process. */
  env?: Readonly<Record<string, string>>;
}

/** How much further back than this process one stands that yields: a third of its time beside another that does not. */
const BACK = 5;

/**
 * Runs a program. Each process of a run keeps what it compiled for the next, because some hundred are started that load
 * the same code.
 */
export function runProgram([program, ...args]: CommandLine, { shown, yields, env }: RunOptions): Promise<Ended> {
  const colours = process.stdout.isTTY && !process.env.NO_COLOR ? { FORCE_COLOR: '1' } : {};
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: shown ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      // Programs of npm are scripts there; Node's own path may hold a space, which a shell would cut it at.
      shell: process.platform === 'win32' && program !== process.execPath,
      env: { NODE_COMPILE_CACHE: compiledFolder(), ...(shown ? {} : colours), ...process.env, ...env },
    });
    if (yields && child.pid) setPriority(child.pid, Math.min(getPriority() + BACK, constants.priority.PRIORITY_LOW));
    const output: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => output.push(text));
    child.on('error', ({ message }) => resolve({ status: 1, output: message }));
    child.on('close', (status) => resolve({ status: status ?? 1, output: output.join('') }));
  });
}
