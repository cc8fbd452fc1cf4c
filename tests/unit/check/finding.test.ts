import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentAt } from '../../../scripts/lib/check/compare-with-revision.ts';
import { checkContent } from '../../../src/check/check-content.ts';
import { formatMoved, movedAnswers } from '../../../src/check/finding/moved-answers.ts';
import type { Answer, SearchProbe } from '../../../src/check/finding/search-probe.ts';
import { readHelpCenter } from '../../../src/content/read-help-center.ts';
import { lostLinks } from '../../../src/permalinks/lost-links.ts';

const base = fileURLToPath(new URL('../../fixtures/content/_base', import.meta.url));
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'signpost-finding-'));
  await cp(base, root, { recursive: true });
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** A search that gives these ids for these questions, and the article itself for everything else. */
function probe(answers: Record<string, string[]>, confident = false): SearchProbe {
  const answer = (ids: string[]): Answer => ({
    confident,
    found: ids.map((id) => ({ id, title: `Title of ${id}`, words: id === 'pause' ? [] : ['money'] })),
  });
  const ask = async (_: string, question: string): Promise<Answer> =>
    answer(
      answers[question] ??
        (/refund|days/i.test(question) ? ['refunds'] : /invoice/i.test(question) ? ['invoices'] : ['pause']),
    );
  return {
    has: (locale) => locale === 'en',
    ask,
    first: (locale, questions) =>
      Promise.all(questions.map(async (question) => (await ask(locale, question)).found[0])),
  };
}

describe('the rule findability', () => {
  it('says what is ahead of an article, and by which words', async () => {
    await writeFile(
      join(root, 'queries.yaml'),
      'en:\n  - { q: where is my money, id: refunds }\n  - { q: second is fine, id: refunds, rank: 2 }\n  - { q: lost, id: refunds }\n',
    );
    const found = probe({
      'where is my money': ['invoices', 'pause', 'refunds'],
      'second is fine': ['pause', 'refunds'],
      lost: ['pause'],
    });
    const problems = await checkContent(await readHelpCenter(root), { only: ['findability'], searchProbe: found });
    expect(problems.map(({ line, found: what, expected }) => ({ line, what, expected }))).toEqual([
      {
        line: 2,
        what: '"where is my money" finds refunds in place 3; ahead of it:\ninvoices, "Title of invoices", by "money"\npause, "Title of pause", by its meaning\nitself found by "money"',
        expected: 'refunds in the first place',
      },
      {
        line: 4,
        what: '"lost" finds refunds not at all; ahead of it:\npause, "Title of pause", by its meaning',
        expected: 'refunds in the first place',
      },
    ]);
  });

  it('warns when a question that has no answer gets one with confidence', async () => {
    await writeFile(join(root, 'queries.yaml'), 'unanswerable:\n  en:\n    - do you sell boats\n');
    const center = await readHelpCenter(root);
    expect(await checkContent(center, { only: ['findability'], searchProbe: probe({}) })).toEqual([]);
    const [problem] = await checkContent(center, { only: ['findability'], searchProbe: probe({}, true) });
    expect(problem).toMatchObject({
      file: 'queries.yaml',
      line: 3,
      severity: 'warning',
      found: '"do you sell boats" is answered with confidence by pause, "Title of pause"',
    });
  });
});

