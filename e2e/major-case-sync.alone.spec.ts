import type { Page } from '@playwright/test';
import { createTask } from '#lib/engine/commands/create-task.ts';
import { addChildren } from '#lib/major-case/commands/add-children.ts';
import { openMajorCase } from '#lib/major-case/commands/open-major-case.ts';
import { db } from '#lib/platform/db.ts';
import { updateProperty } from '#lib/property/commands/update-property.ts';
import { associate } from '#lib/related/commands/associate.ts';
import { properties as declared } from '#lib/settings/properties.ts';
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
  statusMessage,
  untilOpen,
} from './desk.ts';
import { expect, test } from './fixtures.ts';

const on = 'sn_customerservice.parent_child_case_sync';
const listed = 'sn_customerservice.case_fields_to_sync';

// A property affects all users.
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

/** An agent proposes the case of an incident, and the manager approves it; returns the major case's number. */
async function approved(agent: Page, manager: Page, theCase: string): Promise<string> {
  await openRecord(agent, theCase);
  const propose = await chooseAction(agent, 'Propose Major Case');
  await propose.getByRole('textbox', { name: 'Work notes' }).fill('Every aquarium calls.');
  await propose.getByRole('textbox', { name: 'Business impact' }).fill('No tickets are sold.');
  await propose.locator('button[type="submit"]').click();
  await expect(statusMessage(agent, `${theCase} proposed as a major case.`)).toBeVisible();
  await manager.goto('/workspace/major-cases/candidates');
  const approve = manager.getByRole('dialog', { name: 'Approve Major Case Candidate' });
  await untilOpen(approve, () => manager.getByRole('button', { name: `Approve ${theCase}` }).click());
  await approve.locator('button[type="submit"]').click();
  await expect(statusMessage(manager, /is a child of major case CS/)).toBeVisible();
  const { parent } = await db().case.findFirstOrThrow({
    where: { task: { number: theCase } },
    include: { parent: { include: { task: true } } },
  });
  return parent?.task.number ?? '';
}

/** An administrator changes a property. */
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
  await expect(statusMessage(page, `${incident} saved.`)).toBeVisible();
}

const resolved = {
  State: 'Resolved',
  'Resolution code': 'Solution provided',
  'Resolution notes': 'The pump runs again.',
};

