import type { Browser, BrowserContext, Page } from '@playwright/test';
import { aCase, activity, leave, openRecord, properties, untilOpen } from './desk.ts';
import { expect, signIn, test } from './fixtures.ts';

test.afterAll(leave);

const PASSWORD = 'casebridge-demo';

const asked = (page: Page) => page.getByRole('dialog', { name: 'Sign in to continue' });
const note = (page: Page) => activity(page).getByRole('textbox', { name: 'Work notes' });

/** Signs in with a separate browser on a case: ending this session ends no other. */
async function onCase(browser: Browser, baseURL: string | undefined, title: string, email = 'agent@casebridge.test') {
  const number = await aCase(title);
  const context = await browser.newContext(baseURL ? { baseURL } : {});
  const page = await context.newPage();
  await signIn(page, email, { from: `/workspace/cases/${number}` });
  await expect(page.getByRole('heading', { level: 1 })).toContainText(number);
  return { number, context, page };
}

/** Signs out in another tab of the same browser. */
async function signOutElsewhere(context: BrowserContext): Promise<Page> {
  const other = await context.newPage();
  await other.goto('/workspace/profile');
  const signOut = other.getByRole('menuitem', { name: 'Sign out' });
  await untilOpen(signOut, () => other.getByRole('button', { name: /^User menu/ }).click({ timeout: 2_000 }));
  await signOut.click();
  await expect(other).toHaveURL(/\/login/);
  return other;
}

async function signInAgain(page: Page, password = PASSWORD) {
  await asked(page).getByLabel('Password').fill(password);
  await asked(page).getByRole('button', { name: 'Sign in to continue' }).click();
}

/** Blocks all of the page's own requests, so that it does not notice the end of the session. */
const blockLiveUpdates = (page: Page) => page.route(/\/api\/(events|presence|similar)/, (route) => route.abort());

test('ACC-3, REC-5 · a page whose session ends in another tab is covered, and continues after sign-in', async ({
  browser,
  baseURL,
}) => {
  const { number, context, page } = await onCase(browser, baseURL, 'Signed out in another tab');
  await note(page).fill('Half a senten');
  await properties(page).getByLabel('Impact').selectOption('1 - High');
  await signOutElsewhere(context);
  await page.bringToFront();
  await expect(asked(page)).toContainText('in another tab or window');
  await expect(asked(page).getByLabel('Email')).toHaveValue('agent@casebridge.test');
  await expect(asked(page).getByLabel('Email')).not.toBeEditable();
  await expect(asked(page).getByLabel('Password')).toBeFocused();

  // Another person at the screen can neither read nor use the page.
  const behind = page.locator('body > div', { has: page.locator('main') });
  await expect(behind).toHaveCSS('filter', /blur/);
  await expect(page).not.toHaveTitle(new RegExp(number));
  for (const key of ['Escape', 'Escape', 'Control+k']) await page.keyboard.press(key);
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await page.keyboard.type('x');
  await expect(asked(page).getByLabel('Password')).toHaveValue('x');

  await signInAgain(page, 'wrong');
  await expect(asked(page).getByRole('alert')).toHaveText('Email or password is wrong.');
  await signInAgain(page);
  await expect(asked(page)).toBeHidden();
  await expect(page).toHaveURL(new RegExp(`${number}$`));
  await expect(behind).toHaveCSS('filter', 'none');
  await expect(note(page)).toHaveValue('Half a senten');
  await expect(properties(page).getByLabel('Impact')).toHaveValue('1');
  await page.getByRole('button', { name: 'Post work note' }).click();
  await expect(activity(page).getByRole('article').filter({ hasText: 'Half a senten' })).toBeVisible();
  await context.close();
});

