import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { newArticleCommand } from '../../../../../scripts/lib/insights/report/new-article-command.ts';
import { anyCharacter } from '../../../../support/any-character.ts';

it('puts a question into double quotes, which every shell knows, and names the language', () => {
  expect(newArticleCommand('Can I take  it on a ferry & back?', 'en')).toBe(
    'npm run new -- "Can I take it on a ferry & back?" --locale en',
  );
  expect(newArticleCommand('헬멧도 판매하나요', undefined)).toBe('npm run new -- "헬멧도 판매하나요"');
});

it.each([
  ['say "no" to “that”', "say 'no' to 'that'"],
  ['$(rm -rf ~) `id` cost', '(rm -rf ~) id cost'],
  ['%PATH% C:\\new !!', 'PATH C: new'],
  ['--suggest this\nand that', 'suggest this and that'],
  ['turned \u202Eround', 'turned round'],
])('leaves nothing of %j that a shell or the command would read', (question, title) => {
  expect(newArticleCommand(question)).toBe(`npm run new -- "${title}"`);
});

it('offers nothing where no title would be left', () => {
  expect(newArticleCommand('"$%!" ?')).toBeUndefined();
});

it('gives a shell exactly one word for the title, whatever was asked', () => {
  const question = fc
    .string({ unit: anyCharacter, minLength: 1, maxLength: 60 })
    .filter((text) => !text.includes('\0'));
  fc.assert(
    fc.property(question, (text) => {
      const command = newArticleCommand(text);
      if (command === undefined) return;
      const shown = execFileSync('sh', ['-c', command.replace('npm run new --', 'printf "%s\\n"')], {
        encoding: 'utf8',
      });
      expect(shown.split('\n')).toHaveLength(2);
      expect(command).toBe(`npm run new -- "${shown.slice(0, -1)}"`);
    }),
    { numRuns: 100 },
  );
});
