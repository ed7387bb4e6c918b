import type { Page } from '@playwright/test';
import { startRun } from '#lib/customer-messages/commands/start-run.ts';
import { createTask } from '#lib/engine/commands/create-task.ts';
import { db } from '#lib/platform/db.ts';
import { generateCases } from '#lib/proactive/commands/generate-cases.ts';
import { activity, leave, openRecord, openTab, showWorkNotes, someone, untilOpen } from './desk.ts';
import { expect, test } from './fixtures.ts';

const limit = 'notify.second_approval_above';
const copies = 'proactive_workflows_for_providers.additional_comments_sync';

// A property affects all users.
const set = (name: string, value: string) =>
  db().property.upsert({ where: { name }, create: { name, value }, update: { value } });

test.afterAll(async () => {
  await set(limit, '0');
  await set(copies, 'false');
  await leave();
});

/** Creates an incident with a proactive case for each of two accounts. */
async function anOutageOfTwo(shortDescription: string): Promise<string> {
  const noc = await someone('noc@casebridge.test');
  const { id } = await db().configurationItem.findFirstOrThrow({ where: { name: 'sdwan-ctl-1' } });
  const { number } = await createTask(noc, { kind: 'incident', values: { shortDescription, configurationItemId: id } });
  const accounts = await db().account.findMany({ where: { name: { in: ['Boxeo', 'Funco'] } } });
  const customerIds = accounts.map((account) => account.id);
  await generateCases(noc, { kind: 'incident', number, of: 'accounts', customerIds });
  return number;
}

const messages = (page: Page) => page.getByRole('article', { name: 'Message by Noa Noc' });
const press = (page: Page, name: string) => messages(page).getByRole('button', { name }).click();

async function openCases(page: Page, incident: string): Promise<void> {
  await openRecord(page, incident);
  await openTab(page, /^Customer Cases/);
}

test('NOT-7, NOT-3 · a bulk message waits for a second person, is stopped, waits again, and is confirmed', async ({
  as,
}) => {
  const incident = await anOutageOfTwo('The controller smokes');
  await set(limit, '1');
  const [noc, ada] = [await as('noc@casebridge.test'), await as('admin@casebridge.test')];
  await openCases(noc, incident);
  const notify = noc.getByRole('dialog', { name: 'Notify Customers' });
  await untilOpen(notify, () => noc.getByRole('button', { name: 'Notify Customers' }).click());
  await notify.getByRole('textbox', { name: 'Message' }).fill('We see smoke.');
  await notify.locator('button[type="submit"]').click();
  await expect(messages(noc)).toContainText('Waiting for confirmation');
  await expect(messages(noc)).toContainText('No one is notified before a second person confirms it.');
  await expect(messages(noc).getByRole('button', { name: 'Confirm' })).toHaveCount(0);

  await press(noc, 'Stop');
  await expect(messages(noc)).toContainText('Stopped');
  await press(noc, 'Resume');
  await expect(messages(noc)).toContainText('Waiting for confirmation');
  await expect(messages(noc)).toContainText('0 of 2 notified');

  await openCases(ada, incident);
  await press(ada, 'Confirm');
  for (const page of [ada, noc]) {
    await expect(messages(page)).toContainText('2 of 2 notified');
    await expect(messages(page)).toContainText('confirmed by Ada Admin');
  }
});

test('NOT-3, ADM-9 · failed emails are retried from the message', async ({ as }) => {
  const incident = await anOutageOfTwo('The controller melts');
  await set(limit, '0');
  const noc = await as('noc@casebridge.test');
  const started = await startRun(await someone('noc@casebridge.test'), {
    kind: 'incident',
    number: incident,
    text: 'It melts.',
  });
  await openCases(noc, incident);
  await expect(messages(noc)).toContainText('2 sent');
  await db().mail.updateMany({
    where: { notifies: { runId: started.runId } },
    data: { status: 'failed', lastError: 'The mailbox is full.', sentAt: null },
  });
  await noc.reload();
  await openTab(noc, /^Customer Cases/);
  await expect(messages(noc)).toContainText('Not sent');
  await expect(messages(noc)).toContainText('The mailbox is full.');
  await press(noc, 'Retry failed');
  await expect(messages(noc)).toContainText('2 sent');
  await expect(messages(noc).getByRole('button', { name: 'Retry failed' })).toHaveCount(0);
});

test('MAIL-1, POR-3, NOT-4, NOT-8, SYNC-CASE-1 · a customer’s answer by email and on the portal reaches the case, the queue, the incident and the other case', async ({
  as,
}) => {
  const incident = await anOutageOfTwo('The controller whistles');
  await set(limit, '0');
  await set(copies, 'true');
  await startRun(await someone('noc@casebridge.test'), { kind: 'incident', number: incident, text: 'It whistles.' });
  const numberOf = async (name: string) => {
    const where = { account: { name }, case: { incident: { task: { number: incident } } } };
    return (await db().task.findFirstOrThrow({ where })).number;
  };
  const [ofBoxeo, ofFunco] = [await numberOf('Boxeo'), await numberOf('Funco')];

  const admin = await as('admin@casebridge.test');
  await expect(async () => {
    await admin.goto('/admin/mailbox?q=Cora');
    await admin.getByRole('link', { name: 'Cora Customer' }).click({ timeout: 2_000 });
    await admin.getByRole('link', { name: ofBoxeo }).first().click({ timeout: 2_000 });
  }).toPass();
  await admin.getByLabel('Answer as Cora Customer').fill('Ours whistles, too.');
  await admin.getByRole('button', { name: 'Send answer' }).click();

  const cora = await as('customer@boxeo.example', { viewport: { width: 360, height: 740 }, hasTouch: true });
  await cora.goto(`/portal/cases/${ofBoxeo}`);
  for (const text of ['It whistles.', 'Ours whistles, too.'])
    await expect(cora.getByRole('article').filter({ hasText: text })).toBeVisible();
  await cora.getByLabel('Your message').fill('It whistles louder now.');
  await cora.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(cora.getByRole('article').filter({ hasText: 'It whistles louder now.' })).toBeVisible();

  const entry = (by: string, text = 'Ours whistles, too.') =>
    activity(admin).getByRole('article', { name: by }).filter({ hasText: text });
  await openRecord(admin, ofBoxeo);
  await expect(entry('Comment by Cora Customer')).toHaveCount(1);
  await expect(entry('Comment by Cora Customer', 'It whistles louder now.')).toHaveCount(1);
  await openRecord(admin, incident);
  await expect(activity(admin)).toContainText(`Cora Customer (Boxeo) on ${ofBoxeo}: Ours whistles, too.`);
  await expect(activity(admin)).toContainText(`Cora Customer (Boxeo) on ${ofBoxeo}: It whistles louder now.`);
  await openTab(admin, /^Replies/);
  await expect(admin.getByRole('tabpanel', { name: /^Replies/ })).toContainText('Ours whistles, too.');
  await expect(admin.getByRole('tabpanel', { name: /^Replies/ })).toContainText('It whistles louder now.');
  await openRecord(admin, ofFunco);
  await showWorkNotes(admin);
  await expect(entry('Work note by System')).toHaveCount(1);
  await expect(entry('Comment by Cora Customer')).toHaveCount(0);
});
