import type { Page } from '@playwright/test';
import { activity, leave, related } from './desk.ts';
import { expect, test } from './fixtures.ts';

test.afterAll(leave);

async function choose(page: Page, label: string, words: string) {
  await page.getByRole('combobox', { name: label, exact: true }).fill(words);
  await page
    .getByRole('option', { name: new RegExp(words) })
    .first()
    .click();
}

test('REC-5 · a new case asks for what is missing, keeps what was typed, and is there', async ({ as }) => {
  const page = await as('agent@casebridge.test');
  await page.goto('/workspace/cases/new');
  await page.getByLabel('Description', { exact: true }).fill('Since nine o’clock.');
  await page.getByRole('button', { name: 'Submit' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Short description is missing.' }).first()).toBeVisible();
  await expect(page.getByLabel('Description', { exact: true })).toHaveValue('Since nine o’clock.');
  await page.getByLabel('Short description').fill('No signal in hall 4');
  await choose(page, 'Contact', 'Cora Customer');
  await page.getByRole('button', { name: 'Submit' }).click();
  await expect(page).toHaveURL(/\/workspace\/cases\/CS\d+$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('No signal in hall 4');
  await expect(page.getByRole('main')).toContainText('Boxeo');
  await expect(activity(page).getByRole('article', { name: 'Field change by Ava Agent' })).toBeVisible();
});

test('INC-4 · a new incident computes its priority', async ({ as }) => {
  const page = await as('itil@casebridge.test');
  await page.goto('/workspace/incidents/new');
  await page.getByLabel('Short description').fill('The whole hall is dark');
  await page.getByLabel('Impact').selectOption('1 - High');
  await page.getByLabel('Urgency').selectOption('2 - Medium');
  await page.getByRole('button', { name: 'Submit' }).click();
  await expect(page).toHaveURL(/\/workspace\/incidents\/INC\d+$/);
  await expect(page.getByRole('main')).toContainText('2 - High');
});

test('case or incident? · three answers recommend, and one click makes both', async ({ as }) => {
  const page = await as('agent@casebridge.test');
  await page.goto('/workspace/cases/new');
  await page.getByLabel('Short description').fill('A customer, and a service that is down');
  await choose(page, 'Contact', 'Cora Customer');
  const helper = page.getByRole('region', { name: /^Case or incident\?/i });
  await helper
    .getByRole('radio', { name: /customer/i })
    .first()
    .check();
  await helper
    .getByRole('radio', { name: /yes|down/i })
    .first()
    .check();
  await helper.getByRole('button', { name: 'Create Case with Incident' }).click();
  await expect(page).toHaveURL(/\/workspace\/cases\/CS\d+$/);
  await expect(related(page).getByRole('link', { name: /^INC\d+/ })).toBeVisible();
});

test('REL-8, REQ-3 · a request of several items says what they come to', async ({ as }) => {
  const page = await as('itil@casebridge.test');
  await page.goto('/workspace/requests/new');
  const quantity = page.getByRole('spinbutton', { name: 'Quantity' });
  const total = page.getByRole('status').filter({ hasText: 'Total' });
  await page.getByRole('radio', { name: /^Mail domain/ }).check();
  await quantity.fill('2');
  await expect(total).toHaveText('Total 90.00');
  await page.getByRole('button', { name: 'Add another item' }).click();
  await page.getByRole('radio', { name: /^Monitoring of 50 devices/ }).check();
  await page.getByRole('button', { name: 'Add another item' }).click();
  await expect(total).toHaveText('Total 240.00');
  await page.getByRole('button', { name: 'Remove Mail domain' }).click();
  await page.getByRole('radio', { name: /^Archive mailbox/ }).check();
  await page.getByRole('button', { name: 'Submit' }).click();
  await expect(page).toHaveURL(/\/workspace\/requests\/REQ\d+$/);
  await page.getByRole('tab', { name: /^Items/ }).click();
  const items = page.getByRole('table', { name: /^Items of REQ/ });
  await expect(items.getByRole('row')).toHaveText([
    /^Number/,
    /Monitoring of 50 devices1150\.00/,
    /Archive mailbox199\.00/,
  ]);
});
