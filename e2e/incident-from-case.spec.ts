import {
  aCase,
  activity,
  anIncident,
  chooseAction,
  details,
  leave,
  openRecord,
  openTab,
  properties,
  related,
  showWorkNotes,
  statusMessage,
  untilOpen,
} from './desk.ts';
import { expect, startSecondServer, test } from './fixtures.ts';

test.afterAll(leave);

test('REL-5, SYNC-INC-1, SYNC-INC-2, SYNC-INC-3, SYNC-4 · a case receives every update of its incident, shown live by a second server', async ({
  as,
}) => {
  const number = await aCase('The tunnel to the warehouse drops');
  const agent = await as('agent@casebridge.test');
  await openRecord(agent, number);

  const dialog = await chooseAction(agent, 'Create Incident');
  await expect(dialog.getByLabel('Short description')).toHaveValue('The tunnel to the warehouse drops');
  await expect(dialog).toContainText('Nothing is sent to the customer.');
  await dialog.locator('button[type="submit"]').click();
  const made = statusMessage(agent, /^Incident INC\d+ created\./);
  await expect(made).toBeVisible();
  const incident = /INC\d+/.exec((await made.textContent()) ?? '')?.[0] ?? '';
  await expect(made.getByRole('link')).toHaveAttribute('href', new RegExp(`${incident}$`));
  await expect(agent).toHaveURL(new RegExp(`${number}$`));
  await expect(related(agent).getByRole('link', { name: new RegExp(`^${incident}`) })).toContainText('New');
  await expect(activity(agent)).toContainText(`Incident ${incident} created from this case.`);

  const second = await startSecondServer();
  try {
    const watching = await as('manager@casebridge.test', { baseURL: second.baseURL });
    await openRecord(watching, number);

    for (const page of [watching, agent]) await showWorkNotes(page);

    const itil = await as('itil@casebridge.test');
    await openRecord(itil, incident);
    await properties(itil).getByLabel('State').selectOption('On Hold');
    await properties(itil).getByLabel('On hold reason').selectOption('Awaiting Vendor');
    await itil.getByRole('button', { name: 'Save' }).click();
    await expect(statusMessage(itil, `${incident} saved.`)).toContainText('1 case');

    for (const page of [watching, agent]) {
      const note = activity(page).getByRole('article', { name: 'Work note by System' }).first();
      await expect(note).toContainText(`${incident} state changed from New to On Hold.`);
      await expect(note).toContainText(`${incident} on hold reason: Awaiting Vendor.`);
      await expect(related(page).getByRole('link', { name: new RegExp(`^${incident}`) })).toContainText('On Hold');
    }

    await properties(itil).getByLabel('State').selectOption('Resolved');
    await properties(itil).getByLabel('Resolution code').selectOption('Solution provided');
    await properties(itil).getByLabel('Resolution notes').fill('The controller was replaced.');
    await itil.getByRole('button', { name: 'Save' }).click();
    const resolution = activity(watching)
      .getByRole('article')
      .filter({ hasText: 'state changed from On Hold to Resolved.' });
    await expect(resolution).toContainText(`${incident} resolution code: Solution provided.`);
    await expect(resolution).toContainText(`${incident} resolution notes: The controller was replaced.`);

    await resolution.getByRole('button', { name: 'Why is this here?' }).click();
    const why = watching.getByRole('dialog', { name: 'Why is this here?' });
    await expect(why).toContainText('SYNC-INC-1');
    await expect(why).toContainText('Update case on incident state change');
    await expect(why).toContainText('SYNC-INC-3');
    await expect(why.getByRole('link', { name: incident })).toBeVisible();
    await expect(why).toContainText('Ian Itil');
  } finally {
    await second.stop();
  }
});

test('INC-7, INC-3 · an incident gets a problem and a child, and both are resolved together', async ({ as }) => {
  const [parent, child] = [await anIncident('The core switch is dark'), await anIncident('Floor 2 is dark')];
  const itil = await as('itil@casebridge.test');
  await openRecord(itil, parent);
  const create = await chooseAction(itil, 'Create Problem');
  await expect(create.getByLabel('Problem statement')).toHaveValue('The core switch is dark');
  await expect(create).toContainText('Cases receive its updates only if they are linked to it directly.');
  await create.locator('button[type="submit"]').click();
  const made = statusMessage(itil, /^Problem PRB\d+ created\./);
  await expect(made).toBeVisible();
  const problem = /PRB\d+/.exec((await made.textContent()) ?? '')?.[0] ?? '';
  await expect(related(itil).getByRole('link', { name: new RegExp(`^${problem}`) })).toContainText('New');
  await expect(activity(itil)).toContainText(`Problem ${problem} created from this incident.`);

  await openRecord(itil, child);
  await openTab(itil, 'Details');
  await details(itil).getByRole('combobox', { name: 'Parent incident' }).fill(parent);
  await itil.getByRole('option', { name: parent }).click();
  await itil.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(statusMessage(itil, `${child} saved.`)).toBeVisible();

  await openRecord(itil, parent);
  await openTab(itil, /^Child Incidents/);
  const children = itil.getByRole('table', { name: 'Child Incidents' });
  await expect(children).toContainText(child);
  const resolve = itil.getByRole('dialog', { name: 'Resolve incident' });
  await untilOpen(resolve, () => itil.getByRole('button', { name: 'Resolve', exact: true }).click({ timeout: 2_000 }));
  const together = resolve.getByRole('checkbox', { name: /^Resolve its open child incident/ });
  await expect(together).not.toBeChecked();
  await expect(resolve).toContainText(child);
  await together.check();
  await resolve.getByLabel('Resolution code').selectOption('Solution provided');
  await resolve.getByLabel('Resolution notes').fill('The switch was replaced.');
  await resolve.locator('button[type="submit"]').click();
  await expect(statusMessage(itil, '1 child incident resolved with it.')).toBeVisible();
  await expect(children).toContainText('Resolved');
});
