import { AxeBuilder } from '@axe-core/playwright';
import { db } from '#lib/platform/db.ts';
import {
  aCase,
  aCaseWithIncident,
  activity,
  anIncident,
  aProblem,
  chooseAction,
  leave,
  openRecord,
  openTab,
  properties,
  related,
  showWorkNotes,
  statusMessage,
  theFirst,
  untilOpen,
} from './desk.ts';
import { expect, test } from './fixtures.ts';

test.afterAll(leave);

test('REL-10, REL-11, REL-12, REL-15 · an open incident is found, associated and removed again', async ({ as }) => {
  const number = await aCase('Looking for its incident');
  const incident = await anIncident('Marmalade in the router');
  const agent = await as('agent@casebridge.test');
  await openRecord(agent, number);

  const associate = await chooseAction(agent, 'Associate Incident');
  await expect(associate).toContainText('Nothing is sent to the customer.');
  const search = associate.getByRole('searchbox', { name: 'Search by number or words' });
  const found = associate.getByRole('radio', { name: new RegExp(incident) });
  await search.fill('marmalade');
  await expect(associate.getByRole('radio')).toHaveCount(1);
  await search.press('ArrowDown');
  await expect(found).toBeChecked();
  await expect(found).toBeFocused();
  expect((await new AxeBuilder({ page: agent }).analyze()).violations).toEqual([]);
  // Enter only selects; Submit sends.
  await found.press('Enter');
  await expect(found).toBeChecked();
  await associate.locator('button[type="submit"]').click();
  await expect(statusMessage(agent, `Linked to ${number} as its incident.`)).toBeVisible();
  await expect(activity(agent)).toContainText(`Incident ${incident} associated.`);
  await expect(related(agent).getByRole('link', { name: new RegExp(`^${incident}`) })).toBeVisible();

  const remove = await chooseAction(agent, 'Remove Incident');
  await expect(remove).toContainText('no longer associated');
  await remove.locator('button[type="submit"]').click();
  await expect(statusMessage(agent, `Incident ${incident} removed from ${number}.`)).toBeVisible();
  await expect(activity(agent)).toContainText(`Incident ${incident} removed.`);
  await showWorkNotes(agent);
  await expect(activity(agent)).toContainText('no longer associated');
  await expect(related(agent).getByRole('button', { name: 'Associate' })).toBeVisible();
});

test('REL-14 · a case is added and removed from the incident’s side', async ({ as }) => {
  const number = await aCase('Pickles on the line');
  const incident = await anIncident('The pickle machine');
  const manager = await as('manager@casebridge.test');
  await openRecord(manager, incident);
  await manager.getByRole('tab', { name: /^Customer Cases/ }).click();
  await manager.getByRole('button', { name: 'Add Case' }).click();
  const add = manager.getByRole('dialog', { name: 'Add Case' });
  await add.getByRole('searchbox').fill('pickles');
  await add.getByRole('radio', { name: new RegExp(number) }).check();
  await add.locator('button[type="submit"]').click();
  await expect(manager.getByRole('row', { name: new RegExp(number) })).toBeVisible();

  await manager.getByRole('button', { name: `Remove ${number}` }).click();
  await manager.getByRole('dialog').locator('button[type="submit"]').click();
  await expect(manager.getByRole('row', { name: new RegExp(number) })).toHaveCount(0);
  await openTab(manager, 'Activity');
  await expect(activity(manager)).toContainText(`Case ${number} removed.`);
});

test('REL-14, REL-4 · Add Case stays open when another user adds the first case', async ({ as }) => {
  const number = await aCase('Gherkins on the wire');
  const incident = await anIncident('The gherkin machine');
  const [agent, manager] = [await as('agent@casebridge.test'), await as('manager@casebridge.test')];
  await openRecord(manager, incident);
  await manager.getByRole('tab', { name: 'Customer Cases', exact: true }).click();
  await manager.getByRole('button', { name: 'Add Case' }).click();
  const add = manager.getByRole('dialog', { name: 'Add Case' });
  await add.getByRole('searchbox').fill('gherkins');

  await openRecord(agent, number);
  const associate = await chooseAction(agent, 'Associate Incident');
  await associate.getByRole('searchbox').fill(incident);
  await associate.getByRole('radio', { name: new RegExp(incident) }).check();
  await associate.locator('button[type="submit"]').click();

  await expect(manager.getByRole('table', { name: 'Customer Cases' })).toContainText(number);
  await expect(add.getByRole('searchbox')).toHaveValue('gherkins');
});

