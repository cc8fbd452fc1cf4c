import { ownerInputs, writeOwner } from '../../support/owner-site.ts';
import { testOf } from '../support/own-site.ts';
import { expect } from '../support/visitor.ts';

const test = testOf('bank', ownerInputs('bank'), writeOwner('bank'));

test('an article links to the file that is read, where the owner’s repository edits it', async ({
  visitor: { page, open },
}) => {
  await open('/en/cards/lost-card/');
  const link = page.getByRole('link', { name: 'Edit this page' });
  expect(await link.getAttribute('href')).toBe(
    'https://github.com/harbour/help/edit/main/content/articles/en/cards/lost-card.md',
  );
});

test('an article with a part that several share links to the file of that part, too, and no other has a word of it', async ({
  visitor: { page, open },
}) => {
  await open('/en/cards/lost-card/');
  expect(await page.getByText('Text from other files: money-back.md').count()).toBe(1);
  expect(await page.getByRole('link', { name: 'money-back.md' }).getAttribute('href')).toBe(
    'https://github.com/harbour/help/edit/main/content/snippets/en/money-back.md',
  );
  await open('/en/cards/change-pin/');
  expect(await page.locator('main').textContent()).not.toContain('other files');
});
