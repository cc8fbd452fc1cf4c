import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { modelSchema } from '../../../../../src/schemas/search-settings.ts';
import { loadBrowserTeacher } from '../../../../../src/search/indexer/embed/browser-teacher.ts';
import { loadTeacher } from '../../../../../src/search/indexer/embed/teacher.ts';
import { writeBrowserModel } from '../../../../../src/search/indexer/model/write-browser-model.ts';

const settings = modelSchema.parse({});
const minutes = 120_000;

const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, index) => sum + value * b[index]!, 0);

test('what a visitor downloads for the deep tier, runtime included, stays below 14 MB as stored', {
  timeout: minutes,
}, async () => {
  const { files, copy } = await writeBrowserModel(settings);
  expect(copy.bytes).toBeLessThan(14_000_000);
  expect(copy).toMatchObject({ maxTokens: 128, queryPrefix: '', pooling: 'mean', dimensions: 384 });
  for (const [part, { name, bytes }] of Object.entries(copy.files)) {
    const content = files.get(name)!;
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
    expect(name).toBe(`model/${part}.${hash}.${part === 'loader' ? 'js' : 'bin'}`);
    expect(bytes).toBeLessThanOrEqual(content.length);
  }
  expect(Object.values(copy.files).reduce((sum, { bytes }) => sum + bytes, 0)).toBe(copy.bytes);
});

test('the browser’s copy means what the build’s model means', { timeout: minutes }, async () => {
  const [teacher, browser] = await Promise.all([loadTeacher(settings), loadBrowserTeacher(settings)]);
  const questions = [
    'How do I get my money back?',
    'the app closes as soon as i open it',
    'Error E-1042 while pairing over Bluetooth',
    'Can I change the delivery address after the order has been sent? '.repeat(12),
  ];
  const [expected, found] = await Promise.all([teacher.embed(questions), browser.embed(questions)]);
  questions.forEach((question, index) => expect(dot(expected[index]!, found[index]!), question).toBeGreaterThan(0.97));
});

test('questions of the same meaning are close and others are not', { timeout: minutes }, async () => {
  const browser = await loadBrowserTeacher(settings);
  const [question, same, other] = await browser.embed([
    'How do I get my money back?',
    'Request a refund',
    'The weather is nice today',
  ]);
  expect(dot(question!, same!)).toBeGreaterThan(0.5);
  expect(dot(question!, other!)).toBeLessThan(0.2);
});