describe('the rule own-words', () => {
  it('points out an article that neither its title nor its description finds first', async () => {
    // Answers that are pinned may come before a title.
    await writeFile(join(root, 'pins.yaml'), 'en:\n  - { article: refunds, questions: [Where is my invoice?] }\n');
    const center = await readHelpCenter(root);
    expect(await checkContent(center, { only: ['own-words'], searchProbe: probe({}) })).toEqual([]);
    const [problem, ...others] = await checkContent(center, {
      only: ['own-words'],
      searchProbe: probe({
        'Where is my invoice?': ['refunds'],
        'Every invoice is under Account → Payments as a PDF.': [],
      }),
    });
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      file: 'articles/en/billing/invoices.md',
      line: 2,
      found: 'a title that finds refunds, "Title of refunds", first',
    });
  });

  it('asks for no title that is typed exactly by nobody but who wants its article', async () => {
    const titled = (name: string, title: string): Promise<void> =>
      writeFile(
        join(root, `articles/en/plans/${name}.md`),
        `---\ntitle: ${title}\nid: ${name}\ndescription: What is said of ${name}.\n---\n\nIt is said here.\n`,
      );
    await titled('one', 'Move to another plan');
    await titled('two', 'Move to Another Plan!');
    await titled('three', 'What does E-1042 mean?');
    await titled('four', 'Version 2.0.10 does not start');
    await titled('five', 'The message "no bike found"');
    await titled('six', 'Plan 7 of our 3 plans');
    const asked: string[] = [];
    const search = probe({});
    const first: SearchProbe['first'] = (locale, questions) => {
      asked.push(...questions);
      return search.first(locale, questions);
    };
    await checkContent(await readHelpCenter(root), { only: ['own-words'], searchProbe: { ...search, first } });
    expect(asked.filter((question) => !question.startsWith('What is said')).sort()).toEqual([
      'Move to Another Plan!',
      'Move to another plan',
      'The message "no bike found"',
      'Version 2.0.10 does not start',
      'What does E-1042 mean?',
    ]);
  });
});

describe('answers compared with an earlier state', () => {
  it('are listed when the article or the first place moved', async () => {
    const queries = {
      answered: {
        en: [
          { q: 'a', id: 'refunds', rank: 1 },
          { q: 'b', id: 'refunds', rank: 1 },
        ],
      },
      unanswerable: { en: ['c'], ko: ['d'] },
    };
    const moved = await movedAnswers(
      queries,
      probe({ a: ['refunds'], b: ['refunds'], c: [] }),
      probe({ a: ['pause', 'refunds'], b: ['refunds', 'pause'], c: ['pause'] }),
    );
    expect(formatMoved(moved, 'main')).toBe(
      'Questions whose answer moved since main:\n  en  "a"  refunds: place 1 → place 2  first: refunds → pause\n  en  "c"  first: nothing → pause\n',
    );
    expect(formatMoved([], 'main')).toBe("No question's answer moved since main.\n");
  });
});

describe('links from elsewhere', () => {
  const move = (to: string) => rename(join(root, 'articles/en/plans/pause.md'), join(root, `articles/en/plans/${to}`));

  it('are lost when an article moves without an alias, and kept with one', async () => {
    const before = await readHelpCenter(root);
    await move('stop.md');
    expect(lostLinks(before, await readHelpCenter(root))).toMatchObject([
      {
        file: 'articles/en/plans/pause.md',
        rule: 'permanent-links',
        found: 'nothing at /en/plans/pause/ any more',
        remedy: 'Add "/en/plans/pause" to the aliases of the article with the id pause.',
      },
    ]);
    const file = join(root, 'articles/en/plans/stop.md');
    await writeFile(
      file,
      (await readFile(file, 'utf8')).replace('id: pause', 'id: pause\naliases: [/en/plans/pause/]'),
    );
    expect(lostLinks(before, await readHelpCenter(root))).toEqual([]);
  });

  it('are lost when an id changes or an article goes', async () => {
    const before = await readHelpCenter(root);
    const file = join(root, 'articles/en/plans/pause.md');
    await writeFile(file, (await readFile(file, 'utf8')).replace('id: pause', 'id: stop'));
    expect(lostLinks(before, await readHelpCenter(root)).map(({ found }) => found)).toEqual([
      'the id "stop", which was "pause"',
    ]);
    await rm(file);
    expect(lostLinks(before, await readHelpCenter(root)).map(({ remedy }) => remedy)).toEqual([
      'Add "/en/plans/pause" to the aliases of the article that answers now.',
    ]);
  });

  it('are compared with the content as git has it at a revision', async () => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.com', ...args], {
        cwd: root,
        stdio: 'pipe',
      });
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'first');
    await move('stop.md');
    const past = await contentAt('HEAD', root);
    expect((await readHelpCenter(past.root)).articles.map(({ slug }) => slug)).toContain('pause');
    await past.remove();
    await expect(contentAt('no-such-branch', root)).rejects.toThrow(
      'at the revision "no-such-branch". Name a branch or a commit that is here',
    );
  });
});

