import { aCaseWithIncident, activity, leave, openRecord, properties, statusMessage } from './desk.ts';
import { expect, test } from './fixtures.ts';

test.afterAll(leave);

test('INC-1, REL-9 · an incident that waits for an external caller sends no email, and asks the agent of the case', async ({
  as,
}) => {
  const { theCase, incident } = await aCaseWithIncident('Dark on one floor');
  const [itil, agent] = [await as('itil@casebridge.test'), await as('agent@casebridge.test')];
  await openRecord(agent, theCase);
  await agent.getByRole('button', { name: 'Assign to me' }).click();
  await expect(agent.getByRole('button', { name: 'Assign to me' })).toHaveCount(0);

  await openRecord(itil, incident);
  await expect(activity(itil)).toContainText('Cora Customer is external: no email is sent.');
  await properties(itil).getByLabel('State').selectOption('On Hold');
  await properties(itil).getByLabel('On hold reason').selectOption('Awaiting Caller');
  await expect(properties(itil)).toContainText('Cora Customer is external: no email is sent.');
  await properties(itil).getByLabel('Additional comment').fill('Which floor?');
  await itil.getByRole('button', { name: 'Save' }).click();
  await expect(statusMessage(itil, `${incident} saved.`)).toBeVisible();

  await itil.getByRole('button', { name: "Ask the case's agent" }).click();
  const dialog = itil.getByRole('dialog', { name: "Ask the case's agent" });
  await dialog.locator('button[type="submit"]').click();
  await expect(dialog).toContainText('Write something first.');
  await dialog.getByLabel('Question').fill('Which floor is dark?');
  await dialog.locator('button[type="submit"]').click();
  await expect(statusMessage(itil, `The question was added to the work notes of ${theCase}`)).toBeVisible();
  const question = `@Ava Agent: Ian Itil asks the customer for ${incident}: Which floor is dark?`;
  await expect(activity(agent)).toContainText(question);
});
