import type { Page } from '@playwright/test';
import { aCase, aWorkNote, leave, untilOpen } from './desk.ts';
import { expect, test } from './fixtures.ts';

test.afterAll(leave);

const results = (page: Page) =>
  page
    .getByRole('table', { name: 'Search results' })
    .getByRole('row')
    .filter({ has: page.getByRole('cell') });

test('search · a word of a work note finds its record, from the search box and the palette', async ({ as }) => {
  const number = await aCase('Something is wrong in the cellar');
  await aWorkNote(number, 'Behind the rack lives an axolotl.');
  const page = await as('agent@casebridge.test');
  await page.goto('/workspace');
  await page.getByRole('combobox', { name: 'Find anything' }).fill('axolotl');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/workspace\/search\?q=axolotl/);
  await expect(results(page)).toHaveCount(1);
  await expect(results(page)).toContainText(/In a work note of .* by Ava Agent: Behind the rack lives an axolotl/);
  await expect(results(page).locator('mark')).toHaveText('axolotl');
  await results(page).getByRole('link', { name: number }).click();
  await expect(page).toHaveURL(new RegExp(`/workspace/cases/${number}#entry-`));

  const palette = page.getByRole('dialog').getByRole('combobox');
  await untilOpen(palette, () => page.keyboard.press('Control+k'));
  await palette.fill('axolo');
  const option = page.getByRole('option', { name: new RegExp(`${number}.*In a work note`) });
  await expect(option.locator('mark')).toHaveText('axolotl');
  await option.click();
  await expect(page).toHaveURL(new RegExp(`/workspace/cases/${number}#entry-`));
});

test('search · results are narrowed to a kind of record, and no results are announced', async ({ as }) => {
  const number = await aCase('Gherkins under the desk');
  const page = await as('agent@casebridge.test');
  await page.goto('/workspace/search?q=gherkins+under');
  await expect(results(page)).toHaveCount(1);
  const narrow = page.getByRole('navigation', { name: 'Narrow the results' });
  await narrow.getByRole('link', { name: 'Cases' }).click();
  await expect(page).toHaveURL(/in=cases/);
  await expect(narrow.getByRole('link', { name: 'Cases' })).toHaveAttribute('aria-current', 'page');
  await expect(results(page)).toHaveCount(1);
  await narrow.getByRole('link', { name: 'Incidents' }).click();
  await expect(page.getByText('No incidents found for “gherkins under”.')).toBeVisible();
  await page.getByRole('link', { name: 'Search everything' }).click();
  await expect(results(page)).toHaveCount(1);

  await page.getByRole('searchbox', { name: 'Search' }).fill(`cs${Number(number.slice(2))}`);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/workspace/cases/${number}$`));
});

test('search · a customer is found by part of the email address', async ({ as }) => {
  const page = await as('agent@casebridge.test');
  await page.goto('/workspace/search?q=customer%40boxeo');
  await expect(results(page)).toContainText(/Email: customer@boxeo\.example/);
  await results(page).getByRole('link').click();
  await expect(page).toHaveURL(/\/workspace\/customers\/contacts\//);
});