test('ACC-3 · a page that continues receives live updates again', async ({ as, browser, baseURL }) => {
  const { number, context, page } = await onCase(browser, baseURL, 'Heard again');
  await signOutElsewhere(context);
  await page.bringToFront();
  await signInAgain(page);
  await expect(asked(page)).toBeHidden();
  const manager = await as('manager@casebridge.test');
  await openRecord(manager, number);
  await note(manager).fill('Said by Mia');
  await manager.getByRole('button', { name: 'Post work note' }).click();
  await expect(activity(page).getByRole('article').filter({ hasText: 'Said by Mia' })).toBeVisible();
  await context.close();
});

test('ACC-3, REC-5 · input sent after the session ended is not saved, and is resent only by the user', async ({
  browser,
  baseURL,
}) => {
  const { context, page } = await onCase(browser, baseURL, 'Sent too late');
  await blockLiveUpdates(page);
  await page.reload();
  await context.clearCookies();
  await note(page).fill('Sent too late');
  await page.getByRole('button', { name: 'Post work note' }).click();
  await expect(asked(page)).toContainText('Your session has ended.');
  await signInAgain(page);
  await expect(asked(page)).toBeHidden();
  const entries = activity(page).getByRole('article').filter({ hasText: 'Sent too late' });
  await expect(activity(page).getByText('Your session had ended, so nothing was saved.')).toBeVisible();
  await expect(entries).toHaveCount(0);
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect(entries).toHaveCount(1);

  await context.clearCookies();
  await properties(page).getByLabel('Impact').selectOption('1 - High');
  await page.getByRole('button', { name: 'Save', exact: true }).first().click();
  await signInAgain(page);
  await expect(page.getByRole('alert').filter({ hasText: 'Your session had ended' })).toBeVisible();
  await expect(page.getByText(/^Not saved: Impact\b/)).toBeVisible();
  await page.getByRole('button', { name: 'Save', exact: true }).first().click();
  await expect(page.getByText(/^Not saved: Impact\b/)).toBeHidden();
  await context.close();
});

test('ACC-3, REC-5 · a page that refreshes after its session has ended stays covered', async ({ browser, baseURL }) => {
  const { number, context, page } = await onCase(browser, baseURL, 'Shown anew too late');
  await blockLiveUpdates(page);
  await page.route(/\/api\/timeline/, (route) => route.abort());
  await page.reload();
  await note(page).fill('Half a senten');
  await context.clearCookies();
  const other = await context.newPage();
  await other.goto('/login');
  await other.evaluate(() => new BroadcastChannel('casebridge-live').postMessage({ type: 'settings' }));
  await page.bringToFront();
  await signInAgain(page);
  await expect(asked(page)).toBeHidden();
  await expect(page).toHaveURL(new RegExp(`${number}$`));
  await expect(note(page)).toHaveValue('Half a senten');
  await context.close();
});

test('ACC-3, REC-5 · another user who signs in gets their own home page and sees no drafts', async ({
  browser,
  baseURL,
}) => {
  const { number, context, page } = await onCase(browser, baseURL, 'Not for Mia either');
  await note(page).fill('Not for Mia either');
  await signOutElsewhere(context);
  await page.bringToFront();
  await asked(page).getByRole('button', { name: 'Someone else' }).click();
  await expect(asked(page).getByLabel('Email')).toHaveValue('');
  await asked(page).getByLabel('Email').fill('manager@casebridge.test');
  await asked(page).getByLabel('Password').fill(PASSWORD);
  await asked(page).getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL('/workspace');
  await expect(page.getByRole('button', { name: 'User menu, Mia Manager' })).toBeVisible();
  await page.goto(`/workspace/cases/${number}`);
  await expect(note(page)).toHaveValue('');
  await context.close();
});

test('ACC-3 · signing in again in one tab continues the others', async ({ browser, baseURL }) => {
  const { context, page } = await onCase(browser, baseURL, 'Signed in elsewhere');
  await note(page).fill('Still here');
  const other = await signOutElsewhere(context);
  await expect(asked(page)).toBeVisible();
  await signIn(other, 'agent@casebridge.test');
  await page.bringToFront();
  await expect(asked(page)).toBeHidden();
  await expect(note(page)).toHaveValue('Still here');
  await context.close();
});
