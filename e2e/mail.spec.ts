import type { Page } from '@playwright/test';
import { aCase, activity, leave, openRecord } from './desk.ts';
import { expect, test } from './fixtures.ts';

test.afterAll(leave);

/** Waits until the email is sent, a moment after its cause. */
async function untilSent(page: Page, address: string, subject: string) {
  await expect(async () => {
    await page.goto(address);
    await expect(page.getByRole('row').filter({ hasText: subject }).first()).toContainText('Sent', { timeout: 2_000 });
  }).toPass();
}

test('MAIL-1, ADM-9 · an agent’s comment shows in the mailbox as the customer reads it, and in the email log', async ({
  as,
}) => {
  const title = `Mailed about ${Date.now()}`;
  const theCase = await aCase(title);
  const agent = await as('agent@casebridge.test');
  await openRecord(agent, theCase);
  await activity(agent)
    .getByRole('textbox', { name: 'Additional comments' })
    .fill('We found the **cause** and mend it today.');
  await activity(agent).getByRole('button', { name: 'Post comment' }).click();
  await expect(activity(agent).getByRole('article', { name: /^Comment by/ })).toContainText('cause');

  const admin = await as('admin@casebridge.test');
  const subject = `${theCase} ${title}`;
  await untilSent(admin, `/admin/mail?q=${encodeURIComponent(subject)}`, subject);
  await admin.getByRole('link', { name: subject }).first().click();
  await expect(admin.getByRole('region', { name: 'Delivery' })).toContainText('comment for the customer');

  await admin.goto('/admin/mailbox?q=Cora');
  await admin.getByRole('link', { name: 'Cora Customer' }).click();
  await admin.getByRole('link', { name: subject }).first().click();
  const mail = admin.frameLocator('iframe');
  await expect(mail.getByText(`Support wrote about case ${theCase}:`)).toBeVisible();
  await expect(mail.locator('strong')).toHaveText('cause');
  await expect(mail.getByRole('link', { name: `Open ${theCase}` })).toHaveAttribute(
    'href',
    new RegExp(`/portal/cases/${theCase}$`),
  );
  await expect(admin.getByText(new RegExp(`case\\+${theCase}\\.[0-9a-f]{32}@`))).toBeVisible();
});

test('ADM-11 · the health page shows the state of jobs, emails and the database', async ({ as }) => {
  const admin = await as('admin@casebridge.test');
  await admin.goto('/admin/jobs');
  await expect(admin.getByRole('region', { name: 'Scheduled jobs' })).toContainText('mails-send');
  await expect(admin.getByRole('region', { name: 'System' })).toContainText('PostgreSQL');
  await expect(admin.getByRole('region', { name: 'Emails' })).toContainText('None: emails stay in the mailbox');
});
