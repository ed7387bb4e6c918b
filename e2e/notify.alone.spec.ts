import type { Page } from '@playwright/test';
import { startRun } from '#lib/notify-customers/commands/start-run.ts';
import { db } from '#lib/platform/db.ts';
import { generateCases } from '#lib/proactive/commands/generate-cases.ts';
import { createTask } from '#lib/task/commands/create-task.ts';
import { leave, openRecord, openTab, someone, untilOpen } from './desk.ts';
import { expect, test } from './fixtures.ts';

const limit = 'notify.second_approval_above';

// The property counts for everybody.
const setLimit = (value: string) =>
  db().property.upsert({ where: { name: limit }, create: { name: limit, value }, update: { value } });

test.afterAll(async () => {
  await setLimit('0');
  await leave();
});

/** An incident with a proactive case of each of two accounts. */
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

test('NOT-7, NOT-3 · a message to many waits for somebody else, is stopped, waits again, and is confirmed', async ({
  as,
}) => {
  const incident = await anOutageOfTwo('The controller smokes');
  await setLimit('1');
  const [noc, mia] = [await as('noc@casebridge.test'), await as('manager@casebridge.test')];
  await openCases(noc, incident);
  const notify = noc.getByRole('dialog', { name: 'Notify Customers' });
  await untilOpen(notify, () => noc.getByRole('button', { name: 'Notify Customers' }).click());
  await notify.getByRole('textbox', { name: 'Message' }).fill('We see smoke.');
  await notify.getByRole('button', { name: 'Submit' }).click();
  await expect(messages(noc)).toContainText('Waits for confirmation');
  await expect(messages(noc)).toContainText('Nobody is told before somebody else has confirmed it.');
  await expect(messages(noc).getByRole('button', { name: 'Confirm' })).toHaveCount(0);

  await press(noc, 'Stop');
  await expect(messages(noc)).toContainText('Stopped');
  await press(noc, 'Go on');
  await expect(messages(noc)).toContainText('Waits for confirmation');
  await expect(messages(noc)).toContainText('0 of 2 told');

  await openCases(mia, incident);
  await press(mia, 'Confirm');
  for (const page of [mia, noc]) {
    await expect(messages(page)).toContainText('2 of 2 told');
    await expect(messages(page)).toContainText('confirmed by Mia Manager');
  }
});

test('NOT-3, ADM-9 · emails that failed are tried again from the message', async ({ as }) => {
  const incident = await anOutageOfTwo('The controller melts');
  await setLimit('0');
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
  await expect(messages(noc)).toContainText('Sent in part');
  await expect(messages(noc)).toContainText('The mailbox is full.');
  await press(noc, 'Retry failed');
  await expect(messages(noc)).toContainText('2 sent');
  await expect(messages(noc).getByRole('button', { name: 'Retry failed' })).toHaveCount(0);
});
