import { describe, expect, test } from 'vitest';
import { blankCode } from '../../../src/markdown/blank-code.ts';

/** The text with its blanks shortened to one underscore, so that the expectation can be read. */
const blanked = (markdown: string): string => blankCode(markdown).replace(/ {3,}/g, '_');

describe('Markdown with its code blanked', () => {
  test.each([
    ['code within a line', 'Press `log in` now.', 'Press_now.'],
    ['a fenced block', 'Run:\n\n```sh\nlogin me\n```\n', 'Run:\n\n_\n_\n_\n'],
    ['a fenced block in a list', '- Run:\n\n  ```sh\n  login me\n  ```\n', '- Run:\n\n_\n_\n_\n'],
    ['an indented block', 'Run:\n\n    login me\n', 'Run:\n\n_\n'],
    ['where a link leads, and its title', 'See [the page](login.md "login") soon.', 'See [the page_soon.'],
    ['the definition of a link', 'See [the page][login].\n\n[login]: /login', 'See [the page][login].\n\n_'],
    ['where an image lies', '![The form](login.png)', '![The form_'],
    ['bare addresses', 'See https://example.com/login or <https://example.com/login>.', 'See_or_.'],
    ['an address as the text of a link', 'See [https://example.com/login](other.md).', 'See_.'],
    ['HTML tags', 'Press <kbd title="login">Enter</kbd>.', 'Press_Enter_.'],
    ['an image in a link', '[![The form](login.png)](login.md)', '[![The form_'],
  ])('hides %s', (_, markdown, expected) => expect(blanked(markdown)).toBe(expected));

  test('keeps the place of everything else', () => {
    const markdown = '# Log in\n\nWith `login`, see [*how to* log in](login.md).\n\n```\nlogin\n```\n\nLog in again.\n';
    const result = blankCode(markdown);
    expect(result).toHaveLength(markdown.length);
    for (const word of ['# Log in', '*how to* log in', 'Log in again.'])
      expect(result.indexOf(word), word).toBe(markdown.indexOf(word));
    expect(result).not.toContain('login');
  });
});