test('Q-14 · when a used button disappears, the focus stays near it', async ({ as }) => {
  const number = await aCase('A button that goes');
  const incident = await anIncident('Rhubarb in the rack');
  const { id: problemId } = await db().task.findUniqueOrThrow({
    where: { number: await aProblem('Rhubarb everywhere') },
  });
  const { id: changeId } = await db().task.findUniqueOrThrow({ where: { number: await theFirst('change') } });
  const others = { problemId, changeId, causedByChangeId: changeId };
  await db().case.updateMany({ where: { task: { number } }, data: others });
  const agent = await as('agent@casebridge.test');
  await openRecord(agent, number);
  await agent.getByRole('button', { name: 'Assign to me' }).click();
  await expect(agent.getByRole('button', { name: 'Assign to me' })).toHaveCount(0);
  await expect(agent.getByRole('heading', { level: 1 })).toBeFocused();

  const group = related(agent).getByRole('group', { name: 'Incident', exact: true });
  await related(agent).getByRole('button', { name: 'Associate' }).click();
  await agent.getByRole('menuitem', { name: 'Associate Incident' }).click();
  const associate = agent.getByRole('dialog', { name: 'Associate Incident' });
  await associate.getByRole('searchbox').fill('rhubarb');
  await associate.getByRole('radio', { name: new RegExp(incident) }).check();
  await associate.locator('button[type="submit"]').click();
  await expect(group.getByRole('link', { name: new RegExp(`^${incident}`) })).toBeVisible();
  // That was the last empty relation.
  await expect(related(agent).getByRole('button', { name: 'Associate' })).toHaveCount(0);
  await expect(related(agent)).toBeFocused();
});

test('REL-4 · the second user sees which incident the case has, and keeps the typed text', async ({ as }) => {
  const number = await aCase('Twice at once');
  const [agent, manager] = [await as('agent@casebridge.test'), await as('manager@casebridge.test')];
  await openRecord(agent, number);
  await openRecord(manager, number);
  const [first, second] = [
    await chooseAction(agent, 'Create Incident'),
    await chooseAction(manager, 'Create Incident'),
  ];
  await second.getByLabel('Short description').fill('My own words');
  await first.locator('button[type="submit"]').click();
  await expect(statusMessage(agent, /^Incident INC\d+ created\./)).toBeVisible();
  await second.locator('button[type="submit"]').click();
  await expect(second.getByRole('alert').first()).toContainText(
    new RegExp(`${number} already has incident INC\\d+\\.`),
  );
  await expect(second.getByLabel('Short description')).toHaveValue('My own words');
});

test('SYNC-3 · before a save, the page says how many cases it updates', async ({ as }) => {
  const { incident } = await aCaseWithIncident('Before one saves');
  const itil = await as('itil@casebridge.test');
  await openRecord(itil, incident);
  await itil.getByRole('region', { name: 'Properties' }).getByLabel('State').selectOption('In Progress');
  await expect(itil.getByText(/Saving .*1 case/)).toBeVisible();
});

