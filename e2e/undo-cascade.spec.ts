import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { updateTask } from '#lib/engine/commands/update-task.ts';
import { db } from '#lib/platform/db.ts';
import {
  aCase,
  activity,
  addCustomerComment,
  anIncident,
  details,
  leave,
  openRecord,
  openTab,
  properties,
  showWorkNotes,
  someone,
  statusMessage,
  untilOpen,
} from './desk.ts';
import { expect, test } from './fixtures.ts';

test.afterAll(leave);

/** Creates a proactive case of the incident. */
async function aProactiveCase(incident: string, shortDescription: string): Promise<string> {
  const number = await aCase(shortDescription);
  const { id: incidentId } = await db().task.findUniqueOrThrow({ where: { number: incident } });
  const { id } = await db().task.findUniqueOrThrow({ where: { number } });
  await db().case.update({ where: { id }, data: { proactive: true, incidentId } });
  return number;
}

async function resolveIncident(page: Page, incident: string): Promise<void> {
  await openRecord(page, incident);
  await properties(page).getByLabel('State', { exact: true }).selectOption('Resolved');
  await properties(page).getByLabel('Resolution code', { exact: true }).selectOption('Solution provided');
  await properties(page).getByLabel('Resolution notes', { exact: true }).fill('The fibre is spliced.');
}

const state = (page: Page, label: string) =>
  page
    .getByRole('definition')
    .filter({ hasText: new RegExp(`^${label}$`) })
    .first();

test('SYNC-7, SYNC-INC-5 · resolving cases with an incident can be undone; cases that customers answered since then are left out and listed', async ({
  as,
}) => {
  const incident = await anIncident('The fibre to the harbour is cut');
  const [first, second, answered] = [
    await aProactiveCase(incident, 'The harbour has no line'),
    await aProactiveCase(incident, 'The lighthouse has no line'),
    await aProactiveCase(incident, 'The pilots have no line'),
  ];
  const itil = await as('itil@casebridge.test');
  await resolveIncident(itil, incident);
  await itil.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(statusMessage(itil, `${incident} saved.`)).toBeVisible();
  await expect(itil.getByText(`3 cases were resolved with ${incident}.`)).toBeVisible();

  await addCustomerComment(answered, 'It is still dark here.');
  const ask = itil.getByRole('dialog', { name: 'Undo the resolution of cases' });
  await untilOpen(ask, () => itil.getByRole('button', { name: 'Undo', exact: true }).click());
  await expect(ask).toContainText('2 cases go back to the state before.');
  await expect(ask).toContainText('1 case stays as it is: changed since.');
  expect((await new AxeBuilder({ page: itil }).include('dialog[open]').analyze()).violations).toEqual([]);
  await ask.getByRole('button', { name: 'Undo' }).click();
  await expect(statusMessage(itil, '2 cases went back to the state before; 1 was left as it is.')).toBeVisible();
  const left = itil.getByRole('list', { name: 'Cases not updated' });
  await expect(left.getByRole('listitem')).toHaveText([`${answered} Someone has written to it since`]);
  await expect(itil.getByRole('button', { name: 'Undo', exact: true })).toHaveCount(0);
  expect((await new AxeBuilder({ page: itil }).analyze()).violations).toEqual([]);

  const agent = await as('agent@casebridge.test');
  for (const number of [first, second]) {
    await openRecord(agent, number);
    await expect(state(agent, 'New')).toBeVisible();
    await showWorkNotes(agent);
    const undone = activity(agent).getByText(/has undone the resolution with INC\d+: this case is New again\./);
    await expect(undone).toBeVisible();
    await expect(activity(agent).getByText(/and its proactive cases with it\./)).toBeVisible();
  }
  await openRecord(agent, answered);
  await expect(state(agent, 'Resolved')).toBeVisible();

  // Other users are not offered Undo.
  const admin = await as('admin@casebridge.test');
  await openRecord(admin, incident);
  await expect(admin.getByText('were left as')).toHaveCount(0);
});

test('SYNC-7, SYNC-3 · a case marked to keep its state stays open, and the incident says so before it is resolved', async ({
  as,
}) => {
  const incident = await anIncident('The fibre to the museum is cut');
  const [marked] = [
    await aProactiveCase(incident, 'The museum has no line'),
    await aProactiveCase(incident, 'The gift shop has no line'),
  ];
  const agent = await as('agent@casebridge.test');
  await openRecord(agent, marked);
  await openTab(agent, 'Details');
  await details(agent).getByLabel('Do not resolve automatically').check();
  await details(agent).getByLabel('Why not resolved automatically').fill('Their lab checks first.');
  await agent.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(statusMessage(agent, `${marked} saved.`)).toBeVisible();

  const itil = await as('itil@casebridge.test');
  await resolveIncident(itil, incident);
  await expect(
    itil.getByText('1 case stays open, as it is not to be resolved automatically.', { exact: false }),
  ).toBeVisible();
  await itil.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(itil.getByText(`1 case was resolved with ${incident}.`)).toBeVisible();

  await openRecord(agent, marked);
  await expect(state(agent, 'New')).toBeVisible();
  const ava = await someone('agent@casebridge.test');
  const { version } = await db().task.findUniqueOrThrow({ where: { number: marked } });
  await updateTask(ava, { kind: 'case', number: marked, version, values: { doNotResolve: false } });
});
