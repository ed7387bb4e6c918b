import { readMail } from '#lib/mail-in/read-mail.ts';
import { receive } from '#lib/mail-in/receive.ts';
import { system } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { leave, someone } from './desk.ts';
import { expect, test } from './fixtures.ts';

test.afterAll(leave);

/** A mail of a stranger, taken in as from outside. */
async function aStrangersMail(subject: string): Promise<string> {
  await someone('agent@casebridge.test');
  const raw = `From: Sam Stranger <sam@elsewhere.example>\r\nTo: support@casebridge.local\r\nSubject: ${subject}\r\n\r\nThe line is down since Monday.\r\n`;
  const { id } = await receive(Buffer.from(raw), { source: 'smtp' });
  await readMail(system, { id });
  return id;
}

test('MAIL-5 · an agent opens a case of an email from an unknown sender, for a customer whom the agent chooses', async ({
  as,
}) => {
  const subject = `Line down ${Date.now()}`;
  const id = await aStrangersMail(subject);
  const page = await as('agent@casebridge.test');
  await page.goto('/workspace/mail-review');
  await page.getByRole('link', { name: subject }).click();
  await expect(page.getByRole('heading', { name: subject })).toBeVisible();
  await expect(page.getByText('The sender is unknown.')).toBeVisible();
  await expect(page.getByText('The line is down since Monday.')).toBeVisible();
  await page.getByRole('button', { name: 'Open case' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Customer').fill('customer');
  await page.getByRole('option').first().click();
  await dialog.getByRole('button', { name: 'Open case' }).click();
  await expect(page.getByText('Case opened.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Open case' })).toHaveCount(0);
  const { taskId } = await db().incomingMail.findUniqueOrThrow({ where: { id } });
  const { number } = await db().task.findUniqueOrThrow({ where: { id: taskId ?? '' } });
  await page.goto(`/workspace/cases/${number}`);
  await expect(page.getByText(subject).first()).toBeVisible();
});

test('MAIL-5 · files one to a case as a work note, and discards another', async ({ as }) => {
  const [filed, discarded] = [`File me ${Date.now()}`, `Discard me ${Date.now()}`];
  const id = await aStrangersMail(filed);
  const other = await aStrangersMail(discarded);
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
