import { execFileSync, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { type MovedAnswer, movedAnswers } from '../../../src/check/finding/moved-answers.ts';
import type { SearchProbe } from '../../../src/check/finding/search-probe.ts';
import { readHelpCenter } from '../../../src/content/read-help-center.ts';
import type { HelpCenter, Problem } from '../../../src/content/types.ts';
import { lostLinks } from '../../../src/permalinks/lost-links.ts';

/** What changed since a revision: links from elsewhere that are lost, and questions whose answer moved. */
export async function compareWithRevision(
  revision: string,
  center: HelpCenter,
  searchProbe: SearchProbe | undefined,
): Promise<{ lost: Problem[]; moved: MovedAnswer[] | undefined }> {
  const past = await contentAt(revision, center.root);
  try {
    const before = await readHelpCenter(past.root);
    return { lost: lostLinks(before, center), moved: searchProbe && (await movedSince(before, center, searchProbe)) };
  } finally {
    await past.remove();
  }
}

async function movedSince(before: HelpCenter, { queries }: HelpCenter, now: SearchProbe): Promise<MovedAnswer[]> {
  // Loaded by then; a check that asks nothing does without.
  const { loadSearchProbe } = await import('./load-search-probe.ts');
  return movedAnswers(queries, await loadSearchProbe(before), now);
}

/** A content folder as it was at a revision, in a temporary place. */
export interface PastContent {
  root: string;
  remove(): Promise<void>;
}

/**
 * Takes the content folder out of git as it was at `revision`.
 * @throws Error when git does not know the revision or the folder is in no repository.
 */
export async function contentAt(revision: string, root: string): Promise<PastContent> {
  const top = topOf(root);
  const path = relative(top, resolve(root)).replaceAll('\\', '/') || '.';
  const folder = await mkdtemp(join(tmpdir(), 'signpost-base-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    await unpack(top, revision, path, folder);
  } catch (error) {
    await remove();
    throw error;
  }
  return { root: join(folder, path), remove };
}

function topOf(root: string): string {
  try {
    return execFileSync('git', ['rev-parse', '--show-toplevel'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    throw new Error(`--base compares with a revision, but ${root} is in no git repository.`);
  }
}

function unpack(top: string, revision: string, path: string, folder: string): Promise<void> {
  return new Promise((done, fail) => {
    const archive = spawn('git', ['archive', '--format=tar', revision, '--', path], {
      cwd: top,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const tar = spawn('tar', ['-x', '-C', folder], { stdio: ['pipe', 'ignore', 'ignore'] });
    archive.stdout.pipe(tar.stdin);
    tar.on('error', () => fail(new Error('--base needs the program tar, which was not found.')));
    // An unknown revision gives tar an empty stream; git's own status tells it.
    const status = new Promise<number | null>((settle) => archive.on('close', settle));
    tar.on(
      'close',
      (code) =>
        void status.then((git) =>
          git === 0 && code === 0
            ? done()
            : fail(
                new Error(
                  `git has no ${path} at the revision "${revision}". Name a branch or a commit that is here; in a workflow, check out with fetch-depth: 0.`,
                ),
              ),
        ),
    );
  });
}
