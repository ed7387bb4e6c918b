import { untilOpen } from './desk.ts';
import { expect, signIn, test } from './fixtures.ts';

test('ACC-3 · signing out ends the session, everywhere and at once', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL });
  const [page, other] = [await context.newPage(), await context.newPage()];
  await signIn(page, 'approver@casebridge.test');
  await other.goto('/workspace/incidents');
  const cookies = await context.cookies();
  await page.goto('/workspace');
  const signOut = page.getByRole('menuitem', { name: 'Sign out' });
  await untilOpen(signOut, () => page.getByRole('button', { name: /^User menu/ }).click({ timeout: 2_000 }));
  await signOut.click();
  await expect(page).toHaveURL(/\/login/);
  await expect(other).toHaveURL(/\/login/);

  // The cookie alone, kept by somebody, opens nothing.
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
