import { leave } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { aMailFromUnknownSender, caseOfMail } from './incoming-mail.ts';

test.afterAll(leave);

test('MAIL-5 · an agent opens a case from an unknown sender’s email for a chosen customer', async ({ as }) => {
  const subject = `Line down ${Date.now()}`;
  const id = await aMailFromUnknownSender(subject);
  const page = await as('agent@casebridge.test');
  await page.goto('/workspace/mail-review');
  await page.getByRole('link', { name: subject }).click();
  await expect(page.getByRole('heading', { name: subject })).toBeVisible();
  await expect(page.getByText('The sender is unknown.')).toBeVisible();
  await expect(page.getByText('The line is down since Monday.')).toBeVisible();
  await page.getByRole('button', { name: 'Open case' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Someone else' }).check();
  await dialog.getByRole('combobox', { name: 'Customer' }).fill('customer');
  await page.getByRole('option').first().click();
  await dialog.getByRole('button', { name: 'Open case' }).click();
  await expect(page.getByText('Case opened.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Open case' })).toHaveCount(0);
  await page.goto(`/workspace/cases/${await caseOfMail(id)}`);
  await expect(page.getByText(subject).first()).toBeVisible();
});

test('MAIL-5 · an email is filed to a case as a work note, and another is discarded', async ({ as }) => {
  const [filed, discarded] = [`File me ${Date.now()}`, `Discard me ${Date.now()}`];
  const id = await aMailFromUnknownSender(filed);
  const other = await aMailFromUnknownSender(discarded);
  const page = await as('agent@casebridge.test');
  await page.goto(`/workspace/mail-review/${id}`);
  await page.getByRole('button', { name: 'File to case' }).click();
  await page.getByRole('dialog').getByRole('radio').first().check();
  await page.getByRole('dialog').getByRole('button', { name: 'File' }).click();
  await expect(page.getByText('Added as a work note.')).toBeVisible();
  await page.goto(`/workspace/mail-review/${other}`);
  await page.getByRole('button', { name: 'Discard' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByText('Email discarded.')).toBeVisible();
  await page.goto('/workspace/mail-review');
  await expect(page.getByRole('link', { name: discarded })).toHaveCount(0);
});
