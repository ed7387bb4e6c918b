import type { Browser, Page } from '@playwright/test';
import { aCase, activity, anAgent, leave, openRecord } from './desk.ts';
import { expect, signIn, test } from './fixtures.ts';

test.afterAll(leave);

const PASSWORD = 'seven quiet bells ring';

/** Signs in a new user who gets no notifications from other journeys, and opens Home. */
async function newcomer(browser: Browser, baseURL: string | undefined, name: string): Promise<Page> {
  const context = await browser.newContext(baseURL ? { baseURL } : {});
  const page = await context.newPage();
  await signIn(page, await anAgent(name, PASSWORD), { password: PASSWORD });
  await page.goto('/workspace');
  return page;
}

/** The options of an `@`; fields have list boxes too. */
const offered = (page: Page) => page.getByRole('listbox', { name: 'People to mention' }).getByRole('option');

const bell = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Writes a work note that mentions a user, chosen by keyboard. */
async function mention(page: Page, typed: string, name: string): Promise<void> {
  const box = activity(page).getByLabel('Work notes', { exact: false }).first();
  await box.click();
  await box.pressSequentially(`Ask @${typed}`);
  await expect(offered(page).filter({ hasText: name })).toHaveAttribute('aria-selected', 'true');
  await expect(box).toHaveAttribute('aria-activedescendant', /-0$/);
  await page.keyboard.press('Enter');
  await expect(box).toHaveValue(`Ask @${name} `);
  await page.keyboard.type('about the switch.');
  await page.keyboard.press('Control+Enter');
  await expect(activity(page)).toContainText(`Ask @${name} about the switch.`);
}

test('inbox · a mention raises the unread count without a reload, and opening it marks it as read', async ({
  as,
  browser,
  baseURL,
}) => {
  const number = await aCase('Mentioned in a note');
  const iris = await newcomer(browser, baseURL, 'Iris Inbox');
  await expect(bell(iris, 'Inbox')).toBeVisible();
  await expect(iris).toHaveTitle('Home · Casebridge');

  const ava = await as('agent@casebridge.test');
  await openRecord(ava, number);
  await mention(ava, 'Iris', 'Iris Inbox');

  await expect(bell(iris, 'Inbox, 1 unread')).toBeVisible();
  await expect(iris).toHaveTitle('(1) Home · Casebridge');
  await bell(iris, 'Inbox, 1 unread').click();
  const line = iris.getByRole('dialog', { name: 'Inbox' }).getByRole('link', { name: /Ava Agent mentioned you/ });
  await expect(line).toContainText('about the switch');
  await line.click();
  await expect(iris.getByRole('heading', { level: 1 })).toContainText(number);
  await expect(iris.getByRole('dialog', { name: 'Inbox' })).toBeHidden();
  await expect(bell(iris, 'Inbox')).toBeVisible();
  await expect(iris).toHaveTitle(new RegExp(`^${number}`));

  await iris.keyboard.press('g');
  await iris.keyboard.press('b');
  await expect(iris.getByRole('heading', { level: 1, name: 'Inbox' })).toBeVisible();
  const week = iris.getByRole('region', { name: 'This week' });
  await expect(week.getByRole('link', { name: /^Ava Agent mentioned you/ })).toBeVisible();
  await iris.context().close();
});

test('inbox · everything is marked as read at once, in every tab', async ({ as, browser, baseURL }) => {
  const numbers = [await aCase('First of two'), await aCase('Second of two')];
  const mara = await newcomer(browser, baseURL, 'Mara Marks');
  const other = await mara.context().newPage();
  await other.goto('/workspace/inbox');
  await expect(other.getByText('Nothing yet.')).toBeVisible();
  const ava = await as('agent@casebridge.test');
  for (const number of numbers) {
    await openRecord(ava, number);
    await mention(ava, 'Mara', 'Mara Marks');
  }
  await expect(other.getByRole('link', { name: /Ava Agent mentioned you/ })).toHaveCount(2);
  await bell(mara, 'Inbox, 2 unread').click();
  const panel = mara.getByRole('dialog', { name: 'Inbox' });
  await panel.getByRole('button', { name: 'Mark all as read' }).click();
  for (const page of [mara, other]) await expect(bell(page, 'Inbox')).toBeVisible();
  await expect(other.getByText('Unread:')).toHaveCount(0);
  await mara.context().close();
});

test('mentions · Enter during a search chooses its first result', async ({ as }) => {
  const page = await as('agent@casebridge.test');
  await openRecord(page, await aCase('Whom a hasty Enter chooses'));
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(/\/api\/mentions.*q=Mia/, async (route) => {
    await held;
    await route.continue();
  });
  const box = activity(page).getByLabel('Work notes', { exact: false }).first();
  await box.click();
  await box.pressSequentially('Ask @Mi');
  await expect(offered(page).filter({ hasText: 'Mia Manager' })).toBeVisible();
  await box.pressSequentially('a');
  await page.keyboard.press('Enter');
  await expect(box).toHaveValue('Ask @Mia');
  answer();
  await expect(box).toHaveValue('Ask @Mia Manager ');
  await box.fill('');
});

test('mentions · users without access are not offered, and Escape leaves the text as it is', async ({ as }) => {
  const page = await as('agent@casebridge.test');
  await openRecord(page, await aCase('Whom an @ offers'));
  const box = activity(page).getByLabel('Work notes', { exact: false }).first();
  await box.click();
  await box.pressSequentially('@Mia');
  await expect(offered(page).filter({ hasText: 'Mia Manager' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(offered(page)).toHaveCount(0);
  await expect(box).toHaveValue('@Mia');
  await box.fill('');
  const answered = page.waitForResponse((response) => /api\/mentions.*q=Cora/.test(response.url()));
  await box.pressSequentially('@Cora');
  expect(await (await answered).json()).toEqual([]);
  await expect(offered(page)).toHaveCount(0);
  await expect(page.getByText('No one named Cora has access.')).toBeVisible();
  await box.pressSequentially(' has called');
  await expect(page.getByText('No one named')).toHaveCount(0);
  await box.fill('');
});
