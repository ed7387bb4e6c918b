import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { aCase, aContact, activity, details, leave, openTab, related } from './desk.ts';
import { expect, test } from './fixtures.ts';

test.afterAll(leave);

async function choose(page: Page, label: string, words: string) {
  await page.getByRole('combobox', { name: label, exact: true }).fill(words);
  await page
    .getByRole('option', { name: new RegExp(words) })
    .first()
    .click();
}

test('REC-5 · a new case reports missing values, keeps the typed ones, and is created', async ({ as }) => {
  const page = await as('agent@casebridge.test');
  await page.goto('/workspace/cases/new');
  await page.getByLabel('Description', { exact: true }).fill('Since nine o’clock.');
  await page.getByRole('button', { name: 'Create case', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Short description is missing.' }).first()).toBeVisible();
  await expect(page.getByLabel('Description', { exact: true })).toHaveValue('Since nine o’clock.');
  await page.getByLabel('Short description').fill('No signal in hall 4');
  await choose(page, 'Contact', 'Cora Customer');
  await page.getByRole('button', { name: 'Create case', exact: true }).click();
  await expect(page).toHaveURL(/\/workspace\/cases\/CS\d+$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('No signal in hall 4');
  await expect(page.getByRole('main')).toContainText('Boxeo');
  await expect(activity(page).getByRole('article', { name: 'Field change by Ava Agent' })).toBeVisible();
});

const box = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true });

/** Types into the box *Customer* until the page shows the option. */
async function lookFor(page: Page, words: string, found: string) {
  const list = page.getByRole('listbox');
  const option = list.getByRole('option', { name: found });
  await expect(async () => {
    await box(page, 'Customer').fill(words);
    await expect(option).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(list.getByRole('option', { selected: true })).toHaveAccessibleName(new RegExp(`^${found}`));
}

test('new case · from a phone call: three letters, Enter, a line and Submit', async ({ as }) => {
  const page = await as('agent@casebridge.test');
  await page.goto('/workspace/cases/new');
  await lookFor(page, 'nor', 'Nora Nordwind');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(box(page, 'Contact')).toHaveValue('Nora Nordwind');
  await expect(box(page, 'Account')).toHaveValue('Nordwind');
  await expect(box(page, 'Assignment group')).toHaveAccessibleDescription('Customer Service, by the account');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByLabel('Short description').fill('The pier has no network');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/workspace\/cases\/CS\d+$/);
  await openTab(page, 'Details');
  await expect(details(page).getByLabel('Contact', { exact: true })).toHaveValue('Nora Nordwind');
  await expect(details(page).getByLabel('Assignment group', { exact: true })).toHaveValue('Customer Service');
  await expect(details(page).getByText('Nordwind', { exact: true })).toBeVisible();
});

test('new case · the customer’s open cases are shown at once', async ({ as }) => {
  const contactId = await aContact('Quinn Opens');
  for (let older = 1; older <= 5; older++) await aCase(`Opened before ${older}`, { contactId });
  const number = await aCase('Opened by a colleague', { contactId });
  const page = await as('agent@casebridge.test');
  await page.goto('/workspace/cases/new');
  await lookFor(page, 'Quinn', 'Quinn Opens');
  await page.keyboard.press('Enter');
  const open = page.getByRole('list', { name: 'Active cases of Quinn Opens' });
  await expect(open.getByRole('listitem').first()).toContainText('Opened by a colleague');
  await expect(open.getByRole('link', { name: number })).toHaveAttribute('href', `/workspace/cases/${number}`);
  await expect(open.getByRole('listitem')).toHaveCount(5);
});

test('ACC-14, new case · an agent adds an unknown customer and sends an invitation', async ({ as }) => {
  const page = await as('agent@casebridge.test');
  await page.goto('/workspace/cases/new');
  await lookFor(page, 'Nelly Newcomer', 'Add "Nelly Newcomer"');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Add customer' });
  await expect(dialog.getByLabel('Name', { exact: true })).toHaveValue('Nelly Newcomer');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await dialog.getByLabel('Email').fill('nelly@funco.example');
  await dialog.getByRole('checkbox', { name: 'Send an invitation to the portal' }).check();
  await dialog.getByRole('button', { name: 'Add contact' }).click();
  await expect(dialog.getByRole('combobox', { name: 'Account' })).toHaveAccessibleDescription('Choose the account.');
  await dialog.getByRole('combobox', { name: 'Account' }).fill('Funco');
  await page.getByRole('option', { name: /^Funco/ }).click();
  await dialog.getByRole('button', { name: 'Add contact' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Nelly Newcomer is added and invited.')).toBeVisible();
  await expect(box(page, 'Customer')).toHaveValue('Nelly Newcomer');
  await expect(box(page, 'Customer')).toBeFocused();
  await expect(box(page, 'Contact')).toHaveValue('Nelly Newcomer');
  await page.getByLabel('Short description').fill('Wants to know what we do');
  await page.getByRole('button', { name: 'Create case', exact: true }).click();
  await expect(page).toHaveURL(/\/workspace\/cases\/CS\d+$/);
  await expect(page.getByRole('main')).toContainText('Funco');
  // The name is corrected on the contact's page.
  await page.getByRole('region', { name: 'Customer' }).getByRole('link', { name: 'Nelly Newcomer' }).click();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const edit = page.getByRole('dialog', { name: 'Edit Nelly Newcomer' });
  await edit.getByLabel('Name', { exact: true }).fill('Nelly Newman');
  await edit.getByRole('button', { name: 'Save customer' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nelly Newman');
});

test('INC-4 · a new incident computes its priority', async ({ as }) => {
  const page = await as('itil@casebridge.test');
  await page.goto('/workspace/incidents/new');
  await page.getByLabel('Short description').fill('The whole hall is dark');
  await page.getByLabel('Impact').selectOption('1 - High');
  await page.getByLabel('Urgency').selectOption('2 - Medium');
  await page.getByRole('button', { name: 'Create incident', exact: true }).click();
  await expect(page).toHaveURL(/\/workspace\/incidents\/INC\d+$/);
  await expect(page.getByRole('main')).toContainText('2 - High');
});

test('case or incident? · three answers give a recommendation, and one click creates both', async ({ as }) => {
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

test('REL-8, REQ-3 · a request of several items shows their total', async ({ as }) => {
  const page = await as('itil@casebridge.test');
  await page.goto('/workspace/requests/new');
  const quantity = page.getByRole('spinbutton', { name: 'Quantity' });
  const total = page.getByRole('status').filter({ hasText: 'Total' });
  await page.getByRole('radio', { name: /^Mail domain/ }).check();
  await quantity.fill('2');
  await expect(total).toHaveText('Total 90.00 EUR');
  await page.getByRole('button', { name: 'Add another item' }).click();
  await page.getByRole('radio', { name: /^Monitoring of 50 devices/ }).check();
  await page.getByRole('button', { name: 'Add another item' }).click();
  await expect(total).toHaveText('Total 240.00 EUR');
  await page.getByRole('button', { name: 'Remove Mail domain' }).click();
  await page.getByRole('radio', { name: /^Archive mailbox/ }).check();
  await page.getByRole('button', { name: 'Create request', exact: true }).click();
  await expect(page).toHaveURL(/\/workspace\/requests\/REQ\d+$/);
  await page.getByRole('tab', { name: /^Items/ }).click();
  const items = page.getByRole('table', { name: /^Items of REQ/ });
  await expect(items.getByRole('row')).toHaveText([
    /^Number/,
    /Monitoring of 50 devices1150\.00/,
    /Archive mailbox199\.00/,
    /^Total249\.00/,
  ]);
});
