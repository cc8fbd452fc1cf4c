import { ownerInputs, writeOwner } from '../../support/owner-site.ts';
import { testOf } from '../support/own-site.ts';
import { expect } from '../support/visitor.ts';

const test = testOf('bank', ownerInputs('bank'), writeOwner('bank'));

test('a bank’s help center, made from content alone, shows an article without any error', async ({
  visitor: { page, open },
}) => {
  await open('/en/cards/lost-card/');
  expect(await page.locator('h1').textContent()).toBe('I have lost my card');
});