test('MAJ-2, SYNC-INC-6, SYNC-MAJ-1, SYNC-MAJ-3, SYNC-MAJ-4 · updates of an incident reach its major case, and its children where the rules say so', async ({
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

  // Off: only the major case gets the incident's updates. The incident's resolution is also written to the children.
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
  await expect(statusMessage(admin, `${listed} is now`)).toBeVisible();
  await setProperty(admin, on, 'true');
  await expect(statusMessage(admin, `${on} is now true.`)).toBeVisible();

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

  // Before a comment or an end of the children's cases, the manager sees how many children are affected.
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

const question = (page: Page, count: number) => page.getByRole('dialog', { name: `Update ${count} child cases?` });

/** Checks the text of the preview dialog, whose title alone says how many child cases change, and confirms it. */
async function confirm(page: Page, count: number, message = ''): Promise<void> {
  const dialog = question(page, count);
  await expect(dialog).toContainText(message);
  await expect(dialog.getByText(/child cases/)).toHaveCount(1);
  await dialog.getByRole('button', { name: 'Update', exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

async function select(page: Page, number: string): Promise<void> {
  await page.goto(`/workspace/cases?q=${number}`);
  await page.getByRole('checkbox', { name: `Select ${number}` }).check();
  await expect(page.getByText('1 selected')).toBeVisible();
}

const cases = (numbers: readonly string[]) =>
  Promise.all(
    numbers.map((number) =>
      db().case.findFirstOrThrow({
        where: { task: { number } },
        select: {
          incident: { select: { task: { select: { number: true } } } },
          task: { select: { assignedTo: { select: { name: true } } } },
        },
      }),
    ),
  );

const assignees = async (numbers: readonly string[]) =>
  (await cases(numbers)).map(({ task }) => task.assignedTo?.name ?? null);

const incidents = async (numbers: readonly string[]) =>
  (await cases(numbers)).map(({ incident }) => incident?.task.number ?? null);

/** How many emails the last change of a record queued. */
async function emailed(number: string): Promise<number> {
  const { id } = await db().cause.findFirstOrThrow({ where: { task: { number } }, orderBy: { at: 'desc' } });
  return db().mail.count({ where: { causeId: id } });
}

/** Creates a major case with three children: one with an assignee, one with its own incident, one of a consumer. */
async function aFamily(): Promise<{ major: string; children: [string, string, string]; own: string }> {
  const [mia, ava] = [await someone('manager@casebridge.test'), await someone('agent@casebridge.test')];
  const hasEmail = { active: true, email: { not: null } };
  const consumer = await db().user.findFirstOrThrow({ where: { kind: 'consumer', ...hasEmail } });
  const contact = await db().contact.findFirstOrThrow({
    where: { account: { name: { not: 'Boxeo' } }, user: hasEmail },
  });
  const walrus = { shortDescription: 'A walrus waits', consumerId: consumer.id };
  const children: [string, string, string] = [
    await aCase('No seal can pay', { assignedToId: ava.id }),
    await aCase('A seal waits', { contactId: contact.id }),
    (await createTask(mia, { kind: 'case', values: walrus })).number,
  ];
  const own = await anIncident('A tank of the seal');
  await associate(mia, { caseNumber: children[1], link: 'incident', number: own });
  const values = { shortDescription: 'No sea mammal can pay', businessImpact: 'No fish is sold.' };
  const { number: major } = await openMajorCase(mia, { as: 'major case', values });
  await addChildren(mia, { number: major, caseNumbers: children });
  return { major, children, own };
}

test('SYNC-MAJ-1, SYNC-MAJ-6 · the preview of child cases matches what is written; Undo and Remove keep the children’s own values', async ({
  as,
}) => {
  const { major, children, own } = await aFamily();
  const shared = await anIncident('All tanks');
  const admin = await someone('admin@casebridge.test');
  await updateProperty(admin, { name: listed, value: 'assigned_to,comments,work_notes,incident' });
  await updateProperty(admin, { name: on, value: 'true' });
  const manager = await as('manager@casebridge.test');

  // A comment on many cases: the dialog names who sees it, and the confirmation counts the emails.
  await select(manager, major);
  await manager.getByRole('button', { name: 'More', exact: true }).click();
  await manager.getByRole('menuitem', { name: 'Comment …' }).click();
  const comment = manager.getByRole('dialog', { name: 'Comment: 1 case' });
  await expect(comment).toContainText('This updates 3 child cases. Their customers see it.');
  await comment.getByRole('textbox').fill('Divers are on their way.');
  await comment.locator('button[type="submit"]').click();
  await confirm(manager, 3, 'Their customers see the comment. This emails 3 customers.');
  await expect(statusMessage(manager, '1 received the comment · 3 cases updated.')).toBeVisible();
  expect(await emailed(major)).toBe(3);

  // Cancelling the confirmation of a comment on the page keeps its text for editing.
  await openRecord(manager, major);
  await openTab(manager, 'Activity');
  const box = manager.getByRole('textbox', { name: /^Additional comments/ });
  await box.fill('One diver has found it.');
  await manager.getByRole('button', { name: 'Post comment' }).click();
  await question(manager, 3).getByRole('button', { name: 'Cancel' }).click();
  await expect(box).toHaveValue('One diver has found it.');
  await expect(manager.getByRole('button', { name: 'Retry' })).toHaveCount(0);
  await box.fill('');

  // Cancel changes nothing. Undo restores each child's previous assignee.
  await select(manager, major);
  await manager.getByRole('button', { name: 'Assign to me' }).click();
  await question(manager, 3).getByRole('button', { name: 'Cancel' }).click();
  expect(await assignees(children)).toEqual(['Ava Agent', null, null]);
  await manager.getByRole('button', { name: 'Assign to me' }).click();
  await confirm(manager, 3);
  await expect(statusMessage(manager, '1 assigned to you · 3 cases updated.')).toBeVisible();
  expect(await assignees(children)).toEqual(['Mia Manager', 'Mia Manager', 'Mia Manager']);
  await manager.getByRole('button', { name: 'Undo' }).click();
  await expect(statusMessage(manager, /1 set back/)).toBeVisible();
  expect(await assignees(children)).toEqual(['Ava Agent', null, null]);

  // Children without an incident get it. The child with its own incident keeps it, also after Remove on the major case.
  await openRecord(manager, major);
  const dialog = await chooseAction(manager, 'Associate Incident');
  await dialog.getByRole('searchbox', { name: 'Search by number or words' }).fill(shared);
  await dialog.getByRole('radio', { name: new RegExp(shared) }).check();
  await expect(dialog).toContainText('This updates 2 child cases.');
  await dialog.locator('button[type="submit"]').click();
  await expect(statusMessage(manager, `Linked to ${major}`)).toBeVisible();
  expect(await incidents(children)).toEqual([shared, own, shared]);
  const remove = await chooseAction(manager, 'Remove Incident');
  await expect(remove).toContainText('This updates 2 child cases.');
  await remove.locator('button[type="submit"]').click();
  await expect(statusMessage(manager, `removed from ${major}`)).toBeVisible();
  expect(await incidents(children)).toEqual([null, own, null]);
});
