import type { Page } from '@playwright/test';
import {
  aCase,
  activity,
  anIncident,
  leave,
  openRecord,
  properties,
  statusMessage,
  untilFocused,
  untilOpen,
} from './desk.ts';
import { expect, test } from './fixtures.ts';

test.afterAll(leave);

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const neighbours = (page: Page) => page.getByRole('navigation', { name: 'Records of the list' });

/** Counts pointer presses on this page from now on, as the browser reports them. */
async function countClicks(page: Page): Promise<() => number> {
  let clicks = 0;
  await page.exposeFunction('casebridgeClicked', () => {
    clicks += 1;
  });
  await page.evaluate(() => {
    const clicked: unknown = Reflect.get(window, 'casebridgeClicked');
    document.addEventListener('pointerdown', () => typeof clicked === 'function' && clicked(), { capture: true });
  });
  return () => clicks;
}

/** The page is hydrated, so its keys work. */
const isAwake = (page: Page, number: string) =>
  expect(page.getByRole('status', { name: `Others on ${number}` })).toBeAttached();

test('daily · an incident is taken with one click', async ({ as }) => {
  const number = await anIncident('Nobody has it');
  const page = await as('itil@casebridge.test');
  await openRecord(page, number);
  await isAwake(page, number);
  const clicks = await countClicks(page);
  await page.getByRole('button', { name: 'Assign to me' }).click();
  await expect(properties(page).getByRole('combobox', { name: 'Assigned to' })).not.toHaveValue('');
  await expect.poll(clicks).toBe(1);
});

test('daily · the next record of the list is one click away, and its customer is visible', async ({ as }) => {
  const numbers = [await aCase('Palimpsest one'), await aCase('Palimpsest two')];
  const page = await as('agent@casebridge.test');
  await page.goto('/workspace/cases?q=palimpsest&sort=number');
  await page.getByRole('link', { name: numbers[0] ?? '' }).click();
  await expect(neighbours(page)).toContainText('1 of 2');
  const clicks = await countClicks(page);
  await neighbours(page).getByRole('button', { name: 'Next record' }).click();
  await expect(heading(page)).toContainText(numbers[1] ?? '');
  const customer = page.getByRole('region', { name: 'Customer' });
  await expect(customer).toContainText('customer@boxeo.example');
  await expect(customer).toBeInViewport();
  await expect(customer).toContainText(/\d\d:\d\d there · .+Boxeo · contract value [\d,]+\.\d\d EUR/);
  await expect.poll(clicks).toBe(1);
});

test('daily · my cases are one click away, and an answer one and typing', async ({ as }) => {
  const number = await aCase('Answer me');
  const page = await as('agent@casebridge.test');
  await openRecord(page, number);
  await isAwake(page, number);
  const clicks = await countClicks(page);
  await activity(page).getByRole('textbox', { name: 'Additional comments' }).click();
  await page.keyboard.type('It is on its way.');
  await page.keyboard.press('Control+Enter');
  await expect(activity(page).getByRole('article', { name: 'Comment by Ava Agent' })).toContainText('on its way');
  await expect.poll(clicks).toBe(1);
  await page.getByRole('link', { name: /active cases of mine$/ }).click();
  await expect(page).toHaveURL(/\/workspace\/cases\?assigned=me&active=yes/);
  await expect.poll(clicks).toBe(2);
});

test('home · an approval shows its amount and requester', async ({ as }) => {
  const page = await as('approver@casebridge.test');
  await page.goto('/workspace');
  const approvals = page.getByRole('region', { name: 'Waiting for my approval' }).getByRole('listitem');
  const mailbox = approvals.filter({ hasText: 'Archive mailbox' });
  await expect(mailbox).toContainText('297.00 EUR');
  await expect(mailbox).toContainText('Nora Nordwind');
});

/** Chooses an option in the command palette. */
async function choose(page: Page, name: string): Promise<void> {
  const palette = page.getByRole('dialog', { name: 'Command palette' });
  await untilOpen(palette, () => page.keyboard.press('Control+k'));
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type(name);
  // The shortcut follows the name, if there is one.
  const option = page.getByRole('option', { name: new RegExp(`^${name}( [A-Z])?$`) });
  await expect(option).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
}

test('daily · ten cases are read, answered, associated with an incident and solved without a mouse', async ({ as }) => {
  const numbers: string[] = [];
  for (let one = 0; one < 10; one++) numbers.push(await aCase(`Kerfuffle ${one}`));
  const page = await as('agent@casebridge.test');
  await page.goto('/workspace/cases?q=kerfuffle&sort=number');
  const first = page.getByRole('link', { name: numbers[0] ?? '' });
  await untilFocused(first, () => page.keyboard.press('j'));
  const clicks = await countClicks(page);
  await page.keyboard.press('Enter');

  for (const [at, number] of numbers.entries()) {
    await expect(heading(page)).toContainText(number);
    await isAwake(page, number);
    await expect(activity(page).getByRole('article').first()).toBeVisible();

    await choose(page, 'Assign to me');
    await expect(page.getByRole('button', { name: 'Assign to me' })).toHaveCount(0);

    await page.keyboard.press('c');
    await expect(activity(page).getByRole('textbox', { name: 'Additional comments' })).toBeFocused();
    await page.keyboard.type(`We look into it, ${at}.`);
    await page.keyboard.press('Control+Enter');
    await expect(activity(page).getByRole('article', { name: 'Comment by Ava Agent' })).toContainText('look into it');
    await page.keyboard.press('Escape');

    if (at === 0) {
      await choose(page, 'Create Incident');
      const dialog = page.getByRole('dialog', { name: 'Create Incident' });
      await expect(dialog).toBeVisible();
      await expect(dialog.getByRole('textbox', { name: 'Short description' })).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(statusMessage(page, /^Incident INC\d+ created\./)).toBeVisible();
    }

    const chosen = page.waitForEvent('filechooser');
    await choose(page, 'Attach a file');
    await (await chosen).setFiles({ name: `log-${at}.txt`, mimeType: 'text/plain', buffer: Buffer.from('ok') });
    await expect(activity(page).getByRole('article', { name: 'Attachment by Ava Agent' })).toContainText(`log-${at}`);

    await choose(page, 'Propose solution');
    const dialog = page.getByRole('dialog', { name: 'Propose solution' });
    const code = dialog.getByRole('combobox', { name: 'Resolution code' });
    await expect(code).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(code).not.toHaveValue('');
    await page.keyboard.press('Tab');
    await expect(dialog.getByRole('textbox', { name: 'Resolution notes' })).toBeFocused();
    await page.keyboard.type('Switched on again.');
    await page.keyboard.press(at % 2 === 0 ? 'Control+s' : 'Control+Enter');
    await expect(dialog).toHaveCount(0);
    await expect(statusMessage(page, 'Solution sent to Cora Customer.').last()).toBeVisible();
    await expect(page.getByText('Resolved').first()).toBeVisible();

    if (at < 9) await page.keyboard.press('Shift+J');
  }
  expect(clicks()).toBe(0);
});
