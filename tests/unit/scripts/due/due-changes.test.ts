import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { dueChanges } from '../../../../scripts/lib/due/due-changes.ts';
import { lastBuild, recordLastBuild } from '../../../../scripts/lib/site/last-build.ts';
import { readHelpCenter } from '../../../../src/content/read-help-center.ts';
import { noticesSchema } from '../../../../src/schemas/notices.ts';

const none = { articles: [], notices: { notices: [] }, site: undefined };

describe('what is due', () => {
  it('is what a build would have otherwise than the last one', async () => {
    const [article] = (await readHelpCenter('tests/fixtures/content/_base')).articles;
    const made = (file: string, from?: string, until?: string) => ({
      ...article!,
      file,
      publish_at: from === undefined ? undefined : new Date(from),
      expires_at: until === undefined ? undefined : new Date(until),
    });
    const articles = [
      made('always.md'),
      made('came.md', '2026-05-02'),
      made('went.md', undefined, '2026-05-02'),
      made('came-and-went.md', '2026-05-02', '2026-05-03'),
      made('was-there.md', '2026-05-01'),
      made('will-come.md', '2026-05-05'),
      { ...made('draft.md', '2026-05-02'), draft: true },
    ];
    expect(dueChanges({ ...none, articles }, new Date('2026-05-01T12:00Z'), new Date('2026-05-04T12:00Z'))).toEqual([
      { file: 'came.md', what: 'is published' },
      { file: 'went.md', what: 'is no longer published' },
    ]);
    expect(dueChanges({ ...none, articles }, new Date('2026-05-03T12:00Z'), new Date('2026-05-04T12:00Z'))).toEqual([]);
  });
});

describe('what is due of notices', () => {
  const written = { text: 'Closed.', severity: 'info', from: '2026-05-20 09:00', until: '2026-05-21' };
  const notices = noticesSchema.parse({
    notices: [
      { id: 'closed', ...written },
      { id: 'always', text: 'Open.' },
    ],
  });
  const changes = (then: string, now: string) =>
    dueChanges({ ...none, notices }, new Date(then), new Date(now)).map(({ file, what }) => `${file} ${what}`);

  it('is that it comes into pages a week before its time, is shown at its time, and goes with its last day', () => {
    expect(changes('2026-05-12T02:00Z', '2026-05-13T02:00Z')).toEqual([]);
    expect(changes('2026-05-13T02:00Z', '2026-05-14T02:00Z')).toEqual(['notices.yaml has the notice closed soon']);
    expect(changes('2026-05-14T02:00Z', '2026-05-20T08:59Z')).toEqual([]);
    expect(changes('2026-05-20T02:00Z', '2026-05-21T02:00Z')).toEqual(['notices.yaml has the notice closed shown']);
    expect(changes('2026-05-21T02:00Z', '2026-05-22T02:00Z')).toEqual(['notices.yaml has the notice closed over']);
    expect(changes('2026-05-22T02:00Z', '2026-06-22T02:00Z')).toEqual([]);
  });
});

describe('when a site was last built', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('is kept by content folder and by workflow, since each publishes to a place of its own', async () => {
    const cache = await mkdtemp(join(tmpdir(), 'signpost-last-build-'));
    try {
      vi.stubEnv('SIGNPOST_CACHE', cache);
      vi.stubEnv('GITHUB_WORKFLOW', 'Pages');
      expect(await lastBuild('/help')).toBeUndefined();
      const at = new Date('2026-05-01T12:00:00.000Z');
      await recordLastBuild('/help', at);
      expect(await lastBuild('/help')).toEqual(at);
      expect(await lastBuild('/other')).toBeUndefined();
      vi.stubEnv('GITHUB_WORKFLOW', 'Netlify');
      expect(await lastBuild('/help')).toBeUndefined();
    } finally {
      await rm(cache, { recursive: true });
    }
  });
});
