import type { Page } from '@playwright/test';
import { db } from '#lib/platform/db.ts';
import { leave, someone } from './desk.ts';
import { expect, signIn, test } from './fixtures.ts';

test.afterAll(leave);

const PASSWORD = 'a lamp on the green table';

/** Waits for the newest email to a user in the mailbox and opens it. */
async function mailboxMail(admin: Page, personId: string, subject: string) {
  await expect(async () => {
    await admin.goto(`/admin/mailbox/${personId}`);
    await expect(admin.getByRole('link', { name: subject }).first()).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await admin.getByRole('link', { name: subject }).first().click();
  return admin.frameLocator('iframe');
}

async function choosePassword(page: Page, password: string) {
  await page.getByLabel('New password', { exact: true }).fill(password);
  await page.getByLabel('Repeat the new password').fill(password);
  await page.getByRole('button', { name: 'Save and sign in' }).click();
}

test('ACC-7, POR-17 · an invited contact follows the link, chooses a password and arrives in the portal; a reset works the same way', async ({
  as,
  browser,
  baseURL,
}) => {
  // Also connects to the database.
  await someone('agent@casebridge.test');
  const { id } = await db().user.findFirstOrThrow({ where: { kind: 'contact', active: true, passwordHash: null } });
  const email = `invited-${Date.now()}@invited.example`;
  await db().user.update({ where: { id }, data: { email } });
  const agent = await as('agent@casebridge.test');
  await agent.goto(`/workspace/customers/contacts/${id}`);
  await agent.getByRole('button', { name: 'Send invitation' }).click();
  await expect(agent.getByText('The invitation is sent.')).toBeVisible();

  const admin = await as('admin@casebridge.test');
  const invitation = await mailboxMail(admin, id, 'Your access to Casebridge');
  const href = await invitation.getByRole('link', { name: 'Choose a password' }).getAttribute('href');
  // A scanner opens the link first, several times.
  const newBrowser = await browser.newContext({ baseURL: baseURL ?? '' });
  for (let look = 1; look <= 5; look++) {
    expect((await newBrowser.request.get(href ?? '')).status()).toBe(200);
    await newBrowser.request.head(href ?? '');
  }
  const page = await newBrowser.newPage();
  await page.goto(href ?? '');
  await expect(page.getByLabel('Email', { exact: true })).toHaveValue(email);
  await choosePassword(page, 'password1234');
  await expect(page.getByRole('alert').filter({ hasText: 'easy to guess' })).toBeVisible();
  await choosePassword(page, PASSWORD);
  await expect(page).toHaveURL('/portal');
  for (const path of ['/workspace', '/admin', '/workspace/cases'])
    expect([path, (await page.request.get(path)).status()]).toEqual([path, 404]);
  await page.goto(href ?? '');
  await expect(page.getByText('This link has been used or has expired.')).toBeVisible();

  // The password is reset.
  const other = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage();
  await other.goto('/login');
  await other.getByRole('link', { name: 'Forgot your password?' }).click();
  const answers: string[] = [];
  for (const address of ['nobody@invited.example', email]) {
    await other.goto('/forgot');
    await other.getByLabel('Email', { exact: true }).fill(address);
    await other.getByRole('button', { name: 'Send the link' }).click();
    const answer = other.getByText('If there is an account with the address');
    await expect(answer).toBeVisible();
    answers.push(((await answer.textContent()) ?? '').replace(address, ''));
  }
  expect(answers[0]).toBe(answers[1]);
  const reset = await mailboxMail(admin, id, 'Your new password for Casebridge');
  await other.goto((await reset.getByRole('link', { name: 'Choose a new password' }).getAttribute('href')) ?? '');
  await choosePassword(other, `${PASSWORD} again`);
  await expect(other).toHaveURL('/portal');
  // The earlier session has ended, and only the new password signs in.
  await page.goto('/portal');
  await expect(page).toHaveURL(/\/login/);
  await signIn(page, email, { password: `${PASSWORD} again`, from: '//evil.example' });
  await expect(page).toHaveURL('/portal');
});

test('POR-10, ACC-7 · a Korean browser gets sign-in pages and their errors in Korean', async ({ browser, baseURL }) => {
  const page = await (await browser.newContext({ baseURL: baseURL ?? '', locale: 'ko-KR' })).newPage();
  const english = /Sign in|password|Email|link/i;
  for (const [path, title] of [
    ['/forgot', '비밀번호를 잊으셨나요?'],
    ['/reset?token=gone', '새 비밀번호 설정'],
    ['/invitation?token=gone', '비밀번호 설정'],
    ['/login', '로그인'],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    expect(await page.locator('main h1 ~ :not(section)').allInnerTexts()).not.toContainEqual(
      expect.stringMatching(english),
    );
  }
  await page.getByLabel('이메일').fill('nobody@invited.example');
  await page.getByLabel('비밀번호', { exact: true }).fill('wrong');
  await page.getByRole('button', { name: '로그인', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: '올바르지 않습니다' })).toBeVisible();
});
