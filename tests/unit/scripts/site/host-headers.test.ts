import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { headersFor, readHeaderRules } from '../../../../scripts/lib/site/host-headers.ts';

const text = `/help/*
  Content-Security-Policy: default-src 'none'; script-src 'self'
  X-Content-Type-Options: nosniff

/help/_astro/*
  Cache-Control: public, max-age=31536000, immutable
  X-Content-Type-Options: changed
`;

async function rulesOf(content: string) {
  const folder = await mkdtemp(join(tmpdir(), 'headers-'));
  await writeFile(join(folder, '_headers'), content);
  return readHeaderRules(folder);
}

test('every path below a pattern gets its headers, colons in values included', async () => {
  expect(headersFor('/help/en/', await rulesOf(text))).toEqual({
    'Content-Security-Policy': "default-src 'none'; script-src 'self'",
    'X-Content-Type-Options': 'nosniff',
  });
});

test('of two rules for a path the later one wins', async () => {
  expect(headersFor('/help/_astro/a.js', await rulesOf(text))).toMatchObject({
    'Cache-Control': 'public, max-age=31536000, immutable',
    'X-Content-Type-Options': 'changed',
  });
});

test('a path outside the patterns gets none, and dots in a pattern are only dots', async () => {
  expect(headersFor('/other/', await rulesOf(text))).toEqual({});
  expect(headersFor('/aXjs', await rulesOf('/a.js\n  A: b'))).toEqual({});
});

test('a folder without _headers has no rules', async () => {
  expect(await readHeaderRules(join(tmpdir(), 'no-such-folder'))).toEqual([]);
});
