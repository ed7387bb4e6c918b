import type { Page } from '@playwright/test';
import { db } from '#lib/platform/db.ts';
import {
  aCase,
  activity,
  chooseAction,
  details,
  leave,
  openRecord,
  openTab,
  properties,
  statusMessage,
  untilOpen,
} from './desk.ts';
import { expect, test } from './fixtures.ts';

test.afterAll(leave);

/** The stored work notes of a case. */
async function notesOf(number: string): Promise<string[]> {
  const notes = await db().journalEntry.findMany({ where: { type: 'work_note', task: { number } } });
  return notes.map(({ text }) => text);
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** Presses a task's button that opens a dialog; returns the dialog. */
async function ask(page: Page, button: string, number: string) {
  const dialog = page.getByRole('dialog', { name: `${button}: ${number}` });
  await untilOpen(dialog, () => page.getByRole('button', { name: button, exact: true }).click({ timeout: 2_000 }));
  return dialog;
}

test('WO-1, WO-2, WO-5 · a work order is created from a case, qualified, assigned and completed; the case gets one update', async ({
  as,
}) => {
  const number = await aCase('The fan of the rack is loud');
  const agent = await as('agent@casebridge.test');
  await openRecord(agent, number);
  const create = await chooseAction(agent, 'Create Work Order');
  await expect(create).toContainText('later changes are not copied between the two');
  await create.getByLabel('Short description').fill('Change the fan');
  await create.getByRole('button', { name: 'Create work order' }).click();
  await openTab(agent, 'Work Orders');
  const link = agent.getByRole('link', { name: /^WO\d+$/ });
  const order = (await link.textContent()) ?? '';
  await link.click();
  await expect(heading(agent)).toContainText(order);
  await expect(agent.getByText(`Created from ${number}. Later changes are not copied`)).toBeVisible();
  await properties(agent).getByLabel('State', { exact: true }).selectOption('Awaiting Qualification');
  await agent.keyboard.press('Control+s');
  await expect(statusMessage(agent, `${order} saved.`)).toBeVisible();

  const dispatcher = await as('dispatcher@casebridge.test');
  await openRecord(dispatcher, order);
  await properties(dispatcher).getByLabel('State', { exact: true }).selectOption('Qualified');
  await dispatcher.keyboard.press('Control+s');
  await expect(statusMessage(dispatcher, `${order} saved.`)).toBeVisible();
  await openTab(dispatcher, 'Tasks');
  const taskLink = dispatcher.getByRole('link', { name: /^WOT\d+$/ });
  const task = (await taskLink.textContent()) ?? '';
  await taskLink.click();
  await expect(heading(dispatcher)).toContainText(task);
  const assign = await ask(dispatcher, 'Assign', task);
  await assign.getByRole('combobox', { name: 'Technician' }).fill('Tom');
  await assign.getByRole('option', { name: /Tom Tech/ }).click();
  await assign.getByRole('button', { name: 'Assign', exact: true }).click();
  await expect(dispatcher.getByRole('button', { name: 'Reassign' })).toBeVisible();

  const tom = await as('tech1@casebridge.test', { viewport: { width: 380, height: 800 } });
  await openRecord(tom, task);
  for (const button of ['Accept', 'Start work']) {
    const press = tom.getByRole('button', { name: button, exact: true });
    await expect(press).toBeVisible();
    await expect(async () => {
      if (await press.isVisible()) await press.click({ timeout: 2_000 });
      await expect(press).toHaveCount(0, { timeout: 2_000 });
    }).toPass();
  }
  const close = await ask(tom, 'Close complete', task);
  await close.getByRole('button', { name: 'Close complete' }).click();
  await expect(tom.getByText('Closed Complete').first()).toBeVisible();

  await openRecord(dispatcher, order);
  await expect(dispatcher.getByText('Closed Complete').first()).toBeVisible();
  await openRecord(agent, number);
  const notes = (await notesOf(number)).filter((note) => note.includes(order));
  expect(notes).toEqual([`Work order ${order} created from this case.`]);
  await expect(activity(agent)).toContainText('created from this case');
});

test('WO-3 · in the Case view another account sets the company, its contact the caller', async ({ as }) => {
  const number = await aCase('The rack is in another town');
  const agent = await as('agent@casebridge.test');
  await openRecord(agent, number);
  const create = await chooseAction(agent, 'Create Work Order');
  await create.getByRole('button', { name: 'Create work order' }).click();
  await openTab(agent, 'Work Orders');
  await agent.getByRole('link', { name: /^WO\d+$/ }).click();
  await openTab(agent, 'Details');
  await expect(details(agent).getByLabel('Partner contact')).toHaveCount(0);
  await details(agent).getByRole('button', { name: 'Case', exact: true }).click();
  await details(agent).getByLabel('Contact', { exact: true }).fill('Fiona');
  await agent.getByRole('option', { name: /Fiona Funco/ }).click();
  await agent.keyboard.press('Control+s');
  await expect(details(agent).getByLabel('Company', { exact: true })).toHaveValue('Funco');
  await expect(details(agent).getByLabel('Caller', { exact: true })).toHaveValue(/Fiona Funco/);
});

test('POR-5, POR-11, POR-15, WO-13 · a customer chooses and moves the time of a visit until the limit', async ({
  as,
}) => {
  const number = await aCase('The rack hums');
  const cora = await as('customer@boxeo.example', { viewport: { width: 380, height: 800 } });
  await cora.goto(`/portal/cases/${number}`);
  const reason = cora.getByLabel('What has to be done there?');
  await untilOpen(reason, () => cora.getByText('Ask for a visit').first().click({ timeout: 2_000 }));
  await reason.fill('Listen to the rack. Ring at the gate.');
  await cora.getByRole('button', { name: 'Ask for a visit' }).click();
  const link = cora.locator('a[href^="/portal/work-orders/"]');
  await expect(link).toBeVisible();
  const order = (await link.getAttribute('href'))?.split('/').at(-1) ?? '';

  const dispatcher = await as('dispatcher@casebridge.test');
  await openRecord(dispatcher, order);
  await properties(dispatcher).getByLabel('State', { exact: true }).selectOption('Qualified');
  await dispatcher.keyboard.press('Control+s');
  await expect(statusMessage(dispatcher, `${order} saved.`)).toBeVisible();

  await cora.goto(`/portal/work-orders/${order}`);
  const choose = async (button: string) => {
    await cora.getByRole('link', { name: button, exact: true }).click();
    await expect(cora.getByRole('heading', { name: 'When should someone come?' })).toBeVisible();
    // Times in the second week, far from every limit.
    await cora.getByRole('link', { name: 'Later days' }).click();
    await expect(cora).toHaveURL(/from=/);
    return cora.getByRole('radio');
  };
  await (await choose('Choose a time')).first().check();
  await cora.getByRole('button', { name: 'Take this time' }).click();
  await expect(cora.getByText(/^You can change it until/)).toBeVisible();
  await (await choose('Move it')).last().check();
  await cora.getByRole('button', { name: 'Take this time' }).click();
  await expect(cora.getByRole('heading', { name: 'When should someone come?' })).toHaveCount(0);
  await expect(cora.getByText('Cancel this time')).toBeVisible();

  const limits = { name: { in: ['wm.appointment.cutoff_hours', 'wm.appointment.cancel_hours'] } };
  await db().property.updateMany({ where: limits, data: { value: '9999' } });
  await expect(async () => {
    await cora.reload();
    await expect(cora.getByText('It can no longer be changed here.')).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(cora.getByRole('link', { name: 'Move it' })).toHaveCount(0);
  await db().property.updateMany({ where: limits, data: { value: '24' } });
});
