import type { Page } from '@playwright/test';
import { aCase, activity, anIncident, leave, openRecord, statusMessage } from './desk.ts';
import { expect, test } from './fixtures.ts';

test.afterAll(leave);

const offered = (page: Page) => page.getByRole('listbox', { name: 'Reply templates' }).getByRole('option');
const comment = (page: Page) => activity(page).getByLabel('Additional comments', { exact: false }).first();
const workNote = (page: Page) => activity(page).getByLabel('Work notes', { exact: false }).first();

/** Creates a template on the templates page. */
async function keep(page: Page, values: { name: string; text: string; shared?: boolean }): Promise<void> {
  await page.goto('/workspace/profile');
  await page.getByRole('link', { name: 'My reply templates' }).click();
  await page.getByRole('link', { name: 'New template' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'New reply template' })).toBeVisible();
  await page.getByLabel('Name', { exact: false }).fill(values.name);
  await page.getByLabel('Text', { exact: false }).fill(values.text);
  if (values.shared) await page.getByLabel('Shared with everyone in the workspace').check();
  await page.getByRole('button', { name: 'Save' }).click();
}

test('reply templates · a slash offers them; the chosen one is filled in, previewed and posted', async ({ as }) => {
  const number = await aCase('The *scanner* is slow');
  const page = await as('agent@casebridge.test');
  await openRecord(page, number);
  const box = comment(page);
  await box.click();
  await box.pressSequentially('/ask for');
  await expect(offered(page)).toHaveCount(1);
  await expect(offered(page)).toContainText('Shared by Mia Manager');
  await expect(box).toHaveAttribute('aria-activedescendant', /-0$/);
  await page.keyboard.press('Enter');
  await expect(offered(page)).toHaveCount(0);
  await expect(box).toHaveValue(/^Hello Cora,\n\nthank you .*"The \\\*scanner\\\* is slow"[\s\S]*Ava Agent$/);
  await page.keyboard.type(', Casebridge');
  await page.keyboard.press('Control+Enter');
  const posted = activity(page)
    .getByRole('article', { name: /Ava Agent/ })
    .filter({ hasText: 'Ava Agent, Casebridge' });
  await expect(posted.first()).toContainText('"The *scanner* is slow"');
});

test('reply templates · no match is announced, Tab chooses, and a path is left as it is', async ({ as }) => {
  const number = await anIncident('Of no customer');
  const page = await as('itil@casebridge.test');
  await openRecord(page, number);
  const box = workNote(page);
  await box.click();
  await box.pressSequentially('See\n/hand');
  await expect(offered(page)).toHaveCount(1);
  // Tab chooses nothing while the search for the last letter is in progress.
  await expect(async () => {
    if ((await box.inputValue()) === 'See\n/hand') await page.keyboard.press('Tab');
    await expect(box).toHaveValue(/^See\n\*\*Handover of INC\d+\*\* \(New\), customer \n/, { timeout: 1_000 });
  }).toPass();
  await expect(statusMessage(page, '{{customer.name}} is empty on this record.')).toBeVisible();
  await box.fill('');
  await box.pressSequentially('/hand');
  await expect(offered(page)).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(offered(page)).toHaveCount(0);
  await box.fill('');
  await box.pressSequentially('/etc/hosts');
  await expect(offered(page)).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(box).toHaveValue('/etc/hosts\n');
  await box.fill('');
});

test('reply templates · other agents see a shared one, but not a personal one', async ({ as }) => {
  const number = await aCase('Whom a template is for');
  const [mia, pat] = [await as('manager@casebridge.test'), await as('plain@casebridge.test')];
  await keep(mia, { name: 'Quincunx for Mia', text: 'Mine' });
  await expect(statusMessage(mia, 'Reply template Quincunx for Mia saved.')).toBeVisible();
  await keep(mia, { name: 'Quincunx for all', text: '{{customer.nam}}', shared: true });
  await expect(mia.getByText('There is no variable {{customer.nam}}.').first()).toBeVisible();
  await mia.getByLabel('Text', { exact: false }).fill('Hello {{customer.first_name}}');
  await expect(mia.getByLabel('Shared with everyone in the workspace')).toBeChecked();
  await mia.getByRole('button', { name: 'Save' }).click();
  await expect(mia.getByRole('row', { name: /Quincunx for all/ })).toContainText('Shared by me');

  await openRecord(pat, number);
  await comment(pat).click();
  await comment(pat).pressSequentially('/quincunx');
  await expect(offered(pat)).toHaveText([/^Quincunx for all/]);
  await offered(pat).click();
  await expect(comment(pat)).toHaveValue('Hello Cora');
  await comment(pat).fill('');

  await pat.goto('/workspace/profile/reply-templates');
  const row = pat.getByRole('row', { name: /Quincunx/ });
  await expect(row).toContainText('Shared by Mia Manager');
  await expect(row.getByRole('button')).toHaveCount(0);
  for (const name of ['Quincunx for all', 'Quincunx for Mia']) {
    await mia.getByRole('button', { name: `Delete ${name}` }).click();
    await mia.getByRole('dialog').locator('button[type="submit"]').click();
    await expect(mia.getByRole('row', { name })).toHaveCount(0);
  }
});

test('REC-3 · reply templates · a conflicting save shows both versions and keeps the typed text', async ({ as }) => {
  const [mia, adam] = [await as('manager@casebridge.test'), await as('admin@casebridge.test')];
  const name = 'Sesquipedal for all';
  await keep(mia, { name, text: 'First', shared: true });
  await expect(mia.getByRole('row', { name })).toBeVisible();
  const open = async (page: Page) => {
    await page.goto('/workspace/profile/reply-templates');
    await page.getByRole('link', { name }).click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  };
  const text = (page: Page) => page.getByLabel('Text', { exact: false });
  const save = (page: Page) => page.getByRole('button', { name: 'Save' }).click();
  for (const page of [mia, adam]) await open(page);
  await text(mia).fill('What Mia says');
  await save(mia);
  await expect(statusMessage(mia, `Reply template ${name} saved.`)).toBeVisible();
  await text(adam).fill('What Adam says');
  await save(adam);
  const conflict = adam.getByRole('alert').filter({ hasText: 'Someone changed this template' });
  await expect(conflict).toContainText('What Mia says');
  await expect(text(adam)).toHaveValue('What Adam says');
  await conflict.getByRole('button', { name: 'Take theirs' }).click();
  await expect(text(adam)).toHaveValue('What Mia says');
  await expect(conflict).toHaveCount(0);

  await open(mia);
  await text(mia).fill('Mia once more');
  await text(adam).fill('Adam knows');
  await save(mia);
  await expect(statusMessage(mia, `Reply template ${name} saved.`)).toBeVisible();
  await save(adam);
  await conflict.getByRole('button', { name: 'Apply mine' }).click();
  await save(adam);
  await expect(adam.getByRole('row', { name })).toContainText('Adam knows');
  await adam.getByRole('button', { name: `Delete ${name}` }).click();
  await adam.getByRole('dialog').locator('button[type="submit"]').click();
  await expect(adam.getByRole('row', { name })).toHaveCount(0);
});