test('REL-17 · a Create dialog loads its values when it opens; if that fails, Retry loads them', async ({ as }) => {
  const number = await aCase('Copied when it is asked for');
  const agent = await as('agent@casebridge.test');
  await agent.route('**/api/create-draft?*', (route) => route.abort());
  await openRecord(agent, number);
  const create = await chooseAction(agent, 'Create Incident');
  await expect(create.getByRole('alert')).toContainText(`The values of ${number} could not be loaded.`);
  await expect(create.locator('button[type="submit"]')).toBeDisabled();

  await agent.unroute('**/api/create-draft?*');
  await create.getByRole('button', { name: 'Retry' }).click();
  await expect(create.getByLabel('Short description')).toHaveValue('Copied when it is asked for');
  await expect(create.getByLabel('Short description')).toBeFocused();

  const group = create.getByRole('combobox', { name: 'Assignment group' });
  await expect(group).toHaveValue('Service Desk');
  await create.getByRole('combobox', { name: 'Configuration item' }).fill('mail-gw');
  await create.getByRole('option', { name: /mail-gw-1/ }).click();
  await expect(group).toHaveValue('Platform Operations');
  await expect(create).toContainText('Proposed by the service of the configuration item.');
  await group.fill('Network');
  await create.getByRole('option', { name: /Network Operations/ }).click();
  await create.locator('button[type="submit"]').click();
  await expect(statusMessage(agent, /^Incident INC\d+ created\./)).toBeVisible();
  const made = { incident: { cases: { some: { task: { number } } } } };
  expect(await db().task.findFirst({ where: made, include: { assignmentGroup: true } })).toMatchObject({
    assignmentGroup: { name: 'Network Operations' },
  });
});

test('REL-18 · a similar case shows the similarities, and one click associates the same incident', async ({ as }) => {
  const { theCase: other, incident } = await aCaseWithIncident('Turbine seventeen vibrates');
  const number = await aCase('Turbine seventeen hums');
  const page = await as('agent@casebridge.test');
  await openRecord(page, number);
  const similar = page.getByRole('region', { name: 'Similar cases' });
  const row = similar.getByRole('listitem').filter({ has: page.getByRole('link', { name: other }) });
  await expect(row.first()).toContainText('Similar words');
  await similar
    .getByRole('button', { name: `Associate Incident ${incident}` })
    .first()
    .click();
  await expect(statusMessage(page, `Linked to ${number} as its incident.`)).toBeVisible();
  await expect(related(page).getByRole('link', { name: incident })).toBeVisible();
  await expect(similar.getByRole('button', { name: /^Associate Incident/ })).toHaveCount(0);
});

test('SYNC-5 · What would happen? names the rules, the cases and who is left out, and saves nothing', async ({
  as,
}) => {
  const incident = await anIncident('The ferry terminal is offline');
  const { id: incidentId } = await db().task.findUniqueOrThrow({ where: { number: incident } });
  const [heard, over] = [await aCase('No tickets on the ferry'), await aCase('No gate opens')];
  await db().case.updateMany({ where: { task: { number: { in: [heard, over] } } }, data: { incidentId } });
  await db().task.update({ where: { number: over }, data: { state: 'closed', active: false } });
  const page = await as('admin@casebridge.test');
  await openRecord(page, incident);
  await properties(page).getByLabel('State', { exact: true }).selectOption('In Progress');
  const dialog = page.getByRole('dialog', { name: 'What would happen?' });
  await untilOpen(dialog, () => page.getByRole('button', { name: 'What would happen?' }).click());
  await expect(dialog).toContainText('Rules would update 1 record');
  await expect(dialog.getByRole('listitem').filter({ hasText: 'SYNC-INC-1' })).toContainText(heard);
  await expect(dialog.getByRole('listitem').filter({ hasText: 'closed or cancelled' })).toContainText(over);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  expect((await db().task.findUniqueOrThrow({ where: { number: incident } })).state).toBe('new');
  await page.getByRole('button', { name: 'Discard' }).click();

  await page.goto('/workspace/incidents?q=ferry');
  await page.getByRole('checkbox', { name: `Select ${incident}` }).check();
  const selection = page.getByRole('region', { name: 'Selection' });
  await selection.getByRole('checkbox', { name: 'What would happen?' }).check();
  await selection.getByRole('button', { name: 'State', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Set state: In Progress', exact: true }).click();
  await expect(dialog).toContainText('Rules would update 1 record');
  const stateNow = async () => (await db().task.findUniqueOrThrow({ where: { number: incident } })).state;
  expect(await stateNow()).toBe('new');
  await dialog.getByRole('button', { name: 'In Progress' }).click();
  await expect.poll(stateNow).toBe('in_progress');
});
