import { scheduledJobs } from '#lib/jobs/scheduled-jobs.ts';
import { aCase, activity, leave, openRecord, someone, untilOpen } from './desk.ts';
import { expect, test } from './fixtures.ts';

test.afterAll(leave);

/** Whether the scheduled job would close a case in a month. */
async function closesByItself(number: string): Promise<boolean> {
  const job = scheduledJobs['case-autoclose'];
  if (!job || !('due' in job)) throw new Error('The job does nothing one by one.');
  const batches = await Array.fromAsync(job.due(new Date(Date.now() + 30 * 24 * 3_600_000)));
  return batches.flat().some((each) => 'number' in each && each.number === number);
}

test('CASE-11, CASE-2 · a customer’s "no" to a solution by email is in the agent’s inbox, who rejects with one click', async ({
  as,
}) => {
  const { id: assignedToId } = await someone('agent@casebridge.test');
  const number = await aCase(`It does not print ${Date.now()}`, { assignedToId });
  const agent = await as('agent@casebridge.test');
  await openRecord(agent, number);
  const propose = agent.getByRole('dialog', { name: 'Propose solution' });
  await untilOpen(propose, () => agent.getByRole('button', { name: 'Propose solution' }).click({ timeout: 2_000 }));
  await expect(propose.getByRole('checkbox', { name: 'Add resolution notes to comments' })).toBeChecked();
  await propose.getByLabel('Resolution code').selectOption('Solved – Fixed by support');
  await propose.getByLabel('Resolution notes', { exact: true }).fill('We replaced the toner.');
  await propose.locator('button[type="submit"]').click();
  await expect(propose).toBeHidden();
  expect(await closesByItself(number)).toBe(true);

  const admin = await as('admin@casebridge.test');
  await expect(async () => {
    await admin.goto('/admin/mailbox?q=Cora');
    await admin.getByRole('link', { name: 'Cora Customer' }).click({ timeout: 2_000 });
    await admin.getByRole('link', { name: number }).first().click({ timeout: 2_000 });
  }).toPass();
  await expect(admin.frameLocator('iframe').getByText('We replaced the toner.')).toBeVisible();
  await admin.getByLabel('Answer as Cora Customer').fill('No, it still prints nothing.');
  await admin.getByRole('button', { name: 'Send answer' }).click();

  await expect(agent.getByText('Answered: Cora Customer commented on the solution.')).toBeVisible();
  expect(await closesByItself(number)).toBe(false);
  await agent.goto('/workspace');
  await agent.getByRole('button', { name: /^Inbox/ }).click();
  const line = agent.getByRole('dialog', { name: 'Inbox' }).getByRole('list', { name: number }).getByRole('link');
  await expect(line.first()).toContainText('No, it still prints nothing.');
  await line.first().click();
  await agent.getByRole('button', { name: 'Record rejection' }).click();
  await expect(agent.getByRole('button', { name: 'Propose solution' })).toBeVisible();
  await expect(activity(agent)).toContainText('Cora Customer commented on the solution:');
  expect(await closesByItself(number)).toBe(false);
});
