import type { Page } from '@playwright/test';
import { aCase, leave, statusMessage } from './desk.ts';
import { expect, test } from './fixtures.ts';

test.afterAll(leave);

/** The cells that are not aligned with their column's heading, as "row: column". */
const shifted = (page: Page) =>
  page.locator('table.records').evaluateAll((tables) =>
    tables.flatMap((table) => {
      const left = (cell: Element) => Math.round(cell.getBoundingClientRect().left);
      const headings = [...table.querySelectorAll('thead th')];
      return [...table.querySelectorAll('tbody tr')].flatMap((row) =>
        [...row.children].flatMap((cell, at) => {
          const heading = headings[at];
          return heading && left(heading) === left(cell) ? [] : `${row.textContent}: ${heading?.textContent}`;
        }),
      );
    }),
  );

for (const path of ['accounts', 'catalog', 'field-mappings', 'groups', 'cmdb', 'change-templates'])
  test(`ADM-6 · each value of /admin/${path} is under its heading, also after an empty cell`, async ({ as }) => {
    const page = await as('admin@casebridge.test', { viewport: { width: 1400, height: 900 } });
    await page.goto(`/admin/${path}`);
    await expect(page.locator('table.records tbody tr').first()).toBeVisible();
    expect(await shifted(page)).toEqual([]);
  });

test('REC-5 · the toast of a bulk change with Undo stays when the last row leaves the view', async ({ as }) => {
  const number = await aCase('Zeedonk on the line');
  const page = await as('agent@casebridge.test');
  await page.goto('/workspace/cases?q=zeedonk&assigned=nobody');
  await page.getByRole('checkbox', { name: `Select ${number}` }).check();
  await page.getByRole('button', { name: 'Assign to me' }).click();
  await expect(page.getByText('No cases match.')).toBeVisible();
  await expect(statusMessage(page, '1 assigned to you')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('checkbox', { name: `Select ${number}` })).toBeVisible();
});

test('REC-5 · the edit button of a row disappears with the row', async ({ as }) => {
  const [first, other] = [await aCase('Numbat one'), await aCase('Numbat two')];
  const page = await as('agent@casebridge.test');
  await page.goto('/workspace/cases?q=numbat');
  const pencil = page.getByRole('button', { name: /^Edit .* of CS\d+$/ });
  await expect(async () => {
    await page.mouse.move(0, 0);
    await page.getByRole('row').filter({ hasText: first }).locator('.cell-priority').hover();
    await expect(pencil).toBeVisible({ timeout: 1_000 });
  }).toPass();
  // By keyboard, so that the pointer does not move.
  await page.getByRole('searchbox', { name: 'Search' }).last().focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('numbat two');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/two/);
  await expect(page.getByRole('row').filter({ hasText: other })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: first })).toHaveCount(0);
  await expect(pencil).toHaveCount(0);
});

test('REC-5 · an error shows once, at its field; a line above links to it while it is out of view', async ({ as }) => {
  const page = await as('agent@casebridge.test', { viewport: { width: 1400, height: 500 } });
  await page.goto('/workspace/cases/new');
  const box = page.getByLabel('Short description');
  await box.press('Enter');
  const said = page.getByText('Short description is missing.');
  await expect(box).toBeFocused();
  await expect(said).toHaveCount(1);
  await expect(page.getByRole('alert').filter({ hasText: 'Short description is missing.' })).toHaveCount(1);
  await page.mouse.wheel(0, 5_000);
  await expect(said).toHaveCount(2);
  // Dispatches the event: a real click would scroll first and make the field visible.
  await page.getByRole('button', { name: 'Show', exact: true }).dispatchEvent('click');
  await expect(box).toBeFocused();
  await expect(said).toHaveCount(1);
});

test('CASE-8 · the buttons of a cancellation dialog say what they do', async ({ as }) => {
  const number = await aCase('Cancelled by mistake');
  const page = await as('agent@casebridge.test');
  await page.goto(`/workspace/cases/${number}`);
  const dialog = page.getByRole('dialog', { name: 'Cancel case' });
  await expect(async () => {
    if (!(await dialog.isVisible())) {
      const button = page.getByRole('main').getByRole('button', { name: 'Cancel case' });
      if (!(await button.isVisible())) await page.getByRole('button', { name: 'Additional Actions' }).click();
      await page.getByText('Cancel case', { exact: true }).first().click({ timeout: 2_000 });
    }
    await expect(dialog).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(dialog.locator('button[type="submit"]')).toHaveText('Cancel case');
  await dialog.getByRole('button', { name: 'Keep case' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('main')).not.toContainText('Cancelled ·');
});
