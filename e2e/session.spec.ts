import { exactTime } from '#components/ui/format-time.ts';
import { anAgent, anArticle, leave, untilOpen } from './desk.ts';
import { expect, signIn, test } from './fixtures.ts';

test.afterAll(leave);

test('ACC-3 · signing out ends the session, everywhere and at once', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL });
  const [page, other] = [await context.newPage(), await context.newPage()];
  await signIn(page, 'approver@casebridge.test');
  await other.goto('/workspace/incidents');
  const cookies = await context.cookies();
  await page.goto('/workspace');
  // By the palette: other journeys use the menu.
  const palette = page.getByRole('dialog', { name: 'Command palette' });
  await untilOpen(palette, () => page.keyboard.press('Control+k'));
  await palette.getByRole('combobox').fill('Sign out');
  await page.getByRole('option', { name: 'Sign out', exact: true }).click();
  await expect(page).toHaveURL(/\/login/);
  await expect(other.getByRole('dialog', { name: 'Sign in to continue' })).toBeVisible();

  // A copied cookie alone gives no access.
  await context.addCookies(cookies);
  await other.goto('/workspace/incidents');
  await expect(other).toHaveURL(/\/login\?from=/);
  await context.close();
});

test('ACC-3, ACC-4 · a change of roles ends the sessions of the user at once', async ({ as, browser, baseURL }) => {
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  await signIn(page, 'tech2@casebridge.test');
  await page.goto('/workspace');
  const admin = await as('admin@casebridge.test');
  await admin.goto('/admin/users?q=Tina');
  await admin.getByRole('link', { name: 'Tina Tech' }).click();
  await admin.getByRole('checkbox', { name: 'sn_incident_read' }).check();
  await admin.getByRole('button', { name: /^Save/ }).first().click();
  await expect(admin.getByRole('status').filter({ hasText: 'Roles saved.' })).toBeVisible();
  await page.goto('/workspace/incidents');
  await expect(page).toHaveURL(/\/login/);
  await context.close();
});

test('times use the time zone of the browser at the first sign-in', async ({ browser, baseURL }) => {
  const password = 'where the sun stands high';
  const email = await anAgent('Zoe Zone', password);
  for (const timezoneId of ['America/Lima', 'Asia/Tokyo']) {
    const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), timezoneId });
    const page = await context.newPage();
    await page.goto('/login?from=/workspace/profile');
    await expect(page.locator('input[name="timeZone"]')).toHaveValue(timezoneId);
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page.getByLabel('Time zone')).toHaveValue('America/Lima');
    await context.close();
  }
});

test('times use the time zone chosen in the profile', async ({ as }) => {
  const zone = 'Pacific/Auckland';
  const page = await as('dispatcher@casebridge.test');
  await page.goto('/workspace/profile');
  await page.getByLabel('Time zone').selectOption(zone);
  await page.getByRole('button', { name: 'Save time zone' }).click();
  await expect(page.getByText(`Times are now shown in ${zone}.`)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Time zone')).toHaveValue(zone);

  await page.goto(`/workspace/knowledge/${await anArticle()}`);
  const time = page.getByRole('main').locator('time').first();
  const at = (await time.getAttribute('datetime')) ?? '';
  const [here, there] = ['UTC', zone].map((each) => exactTime(new Date(at), 'en-GB-u-hc-h23', each));
  expect(there).not.toBe(here);
  await expect(time).toHaveAttribute('title', there ?? '');
});
