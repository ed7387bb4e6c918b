import type { Page } from '@playwright/test';
import { aCase, activity, openRecord, properties } from './desk.ts';
import { expect, signIn, test } from './fixtures.ts';

const note = (page: Page) => activity(page).getByRole('textbox', { name: 'Work notes' });
const comment = (page: Page) => activity(page).getByRole('textbox', { name: 'Additional comments' });

async function expectAllThere(page: Page) {
  await expect(note(page)).toHaveValue('Asked the vend');
  await expect(comment(page)).toHaveValue('Dear Cora,');
  await expect(properties(page).getByLabel('Impact')).toHaveValue('1');
  await expect(page.getByText(/^Not saved: Impact\b/)).toBeVisible();
}

test('REC-5 · a draft survives a link, Back and a reload, and is gone once sent', async ({ as }) => {
  const number = await aCase('Left in the middle of a word');
  const page = await as('agent@casebridge.test');
  await openRecord(page, number);
  await note(page).fill('Asked the vend');
  await comment(page).fill('Dear Cora,');
  await properties(page).getByLabel('Impact').selectOption('1 - High');
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: /^Cases/ })
    .click();
  await expect(page).toHaveURL(/\/workspace\/cases$/);
  await page.goBack();
  await expectAllThere(page);
  await page.reload();
  await expectAllThere(page);

  await page.getByRole('button', { name: 'Post work note' }).click();
  await expect(activity(page).getByRole('article').filter({ hasText: 'Asked the vend' })).toBeVisible();
  await page.getByRole('button', { name: 'Save', exact: true }).first().click();
  await expect(page.getByText(/^Not saved: Impact\b/)).toBeHidden();
  await page.reload();
  await expect(properties(page).getByLabel('Impact')).toHaveValue('1');
  await expect(comment(page)).toHaveValue('Dear Cora,');
  await expect(note(page)).toHaveValue('');
  await expect(page.getByText('Not saved')).toBeHidden();
});

test('REC-5 · a dialog closed by Escape opens with its draft', async ({ as }) => {
  const number = await aCase('Closed by a slip of the hand');
  const page = await as('agent@casebridge.test');
  await openRecord(page, number);
  const dialog = page.getByRole('dialog', { name: 'Propose solution' });
  await page.getByRole('button', { name: 'Propose solution' }).click();
  await dialog.getByRole('textbox', { name: 'Resolution notes' }).fill('The port was dead.');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'Propose solution' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Resolution notes' })).toHaveValue('The port was dead.');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Propose solution' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Resolution notes' })).toHaveValue('');
});

test('REC-5 · a restored draft never mixes with text typed while the page loads', async ({ as }) => {
  const page = await as('agent@casebridge.test');
  await page.goto('/workspace/incidents/new');
  const box = page.getByLabel('Short description');
  await box.fill('Typed before');
  const { promise: scriptsMayCome, resolve: letScriptsCome } = Promise.withResolvers<void>();
  await page.route('**/_next/static/**/*.js', async (route) => {
    await scriptsMayCome;
    await route.continue();
  });
  await page.reload({ waitUntil: 'commit' });
  await expect(box).toBeVisible();
  // The box stays locked until the draft is restored, so that the draft cannot overwrite new text.
  await expect(box).not.toBeEditable();
  const filled = box.fill('Typed later');
  letScriptsCome();
  await filled;
  await expect(box).toHaveValue('Typed later');
  await page.getByRole('button', { name: 'Discard' }).click();
  await page.reload();
  await expect(page.getByLabel('Short description')).toBeEditable();
  await expect(box).toHaveValue('');
});

test('REC-5 · an unreadable draft is ignored', async ({ as }) => {
  const number = await aCase('Kept by another version');
  const page = await as('agent@casebridge.test');
  await openRecord(page, number);
  await note(page).fill('Kept');
  const saved = await properties(page).getByLabel('Impact').inputValue();
  await properties(page).getByLabel('Impact').selectOption('1 - High');
  await page.evaluate(() => {
    for (const [key, value] of Object.entries(localStorage))
      if (key.endsWith(' details')) localStorage.setItem(key, value.replace('typed', 'other'));
  });
  await page.reload();
  await expect(note(page)).toHaveValue('Kept');
  await expect(properties(page).getByLabel('Impact')).toHaveValue(saved);
});

