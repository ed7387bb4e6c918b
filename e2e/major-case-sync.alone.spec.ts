import type { Page } from '@playwright/test';
import { addChildren } from '#lib/major-case/commands/add-children.ts';
import { db } from '#lib/platform/db.ts';
import { updateProperty } from '#lib/property/commands/update-property.ts';
import { properties as declared } from '#lib/property/properties.ts';
import { associate } from '#lib/related/commands/associate.ts';
import {
  aCase,
  aCaseWithIncident,
  activity,
  anIncident,
  chooseAction,
  details,
  leave,
  openRecord,
  openTab,
  properties,
  showWorkNotes,
  someone,
  told,
  untilOpen,
} from './desk.ts';
import { expect, test } from './fixtures.ts';

const on = 'sn_customerservice.parent_child_case_sync';
const listed = 'sn_customerservice.case_fields_to_sync';

// A property counts for everybody.
test.afterAll(async () => {
  const admin = await someone('admin@casebridge.test');
  for (const name of [on, listed] as const)
    await updateProperty(admin, { name, value: String(declared[name].default) });
  await leave();
});

const note = (page: Page, text: string | RegExp) =>
  activity(page).getByRole('article', { name: 'Work note by System' }).filter({ hasText: text });

async function notes(page: Page, number: string): Promise<void> {
  await openRecord(page, number);
  await showWorkNotes(page);
}

/** An agent proposes the case of an incident, and the manager approves it; the number of the major case. */
async function approved(agent: Page, manager: Page, theCase: string): Promise<string> {
  await openRecord(agent, theCase);
  const propose = await chooseAction(agent, 'Propose Major Case');
  await propose.getByRole('textbox', { name: 'Work notes' }).fill('Every aquarium calls.');
  await propose.getByRole('textbox', { name: 'Business impact' }).fill('No tickets are sold.');
  await propose.locator('button[type="submit"]').click();
  await expect(told(agent, `${theCase} proposed as a major case.`)).toBeVisible();
  await manager.goto('/workspace/major-cases/candidates');
  const approve = manager.getByRole('dialog', { name: 'Approve Major Case Candidate' });
  await untilOpen(approve, () => manager.getByRole('button', { name: `Approve ${theCase}` }).click());
  await approve.locator('button[type="submit"]').click();
  await expect(told(manager, /is a child of major case CS/)).toBeVisible();
  const { parent } = await db().case.findFirstOrThrow({
    where: { task: { number: theCase } },
    include: { parent: { include: { task: true } } },
  });
  return parent?.task.number ?? '';
}

/** What an administrator makes of a property. */
async function setProperty(admin: Page, name: string, value: string): Promise<void> {
  await admin.goto('/admin/properties');
  const field = admin.getByLabel(`Value of ${name}`);
  if (value === 'true') await field.selectOption(value);
  else await field.fill(value);
  await admin.getByRole('button', { name: `Update ${name}` }).click();
}

async function moveIncident(page: Page, incident: string, values: Readonly<Record<string, string>>): Promise<void> {
  await openRecord(page, incident);
  for (const [label, value] of Object.entries(values)) {
    const field = properties(page).getByLabel(label, { exact: true });
    if (label === 'Resolution notes') await field.fill(value);
    else await field.selectOption(value);
  }
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(told(page, `${incident} saved.`)).toBeVisible();
}

const resolved = {
  State: 'Resolved',
  'Resolution code': 'Solution provided',
  'Resolution notes': 'The pump runs again.',
};

test('MAJ-2, SYNC-INC-6, SYNC-MAJ-1, SYNC-MAJ-3, SYNC-MAJ-4 · what becomes of an incident is written into its major case, and where that is listed into its children', async ({
  as,
}) => {
  const { theCase, incident } = await aCaseWithIncident('No octopus can pay');
  const [different, another] = [await aCase('An octopus waits'), await anIncident('A tank of its own')];
  const [agent, manager] = [await as('agent@casebridge.test'), await as('manager@casebridge.test')];
  const [itil, admin] = [await as('itil@casebridge.test'), await as('admin@casebridge.test')];
  const major = await approved(agent, manager, theCase);
  const mia = await someone('manager@casebridge.test');
  await associate(mia, { caseNumber: different, link: 'incident', number: another });
  await addChildren(mia, { number: major, caseNumbers: [different] });
  await notes(manager, major);
  await notes(agent, theCase);

  // Off: the major case alone has what is told of the incident; how it ended stands in all that go by it.
  await moveIncident(itil, incident, resolved);
  await expect(note(manager, `${incident} state changed from New to Resolved.`)).toBeVisible();
  await openTab(agent, 'Details');
  await expect(details(agent).getByText('The pump runs again.')).toBeVisible();
  await notes(agent, theCase);
  await expect(note(agent, 'state changed')).toHaveCount(0);
  await notes(itil, incident);
  await expect(note(itil, 'There is a major case associated with this incident.')).toBeVisible();

  await setProperty(admin, listed, 'state,work_notes');
  await expect(admin.getByLabel(`Value of ${listed}`)).toHaveAccessibleDescription(
    /state may only be in the list together with close_notes and resolution_code/,
  );
  await setProperty(admin, listed, 'state,comments,work_notes,close_notes,resolution_code,incident');
  await expect(told(admin, `${listed} is now`)).toBeVisible();
  await setProperty(admin, on, 'true');
  await expect(told(admin, `${on} is now true.`)).toBeVisible();

  await moveIncident(itil, incident, { State: 'Closed' });
  const ended = `${incident} state changed from Resolved to Closed.`;
  await expect(note(manager, ended)).toBeVisible();
  await expect(note(agent, ended)).toBeVisible();
  await moveIncident(itil, another, { State: 'In Progress' });
  await notes(agent, different);
  await expect(note(agent, `${another} state changed from New to In Progress.`)).toBeVisible();
  await expect(note(agent, incident)).toHaveCount(0);
  await notes(manager, major);
  await expect(note(manager, another)).toHaveCount(0);

  // Nobody writes to the customers of the children, or ends their cases, without having read how many they are.
  await activity(manager).getByLabel('Additional comments', { exact: false }).first().click();
  await expect(activity(manager).getByText('This updates 2 child cases. Their customers see it.')).toBeVisible();
  const cancel = manager.getByRole('dialog', { name: 'Cancel case' });
  await untilOpen(cancel, () => manager.getByRole('button', { name: 'Cancel case' }).click());
  await expect(cancel).toContainText('Its 2 child cases are released');
  await cancel.getByRole('button', { name: 'Keep case' }).click();
  const propose = manager.getByRole('dialog', { name: 'Propose solution' });
  await untilOpen(propose, () => manager.getByRole('button', { name: 'Propose solution' }).first().click());
  await expect(propose).toContainText('This updates 2 child cases.');
});
