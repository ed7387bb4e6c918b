import { AxeBuilder } from '@axe-core/playwright';
import { proposeMajorCase } from '#lib/major-case/commands/propose-major-case.ts';
import { db } from '#lib/platform/db.ts';
import {
  aCase,
  aCaseWithIncident,
  chooseAction,
  leave,
  openRecord,
  openTab,
  someone,
  statusMessage,
  untilOpen,
} from './desk.ts';
import { expect, test } from './fixtures.ts';

test.afterAll(leave);

test('MAJ-1, MAJ-2, MAJ-4, MAJ-10 · an agent proposes, a manager approves, adds and removes children, and cancels', async ({
  as,
}) => {
  const { theCase } = await aCaseWithIncident('No quokka can pay');
  const other = await aCase('Quokkas wait for their change');
  const candidate = await aCase('Quokkas of another issue');
  const mia = await someone('manager@casebridge.test');
  await proposeMajorCase(mia, { number: candidate, workNote: 'Another one.', businessImpact: 'No quokkas.' });
  const agent = await as('agent@casebridge.test');
  await openRecord(agent, theCase);
  await chooseAction(agent, 'Propose Major Case');
  const propose = agent.getByRole('dialog', { name: 'Propose Major Case' });
  await propose.getByRole('textbox', { name: 'Work notes' }).fill('Every zoo calls.');
  await propose.locator('button[type="submit"]').click();
  await expect(propose.getByRole('alert').first()).toContainText('business of the customers');
  await propose.getByRole('textbox', { name: 'Business impact' }).fill('No tickets are sold.');
  expect((await new AxeBuilder({ page: agent }).include('dialog[open]').analyze()).violations).toEqual([]);
  await propose.locator('button[type="submit"]').click();
  await expect(statusMessage(agent, `${theCase} proposed as a major case.`)).toBeVisible();
  await expect(agent.getByText('Candidate', { exact: true })).toBeVisible();

  const mail = await db().mail.findFirstOrThrow({
    where: { task: { number: theCase }, event: 'major case proposed' },
    include: { recipient: true },
  });
  expect(mail.recipient?.name).toBe('Mia Manager');

  const manager = await as('manager@casebridge.test');
  await manager.goto('/workspace/major-cases/candidates');
  await expect(manager.getByRole('link', { name: 'Candidates' }).first()).toBeVisible();
  expect((await new AxeBuilder({ page: manager }).analyze()).violations).toEqual([]);
  const approve = manager.getByRole('dialog', { name: 'Approve Major Case Candidate' });
  await untilOpen(approve, () => manager.getByRole('button', { name: `Approve ${theCase}` }).click());
  await approve.locator('button[type="submit"]').click();
  await expect(statusMessage(manager, /is a child of major case CS/)).toBeVisible();

  const { parent } = await db().case.findFirstOrThrow({
    where: { task: { number: theCase } },
    include: { parent: { include: { task: true } } },
  });
  const major = parent?.task.number ?? '';
  // The manager continues on the page of the approved major case.
  await expect(manager).toHaveURL(new RegExp(`/workspace/cases/${major}$`));
  await expect(manager.getByText('Major case', { exact: true })).toBeVisible();
  await manager.getByRole('button', { name: 'Additional Actions' }).click();
  await manager.getByRole('menuitem', { name: 'Create Child Cases' }).click();
  await expect(manager.getByRole('heading', { level: 1 })).toContainText('Affected Customers');
  await openRecord(manager, major);
  await openTab(manager, /^Child Cases/);
  const add = manager.getByRole('dialog', { name: 'Add Child Cases' });
  await untilOpen(add, () => manager.getByRole('tabpanel').getByRole('button', { name: 'Add Child Cases' }).click());
  await add.getByRole('searchbox').fill('quokkas');
  // Cases that would be excluded show a reason and cannot be selected.
  await expect(add.getByRole('checkbox', { name: new RegExp(`${candidate}.*Candidate`) })).toBeDisabled();
  await add.getByRole('checkbox', { name: 'Select all shown (1)' }).check();
  await expect(add.getByRole('checkbox', { name: new RegExp(other) })).toBeChecked();
  expect((await new AxeBuilder({ page: manager }).include('dialog[open]').analyze()).violations).toEqual([]);
  await add.locator('button[type="submit"]').click();
  await expect(statusMessage(manager, 'All (1) selected cases were added as child cases.')).toBeVisible();

  await openRecord(agent, other);
  await expect(agent.getByRole('region', { name: 'Related Records' })).toContainText(
    `${other} uses the related records of its major case.`,
  );

  const remove = manager.getByRole('dialog', { name: `Remove ${other}` });
  await untilOpen(remove, () => manager.getByRole('button', { name: `Remove ${other}` }).click());
  await remove.locator('button[type="submit"]').click();
  await expect(statusMessage(manager, `${other} removed from ${major}.`)).toBeVisible();
  await agent.reload();
  await expect(
    agent.getByRole('region', { name: 'Related Records' }).getByRole('button', { name: 'Associate' }),
  ).toBeVisible();

  const cancel = manager.getByRole('dialog', { name: 'Cancel case' });
  await untilOpen(cancel, () => manager.getByRole('button', { name: 'Cancel case' }).click());
  // The dialog has shown the effect already, so no second confirmation follows.
  await expect(cancel).toContainText('Its child case is released');
  await cancel.locator('button[type="submit"]').click();
  await expect(cancel).toBeHidden();
  await openRecord(agent, theCase);
  await expect(agent.getByText(`Major case ${major} was cancelled`)).toBeVisible();
});

test('MAJ-1, MAJ-3 · a candidate created directly is rejected with a reason', async ({ as }) => {
  const agent = await as('agent@casebridge.test');
  await agent.goto('/workspace/major-cases');
  await expect(agent.getByRole('button', { name: 'Create Major Case' })).toHaveCount(0);
  const create = agent.getByRole('dialog', { name: 'Create Candidate' });
  await untilOpen(create, () => agent.getByRole('button', { name: 'Create Candidate' }).click());
  await create.getByRole('textbox', { name: 'Short description' }).fill('All wombats are offline');
  await create.getByRole('textbox', { name: 'Business impact' }).fill('No burrow has a line.');
  await create.locator('button[type="submit"]').click();
  await expect(statusMessage(agent, /^Candidate CS\d+ created/)).toBeVisible();
  await someone('agent@casebridge.test');
  const { number } = await db().task.findFirstOrThrow({ where: { shortDescription: 'All wombats are offline' } });

  const manager = await as('manager@casebridge.test');
  await openRecord(manager, number);
  await chooseAction(manager, 'Reject Major Case Candidate');
  const reject = manager.getByRole('dialog', { name: 'Reject Major Case Candidate' });
  await reject.getByRole('textbox', { name: 'Reason' }).fill('One burrow only.');
  await reject.locator('button[type="submit"]').click();
  await expect(statusMessage(manager, `${number} rejected as a major case.`)).toBeVisible();
  await expect(manager.getByText('One burrow only.')).toBeVisible();
});
