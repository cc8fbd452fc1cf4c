import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { liveText, planProgress } from '../../../src/terminal/plan.ts';
import {
  applyProgress,
  type ProgressCall,
  sentProgress,
  stepText,
  terminalProgress,
} from '../../../src/terminal/progress.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['performance', 'setInterval', 'clearInterval'] }));
afterEach(() => vi.useRealTimers());

/** A stream that keeps what was written, as a pipe or, with `isTTY`, as a terminal. */
function stream(isTTY: boolean) {
  let text = '';
  const through = Object.assign(new PassThrough(), { isTTY, columns: 200 });
  through.write = ((part: string) => {
    text += part;
    return true;
  }) as typeof through.write;
  return { stream: through as unknown as NodeJS.WriteStream, text: () => text };
}

const planned = [
  { title: 'Preparing the model', lane: 'search', seconds: 2, kept: true },
  { title: 'Embedding sections', lane: 'search', seconds: 8, kept: true },
  { title: 'Bundling', lane: 'pages', seconds: 4 },
  { title: 'Rendering pages', lane: 'site', seconds: 10 },
];

test('in a pipe each step is one line, with its share, what is left and what is kept', () => {
  const { stream: out, text } = stream(false);
  const plan = planProgress(planned, 'site', out);
  const [search, pages, site] = ['search', 'pages', 'site'].map((name) => plan.lane(name)) as [
    ReturnType<typeof plan.lane>,
    ReturnType<typeof plan.lane>,
    ReturnType<typeof plan.lane>,
  ];
  search.start('Embedding sections', 30);
  pages.start('Bundling', 1);
  vi.advanceTimersByTime(4_000);
  pages.stop();
  vi.advanceTimersByTime(4_000);
  search.advance(30);
  search.stop();
  site.start('Rendering pages', 12);
  vi.advanceTimersByTime(10_000);
  site.advance(12);
  site.stop();
  plan.end();
  expect(text()).toBe(
    ' 22 % Bundling: 4.0 s; 14 s left\n' +
      ' 44 % Embedding sections (30): 8.0 s, kept for next time; 10 s left\n' +
      ' 99 % Rendering pages (12): 10.0 s; a moment left\n',
  );
});

test('a step that takes no time has no line', () => {
  const { stream: out, text } = stream(false);
  const progress = terminalProgress(out);
  progress.start('Compressing', 1);
  progress.stop();
  expect(text()).toBe('');
});

test('on a terminal the bar stays below what else is written', () => {
  const { stream: out, text } = stream(true);
  const plan = planProgress(planned, 'site', out);
  plan.lane('pages').start('Bundling', 1);
  out.write('A warning.\n');
  plan.end();
  const line = '░░░░░░░░░░░░░░░░░░░░   0 % 20 s left: Bundling';
  const cleared = '\u001b[1G\u001b[2K';
  expect(text()).toBe(`${cleared}${line}${cleared}A warning.\n${line}${cleared}`);
  out.write('Later.\n');
  expect(text()).toMatch(/Later\.\n$/);
});

test('the bar names what is under way in every lane', () => {
  const steps = [
    { title: 'Embedding sections', lane: 'search', expected: 1, began: 0, done: 3, total: 9 },
    { title: 'Bundling', lane: 'pages', expected: 1, began: 0, done: 0, total: 1 },
  ];
  expect(liveText(steps, { share: 0.5, left: 12 })).toBe(
    '██████████░░░░░░░░░░  50 % 12 s left: Embedding sections, 3 of 9; Bundling',
  );
});

test('a step on its own tells how far it is, or how long it has been', () => {
  expect(stepText({ title: 'Embedding', done: 5, total: 20 }, 4)).toBe(
    '█████░░░░░░░░░░░░░░░  25 % Embedding, 5 of 20, 12 s left',
  );
  expect(stepText({ title: 'Embedding', done: 0, total: 20 }, 4)).toBe('░░░░░░░░░░░░░░░░░░░░   0 % Embedding, 0 of 20');
  expect(stepText({ title: 'Fitting', done: 0, total: 1 }, 4)).toBe('Fitting, 4.0 s so far');
});

test('on a terminal a step leaves one line', () => {
  const { stream: out, text } = stream(true);
  const progress = terminalProgress(out);
  progress.start('Fitting', 1);
  vi.advanceTimersByTime(3_000);
  progress.stop();
  expect(text().replace(/^.*\u001b\[2K/su, '')).toBe('Fitting: 3.0 s\n');
});

test('calls that were sent are made on the other side', () => {
  const calls: ProgressCall[] = [];
  const sent = sentProgress((call) => calls.push(call));
  sent.start('Embedding', 2);
  sent.advance(2);
  sent.stop();
  const made: unknown[] = [];
  const sink = {
    start: (...of: unknown[]) => made.push(of),
    advance: (...of: unknown[]) => made.push(of),
    stop: () => made.push('stop'),
  };
  for (const call of calls) applyProgress(sink, call);
  expect(made).toEqual([['Embedding', 2], [2], 'stop']);
});
