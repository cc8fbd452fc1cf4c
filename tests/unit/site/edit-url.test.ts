import { describe, expect, it } from 'vitest';
import { editSchema } from '../../../src/schemas/edit.ts';
import { editUrl } from '../../../src/site/edit-url.ts';

const FILE = 'articles/en/cards/lost-card.md';

const urlOf = (edit: unknown, file = FILE) => editUrl(editSchema.parse(edit), file);

describe('the address that edits a file', () => {
  it.each([
    [{ github: 'o/r' }, `https://github.com/o/r/edit/main/${FILE}`],
    [{ github: 'o/r', branch: 'trunk', folder: 'content' }, `https://github.com/o/r/edit/trunk/content/${FILE}`],
    [
      { gitlab: 'group/sub/r', folder: 'help/content' },
      `https://gitlab.com/group/sub/r/-/edit/main/help/content/${FILE}`,
    ],
    [{ codeberg: 'o/r', branch: 'fix/a' }, `https://codeberg.org/o/r/_edit/fix/a/${FILE}`],
    [{ pattern: 'https://git.example.com/h?file=/{path}&edit=1' }, `https://git.example.com/h?file=/${FILE}&edit=1`],
  ])('%j gives %s', (edit, address) => {
    expect(urlOf(edit)).toBe(address);
  });

  it('is none where nothing is set', () => {
    expect(editUrl(undefined, FILE)).toBeUndefined();
  });

  it('keeps a file name from ending the path, or standing for a part of the pattern', () => {
    expect(urlOf({ github: 'o/r' }, 'pages/en/über uns?#$&.md')).toBe(
      'https://github.com/o/r/edit/main/pages/en/%C3%BCber%20uns%3F%23%24%26.md',
    );
  });
});

describe('edit in site.yaml', () => {
  const messages = (edit: unknown) =>
    editSchema.safeParse(edit).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);

  it('names one place, and one only', () => {
    expect(messages({})).toEqual([': one of pattern, github, gitlab, codeberg']);
    expect(messages({ github: 'o/r', gitlab: 'o/r' })).toEqual(['gitlab: one of pattern, github, gitlab, codeberg']);
  });

  it.each([
    'javascript:alert(1)//{path}',
    'https://{path}',
    'https://evil{path}/',
    'https://git.example.com/',
    'https://git.example.com/{path}/{path}',
    'https://git.example.com/{file}',
    'https://git.example.com/{path}" onclick="x',
    'https://git.example.com/{path}\n',
    'data:text/html,{path}',
    '//git.example.com/{path}',
  ])('takes no pattern %j', (pattern) => {
    expect(messages({ pattern })?.[0]).toContain('pattern: an address that begins with https:// and has {path} once');
  });

  it.each([{ github: 'o' }, { github: 'o/../r' }, { github: 'https://github.com/o/r' }, { github: 'o/r?x' }])(
    'takes no repository %j',
    (edit) => {
      expect(messages(edit)).not.toBeUndefined();
    },
  );

  it('takes no folder outside the repository', () => {
    expect(messages({ github: 'o/r', folder: '../content' })).toHaveLength(1);
  });
});