test('REC-5 · a session that ends keeps its drafts and hides them from the next user', async ({ browser, baseURL }) => {
  const number = await aCase('Signed out meanwhile');
  const context = await browser.newContext(baseURL ? { baseURL } : {});
  const page = await context.newPage();
  await signIn(page, 'agent@casebridge.test', { from: `/workspace/cases/${number}` });
  await note(page).fill('Not for Mia');
  await context.clearCookies();
  await page.goto('/login');
  await expect(page.getByText('Texts that were not sent stay in this browser for 30 days.')).toBeVisible();
  await signIn(page, 'manager@casebridge.test', { from: `/workspace/cases/${number}` });
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Signed out meanwhile');
  await expect(note(page)).toHaveValue('');
  await context.clearCookies();
  await signIn(page, 'agent@casebridge.test', { from: `/workspace/cases/${number}` });
  await expect(note(page)).toHaveValue('Not for Mia');
  await context.clearCookies();
  await page.goto('/login');
  await page.getByRole('button', { name: 'Discard them' }).click();
  await expect(page.getByText('Texts that were not sent')).toBeHidden();
  await signIn(page, 'agent@casebridge.test', { from: `/workspace/cases/${number}` });
  await expect(note(page)).toHaveValue('');
  await context.close();
});

test('REC-5 · an entry being sent when the page closes is offered again and posted once', async ({ as }) => {
  const number = await aCase('Left while it was posted');
  const page = await as('agent@casebridge.test');
  await openRecord(page, number);
  await page.route(`**/workspace/cases/${number}`, (route) =>
    route.request().method() === 'POST' ? new Promise(() => {}) : route.fallback(),
  );
  await note(page).fill('On its way');
  await page.getByRole('button', { name: 'Post work note' }).click();
  await expect(page.getByText('Posting the work note…')).toBeVisible();
  await page.reload();
  await page.unrouteAll();
  await expect(page.getByText('The page was closed before the server answered.')).toBeVisible();
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect(activity(page).getByRole('article').filter({ hasText: 'On its way' })).toHaveCount(1);
  await page.reload();
  await expect(activity(page).getByRole('article').filter({ hasText: 'On its way' })).toHaveCount(1);
  await expect(page.getByText('The page was closed')).toBeHidden();
});

test('REC-5 · an entry whose response was lost is offered again and posted once', async ({ as }) => {
  const number = await aCase('Answered to nobody');
  const page = await as('agent@casebridge.test');
  await openRecord(page, number);
  await page.route(`**/workspace/cases/${number}`, async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    await route.fetch();
    await route.abort();
  });
  await note(page).fill('Heard by the server');
  await page.getByRole('button', { name: 'Post work note' }).click();
  await expect(page.getByText('The server did not answer.')).toBeVisible();
  await page.unrouteAll();
  await page.reload();
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect(page.getByText('The page was closed')).toBeHidden();
  await page.reload();
  await expect(activity(page).getByRole('article').filter({ hasText: 'Heard by the server' })).toHaveCount(1);
});

test('REC-5 · the draft of a new record stays until it is discarded', async ({ as }) => {
  const page = await as('agent@casebridge.test');
  await page.goto('/workspace/cases/new');
  const title = page.getByLabel('Short description');
  await title.fill('Begun before lunch');
  await page.goto('/workspace/cases');
  await page.goto('/workspace/cases/new');
  await expect(title).toHaveValue('Begun before lunch');
  await expect(page.getByText('You started this earlier and did not send it.')).toBeVisible();
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(title).toHaveValue('');
  await page.reload();
  await expect(title).toHaveValue('');
});

test('REC-5 · the draft of an admin form stays, without its password, until it is discarded', async ({ as }) => {
  const page = await as('admin@casebridge.test');
  await page.goto('/admin/users/new');
  const name = page.getByLabel('Name', { exact: true });
  await name.fill('Half a na');
  await page.getByLabel('First password').fill('never kept anywhere');
  await page.getByRole('checkbox', { name: 'itil', exact: true }).check();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Roles' }).click();
  await expect(page).toHaveURL(/\/admin\/roles$/);
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('never kept');
  await page.goto('/admin/users/new');
  await expect(name).toHaveValue('Half a na');
  await expect(page.getByLabel('First password')).toHaveValue('');
  await expect(page.getByRole('checkbox', { name: 'itil', exact: true })).toBeChecked();
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(name).toHaveValue('');
  await page.reload();
  await expect(name).toHaveValue('');
  await expect(page.getByRole('checkbox', { name: 'itil', exact: true })).not.toBeChecked();
});

test('REC-5 · an admin dialog closed by Escape opens with its draft', async ({ as }) => {
  const page = await as('admin@casebridge.test');
  await page.goto('/admin/groups');
  const dialog = page.getByRole('dialog');
  const add = page.getByRole('button', { name: 'Add group' });
  await add.click();
  await dialog.getByLabel('Name').fill('Half a gro');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await add.click();
  await expect(dialog.getByLabel('Name')).toHaveValue('Half a gro');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await add.click();
  await expect(dialog.getByLabel('Name')).toHaveValue('');
});