describe('the rule pin-effect', () => {
  const pinned = async (yaml: string, answers: Record<string, Answer>, withPins: Record<string, Answer> = {}) => {
    await writeFile(join(root, 'pins.yaml'), yaml);
    const searchProbe: SearchProbe = {
      has: (locale) => locale === 'en',
      ask: async (_, question, how) =>
        (how === 'unpinned' ? undefined : withPins[question]) ?? answers[question] ?? { confident: false, found: [] },
      first: () => Promise.reject(new Error('The rule asks for all that is found.')),
    };
    const problems = await checkContent(await readHelpCenter(root), { only: ['pin-effect'], searchProbe });
    return problems.map(({ line, severity, found }) => ({ line, severity, found }));
  };
  const found = (...ids: string[]) => ids.map((id) => ({ id, title: `Title of ${id}`, words: [] }));

  it('names a pin whose article comes first anyway, and none that is needed for one of its questions', async () => {
    const yaml = 'en:\n  - { article: refunds, questions: [where is my money, refund] }\n';
    const sure = { confident: true, found: found('refunds', 'pause') };
    expect(await pinned(yaml, { 'where is my money': sure, refund: sure })).toEqual([
      {
        line: 2,
        severity: 'warning',
        found: 'refunds comes first for all that is pinned to it, without the pin, and surely',
      },
    ]);
    expect(await pinned(yaml, { 'where is my money': { ...sure, confident: false }, refund: sure })).toEqual([]);
  });

  it('names a pin that hides a sure answer, and none whose article was near', async () => {
    const yaml = 'en:\n  - { article: refunds, questions: [how to pause], words: [winter] }\n';
    const sure = { confident: true, found: found('pause') };
    expect(
      await pinned(yaml, { 'how to pause': sure, winter: { confident: true, found: found('pause', 'refunds') } }),
    ).toEqual([
      {
        line: 2,
        severity: 'warning',
        found: '"how to pause" is surely answered by pause, "Title of pause", and refunds is not even near',
      },
    ]);
  });

  it('names a question that a pin takes from the article of queries.yaml', async () => {
    await writeFile(join(root, 'queries.yaml'), 'en:\n  - { q: can I pause in winter, id: pause }\n');
    const question = 'can I pause in winter';
    const yaml = 'en:\n  - { article: refunds, words: [winter] }\n';
    const answers = { [question]: { confident: true, found: found('pause') } };
    expect(await pinned(yaml, answers, { [question]: { confident: true, found: found('refunds', 'pause') } })).toEqual([
      {
        line: 2,
        severity: 'warning',
        found: 'the pin takes "can I pause in winter" from pause, which queries.yaml names for it',
      },
    ]);
  });

  it('names a question without an answer that a pin answers', async () => {
    await writeFile(join(root, 'queries.yaml'), 'unanswerable:\n  en: [winter in Mexico, summer]\n');
    const yaml = 'en:\n  - { article: refunds, words: [winter] }\n';
    const sure = { confident: true, found: found('refunds') };
    expect(await pinned(yaml, { summer: sure }, { 'winter in Mexico': sure })).toEqual([
      {
        line: 2,
        severity: 'warning',
        found: 'the pin answers "winter in Mexico", which has no answer by queries.yaml',
      },
    ]);
  });
});
