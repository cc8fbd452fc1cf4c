import { describe, expect, it } from 'vitest';
import { editSchema } from '../../../src/schemas/edit.ts';
import { issueTracker } from '../../../src/site/issue-tracker.ts';

const trackerOf = (edit: object) => issueTracker(editSchema.parse(edit));
const pattern = (address: string) => trackerOf({ pattern: address })?.url;

describe('the place for new issues', () => {
  it('is that of the repository in which texts are edited', () => {
    expect(trackerOf({ github: 'larkride/help' })).toEqual({
      url: 'https://github.com/larkride/help/issues/new',
      title: 'title',
      body: 'body',
    });
    expect(trackerOf({ gitlab: 'larkride/web/help' })).toEqual({
      url: 'https://gitlab.com/larkride/web/help/-/issues/new',
      title: 'issue[title]',
      body: 'issue[description]',
    });
    expect(trackerOf({ codeberg: 'larkride/help' })?.url).toBe('https://codeberg.org/larkride/help/issues/new');
  });

  it('is found in the pattern of a host of the company’s own', () => {
    expect(pattern('https://git.larkride.example/web/help/-/edit/main/content/{path}')).toBe(
      'https://git.larkride.example/web/help/-/issues/new',
    );
    expect(pattern('https://git.larkride.example/web/help/_edit/main/{path}')).toBe(
      'https://git.larkride.example/web/help/issues/new',
    );
    expect(pattern('https://larkride.example/git/web/help/_edit/main/{path}')).toBe(
      'https://larkride.example/git/web/help/issues/new',
    );
    expect(pattern('https://github.larkride.example/web/help/edit/main/{path}')).toBe(
      'https://github.larkride.example/web/help/issues/new',
    );
  });

  it('is none where a host takes no text for an issue from an address', () => {
    expect(pattern('https://bitbucket.org/larkride/help/src/main/{path}?mode=edit')).toBeUndefined();
    expect(pattern('https://cms.larkride.example/edit?file={path}'.replace('edit?', 'a/edit?'))).toBeUndefined();
    expect(issueTracker(undefined)).toBeUndefined();
  });
});
