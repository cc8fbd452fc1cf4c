import { execFile } from 'node:child_process';
import { appendFile, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const base = fileURLToPath(new URL('../../../fixtures/content/_base', import.meta.url));
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'signpost-suggest-'));
  await cp(base, join(folder, 'content'), { recursive: true });
  // Searched by words alone, so that no model is needed.
  await appendFile(
    join(folder, 'content/site.yaml'),
    'search: { deepTier: "off", models: [{ languages: ["*", en], source: none }] }\n',
  );
  const refunds = join(folder, 'content/articles/en/billing/refunds.md');
  await writeFile(refunds, (await readFile(refunds, 'utf8')).replace('related:', 'updated: 2020-01-31\nrelated:'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What a shell gets from `npm run suggest -- …`. */
function suggest(args: string[], input = ''): Promise<{ status: number; stdout: string; stderr: string }> {
  const env = {
    ...process.env,
    SIGNPOST_CONTENT: join(folder, 'content'),
    SIGNPOST_CACHE: join(folder, 'cache'),
    NO_COLOR: '1',
    FORCE_COLOR: undefined,
  };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, ['scripts/suggest.ts', ...args], { env }, (error, stdout, stderr) =>
      resolve({ status: Number(error?.code ?? 0), stdout, stderr }),
    );
    child.stdin!.on('error', () => {});
    child.stdin!.end(input);
  });
}

describe('npm run suggest', () => {
  it('prints title and section, permanent link, passage and the date with its warning', async () => {
    const { stdout, stderr, status } = await suggest(['--limit', '1', 'How long does my refund take?']);
    expect(stdout).toBe(
      '1. How do I get a refund? – How long does it take?\nhttps://help.example.com/a/refunds/#how-long-does-it-take\nFive working days. The invoice stays in your account.\nreviewed 2020-01-31, may be out of date\n',
    );
    // On a busy machine the first question may tell what it waits for.
    expect([stderr.replace(/^Writing the index of en: .+\n/, ''), status]).toEqual(['', 0]);
  });

  it('reads standard input, recognises its language, and prints JSON', async () => {
    const { stdout, status } = await suggest(['--json'], '환불은 어떻게 받나요?\n');
    expect(JSON.parse(stdout)).toEqual({
      locale: 'ko',
      questions: [
        {
          question: '환불은 어떻게 받나요?',
          locale: 'ko',
          verdict: expect.stringMatching(/^(confident|related)$/),
          answers: expect.any(Array),
        },
      ],
    });
    expect(JSON.parse(stdout).questions[0].answers[0]).toEqual({
      id: 'refunds',
      locale: 'ko',
      title: '환불은 어떻게 받나요?',
      section: '',
      url: 'https://help.example.com/a/refunds/',
      passage: expect.stringContaining('환불을 요청하세요.'),
      old: false,
    });
    expect(status).toBe(0);
  });

  it('says so when nothing answers', async () => {
    expect((await suggest(['--locale', 'ko', 'xylophone'])).stdout).toBe('No article answers this.\n');
  });

  it.each([
    [['--locale', 'fr', 'refund'], '✗ --locale fr: this site has en, ko.\n'],
    [['--limit', '0', 'refund'], '✗ --limit 0: expected a whole number from 1 to 50.\n'],
    [['--limit', 'ten', 'refund'], '✗ --limit ten: expected a whole number from 1 to 50.\n'],
    [['--frobnicate'], "error: unknown option '--frobnicate'\n"],
    [[], '✗ There is no message. Write it behind the command, or pipe it in: npm run suggest -- "My bike beeps".\n'],
  ])('%j ends with what is wrong and nothing on standard output', async (args, message) => {
    expect(await suggest(args, '  \n')).toEqual({ status: 1, stdout: '', stderr: message });
  });

  it('answers from new content as soon as it is written', async () => {
    await appendFile(join(folder, 'content/articles/en/plans/pause.md'), '\n## Xylophone lessons\n\nEvery Tuesday.\n');
    expect((await suggest(['xylophone'])).stdout).toContain('/a/pause/#xylophone-lessons\n');
  });

  it('makes the index anew when what the cache keeps was damaged', async () => {
    const kept = join(folder, 'cache/answers');
    for (const file of await readdir(kept)) await writeFile(join(kept, file), 'damaged');
    expect((await suggest(['xylophone'])).stdout).toContain('/a/pause/#xylophone-lessons\n');
  });

  it('names files that could not be read, after the answers', async () => {
    await writeFile(join(folder, 'content/articles/en/plans/broken.md'), '---\ntitle: [\n---\n');
    const { stdout, stderr, status } = await suggest(['xylophone']);
    expect(stdout).toContain('/a/pause/#xylophone-lessons\n');
    expect([stderr, status]).toEqual([
      '! One file could not be read in full. Run npm run check; it says what to mend.\n',
      0,
    ]);
  });

  it('says what to do when site.yaml cannot be read', async () => {
    await writeFile(join(folder, 'content/site.yaml'), 'name: [\n');
    expect(await suggest(['refund'])).toEqual({
      status: 1,
      stdout: '',
      stderr: `✗ ${folder}/content/site.yaml cannot be read. Run npm run check; it says what to mend.\n`,
    });
  });
});
