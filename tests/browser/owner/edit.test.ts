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
