import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { db } from '#lib/platform/db.ts';
import { accountsCalled, aMajorCase, aStoppedMajorCase, owned } from './affected.ts';
import { activity, leave, openRecord, openTab, statusMessage, untilOpen } from './desk.ts';
import { expect, test } from './fixtures.ts';

test.afterAll(leave);

const list = (page: Page) => page.getByRole('table', { name: 'Affected accounts' });
const rowOf = (page: Page, name: string) => list(page).getByRole('row').filter({ hasText: name });
const noViolations = async (page: Page) =>
  expect((await new AxeBuilder({ page }).include('dialog[open]').analyze()).violations).toEqual([]);

/** Opens a dialog of the list's page. */
async function openDialog(page: Page, name: string) {
  const dialog = page.getByRole('dialog', { name, exact: true });
  await untilOpen(dialog, () => page.getByRole('button', { name, exact: true }).click());
  return dialog;
}

test('MAJ-5, MAJ-6 · a list by condition, file and hand is refreshed and becomes child cases, never two for one account', async ({
  as,
}) => {
  const [zoo = '', park = ''] = await accountsCalled('Numbat Zoo', 'Numbat Park');
  const [den = ''] = await accountsCalled('Numbat Den', 'Numbat Labs', 'Numbat Hotel');
  await owned('Numbat feed', [zoo, park]);
  const major = await aMajorCase('No numbat is fed');
  const page = await as('manager@casebridge.test');
  await openRecord(page, major);
  await openTab(page, /^Child Cases/);
  await page.getByRole('link', { name: 'Affected Customers' }).click();
  await expect(page.getByText('No affected accounts yet')).toBeVisible();

  const condition = await openDialog(page, 'Add by condition');
  await condition.getByRole('combobox', { name: 'Value 1' }).fill('numbat f');
  await page.getByRole('option', { name: /Numbat feed/ }).click();
  const matches = condition.getByRole('region', { name: 'Matches' });
  await expect(matches.getByRole('status')).toHaveText('2 accounts match.');
  await expect(matches.getByRole('listitem')).toHaveText([/^Numbat Park/, /^Numbat Zoo/]);
  await condition.getByRole('button', { name: 'Add condition' }).click();
  await condition.getByRole('textbox', { name: 'Value 2' }).fill('zoo');
  await expect(matches.getByRole('status')).toHaveText('1 account matches.');
  await noViolations(page);
  await condition.getByRole('button', { name: 'Remove condition 2' }).click();
  await expect(matches.getByRole('status')).toHaveText('2 accounts match.');
  await condition.getByRole('button', { name: 'Fill list' }).click();
  await expect(statusMessage(page, '2 accounts added.')).toBeVisible();
  await expect(rowOf(page, 'Numbat Zoo').getByRole('cell', { name: 'Yes', exact: true })).toBeVisible();

  const file = await openDialog(page, 'Upload CSV');
  const buffer = Buffer.from('Name,Why\nNumbat Labs,calls\nNumbat Zoo,calls\nNumbat Ship,writes\n');
  await file.getByLabel('CSV file').setInputFiles({ name: 'affected.csv', mimeType: 'text/csv', buffer });
  await expect(file.getByRole('row').filter({ hasText: 'No matching account. (Numbat Ship)' })).toContainText('4');
  await expect(file.getByRole('row').filter({ hasText: 'Numbat Zoo is on the list already.' })).toBeVisible();
  await expect(list(page)).not.toContainText('Numbat Labs');
  await noViolations(page);
  await file.getByRole('button', { name: 'Add 1 account' }).click();
  await expect(statusMessage(page, '1 account added. 1 account was on the list already.')).toBeVisible();

  const add = await openDialog(page, 'Add by hand');
  await add.getByRole('combobox', { name: 'Account' }).fill('numbat hot');
  await page.getByRole('option', { name: /Numbat Hotel/ }).click();
  await expect(add.getByRole('list', { name: 'Chosen accounts' })).toContainText('Numbat Hotel');
  await noViolations(page);
  await add.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(rowOf(page, 'Numbat Hotel').getByRole('cell', { name: 'No', exact: true })).toBeVisible();

  // The park no longer meets the condition, the den does; accounts from the file stay regardless of the condition.
  await db().installBaseItem.deleteMany({ where: { accountId: { in: [park, zoo] } } });
  await owned('Numbat feed', [den]);
  await page.getByRole('button', { name: 'Refresh list' }).click();
  await expect(statusMessage(page, '1 account added, 1 account removed.')).toBeVisible();
  await expect(list(page).getByRole('link')).toHaveText(['Numbat Den', 'Numbat Hotel', 'Numbat Labs', 'Numbat Zoo']);
  await page.getByRole('button', { name: 'Remove Numbat Hotel' }).click();
  await expect(list(page)).not.toContainText('Numbat Hotel');
  const communication = page.getByRole('switch', { name: 'Active Communication with Numbat Den' });
  await communication.click();
  await expect(communication).not.toBeChecked();

  // A second user is about to do the same.
  const other = await as('admin@casebridge.test');
  await other.goto(`/workspace/cases/${major}/recipients`);
  const late = await openDialog(other, 'Create Child Cases');
  await late.getByRole('textbox').fill('Feed is on its way, twice.');

  const create = await openDialog(page, 'Create Child Cases');
  await expect(create).toContainText('3 accounts get a child case each');
  await create.locator('button[type="submit"]').click();
  await expect(create.getByRole('alert').first()).toContainText('Write what the customers read');
  await create.getByRole('textbox').fill('Feed is on its way.');
  await noViolations(page);
  await create.locator('button[type="submit"]').click();
  await expect(statusMessage(page, '3 child cases are being created.')).toBeVisible();
  const run = page.getByRole('region', { name: 'Creating child cases' });
  await expect(run).toContainText('Child cases created');
  await expect(run).toContainText('3 of 3');
  await expect(rowOf(page, 'Numbat Den').getByRole('link', { name: /^CS\d+$/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^(Create Child Cases|Clear list|Remove .+)$/ })).toHaveCount(0);

  await late.locator('button[type="submit"]').click();
  await expect(late.getByRole('alert').first()).toContainText('All 3 accounts of this list have a child case already.');
  const made = await db().case.findMany({ where: { parent: { task: { number: major } } }, select: { task: true } });
  expect(made.length).toBe(3);

  await openRecord(page, major);
  await openTab(page, 'Activity');
  await expect(activity(page)).toContainText('Created 3 child cases for the affected accounts');
  await openTab(page, /^Child Cases/);
  const panel = page.getByRole('tabpanel');
  for (const { task } of made) await expect(panel.getByRole('link', { name: task.number }).first()).toBeVisible();
  await openRecord(page, made[0]?.task.number ?? '');
  await expect(activity(page)).toContainText('Feed is on its way.');
});

test('MAJ-5 · a stopped run resumes from the page; accounts and consumers have separate lists', async ({ as }) => {
  const major = await aStoppedMajorCase('Half of the bilbies are told');
  const page = await as('manager@casebridge.test');
  await page.goto(`/workspace/cases/${major}/recipients`);
  const run = page.getByRole('region', { name: 'Creating child cases' });
  await expect(run).toContainText('Stopped');
  await expect(list(page)).toContainText('Waiting');
  await expect(async () => {
    await run.getByRole('button', { name: 'Resume' }).click({ timeout: 2_000 });
    await expect(run).toContainText('Child cases created', { timeout: 10_000 });
  }).toPass();
  await expect(list(page)).not.toContainText('Waiting');
  await page.getByRole('navigation', { name: 'Recipients lists' }).getByRole('link', { name: 'Consumers' }).click();
  await expect(page.getByText('No affected consumers yet')).toBeVisible();
});
