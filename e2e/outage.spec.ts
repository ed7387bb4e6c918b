import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { createTask } from '#lib/engine/commands/create-task.ts';
import { db } from '#lib/platform/db.ts';
import { activity, leave, openRecord, openTab, someone, statusMessage, untilOpen } from './desk.ts';
import { expect, test } from './fixtures.ts';

test.afterAll(leave);

const accounts = ['Boxeo', 'Funco', 'Nordwind', 'Sportlight', 'Wayfarer'];

/** Creates an incident on the controller that five accounts depend on. */
async function anOutage(shortDescription: string): Promise<string> {
  const noc = await someone('noc@casebridge.test');
  const { id } = await db().configurationItem.findFirstOrThrow({ where: { name: 'sdwan-ctl-1' } });
  const values = { shortDescription, configurationItemId: id, impact: 1, urgency: 1 };
  return (await createTask(noc, { kind: 'incident', values })).number;
}

async function openImpact(page: Page, incident: string) {
  await openRecord(page, incident);
  await openTab(page, 'Customer Impact');
  await expect(page.getByRole('table', { name: 'Affected customers' }).getByRole('row')).toHaveCount(6);
}

/** The numbers of the cases in the tab *Customer Cases*. */
async function casesOf(page: Page, count: number): Promise<string[]> {
  await openTab(page, /^Customer Cases/);
  const boxes = page.getByRole('checkbox', { name: /^Select CS/ });
  await expect(boxes).toHaveCount(count);
  return boxes.evaluateAll((all) => all.map((box) => (box.getAttribute('aria-label') ?? '').replace('Select ', '')));
}

test('PRO-1, NOT-1, NOT-2 · four affected accounts get a case each, and one message reaches them all', async ({
  as,
}) => {
  const incident = await anOutage('The controller does not answer');
  const noc = await as('noc@casebridge.test');
  await openImpact(noc, incident);
  for (const name of accounts.slice(0, 4)) await noc.getByRole('checkbox', { name: `Select ${name}` }).check();
  const generate = noc.getByRole('dialog', { name: 'Generate Proactive Cases' });
  await untilOpen(generate, () =>
    noc
      .getByRole('region', { name: 'Selection' })
      .getByRole('button', { name: /^Generate for \d+ selected$/ })
      .click(),
  );
  await expect(generate).toContainText('4 cases, one for each account.');
  await generate.locator('button[type="submit"]').click();
  await expect(statusMessage(noc, /^Generated 4 proactive cases/)).toBeVisible();
  const numbers = await casesOf(noc, 4);

  await noc.getByRole('checkbox', { name: 'Select all on this page' }).check();
  const notify = noc.getByRole('dialog', { name: 'Notify Customers' });
  await untilOpen(notify, () => noc.getByRole('button', { name: 'Notify Customers' }).click());
  await expect(notify.getByRole('status')).toContainText('4 cases, 4 people.');
  await expect(notify.getByRole('region', { name: 'Recipients' }).getByRole('listitem')).toHaveCount(4);
  expect((await new AxeBuilder({ page: noc }).include('dialog[open]').analyze()).violations).toEqual([]);
  await notify.getByRole('textbox', { name: 'Message' }).fill('Dear {{contact}}, {{nobody}}');
  await notify.locator('button[type="submit"]').click();
  await expect(notify.getByRole('alert').first()).toContainText('There is no variable {{nobody}}.');
  await notify.getByRole('textbox', { name: 'Message' }).fill('Dear {{contact}}, we are on it: {{number}}.');
  await notify.getByLabel('Preview as').selectOption('Cora Customer');
  await expect(notify.getByRole('region', { name: 'Preview' })).toContainText('Dear Cora Customer, we are on it: CS');
  // The preview updates while typing, and reports errors at once.
  await notify.getByRole('textbox', { name: 'Message' }).fill('Dear {{contact}}, {{nobody}}');
  await expect(notify.getByText('There is no variable {{nobody}}.').first()).toBeVisible();
  await notify.getByRole('textbox', { name: 'Message' }).fill('Dear {{contact}}, we are on it: {{number}}.');
  await expect(notify.getByRole('region', { name: 'Preview' })).toContainText('Dear Cora Customer, we are on it: CS');
  await notify.locator('button[type="submit"]').click();
  await expect(statusMessage(noc, 'The message to 4 people of 4 cases is being sent.')).toBeVisible();

  const message = noc.getByRole('article', { name: 'Message by Noa Noc' });
  await expect(message).toContainText('Sent');
  await expect(message).toContainText('4 of 4 notified');
  await expect(message).toContainText('4 sent');
  expect((await new AxeBuilder({ page: noc }).include('[role=tabpanel]').analyze()).violations).toEqual([]);
  await openTab(noc, 'Activity');
  await expect(activity(noc)).toContainText(`Notified 4 customers (${numbers.join(', ')}): Dear [their name]`);
  for (const number of numbers) {
    await openRecord(noc, number);
    await expect(activity(noc).getByRole('article', { name: 'Comment by Noa Noc' })).toContainText(
      `we are on it: ${number}.`,
    );
  }
});

test('PRO-1, PRO-4, NOT-7, NOT-9 · all five get a major case with five children and a message; recently notified customers are pointed out', async ({
  as,
}) => {
  const incident = await anOutage('The controller is on fire');
  const noc = await as('noc@casebridge.test');
  await openImpact(noc, incident);
  const generate = noc.getByRole('dialog', { name: 'Generate Proactive Cases' });
  await untilOpen(generate, () => noc.getByRole('button', { name: 'Generate Proactive Cases' }).click());
  await expect(generate).toContainText('A major case with 5 child cases, one for each account.');
  await generate.getByRole('checkbox', { name: 'Generate with communication' }).check();
  await generate.getByRole('textbox', { name: 'Message' }).fill('We know, {{account}}.');
  await generate.locator('button[type="submit"]').click();
  await expect(
    statusMessage(noc, /children of major case CS\d+\. The message to 5 people of 5 cases is being sent\./),
  ).toBeVisible();

  const numbers = await casesOf(noc, 5);
  const major = noc.getByRole('row', { name: /Major case/ });
  await expect(major).toHaveCount(1);
  const majorCase = (await major.getByRole('link').first().textContent()) ?? '';
  const message = noc.getByRole('article', { name: 'Message by Noa Noc' });
  await expect(message).toContainText('5 of 5 notified');
  const notify = noc.getByRole('dialog', { name: 'Notify Customers' });
  await noc.getByRole('checkbox', { name: `Select ${numbers[0]}` }).check();
  await untilOpen(notify, () => noc.getByRole('button', { name: 'Notify Customers' }).click());
  await expect(notify).toContainText(`1 person was notified about ${incident} within the last 10 minutes.`);
  // REC-5: a reload restores the typed text; Cancel discards it.
  await notify.getByRole('textbox', { name: 'Message' }).fill('Half a sentence');
  await noc.keyboard.press('Escape');
  await noc.reload();
  await openTab(noc, /^Customer Cases/);
  await untilOpen(notify, () => noc.getByRole('button', { name: 'Notify Customers' }).click());
  await expect(notify.getByRole('textbox', { name: 'Message' })).toHaveValue('Half a sentence');
  await notify.getByRole('button', { name: 'Cancel' }).click();
  await openRecord(noc, numbers[0] ?? '');
  await expect(activity(noc).getByRole('article', { name: 'Comment by Noa Noc' })).toContainText('We know, Boxeo.');

  await noc.getByRole('main').getByRole('link', { name: majorCase, exact: true }).click();
  await expect(noc.getByRole('heading', { level: 1 })).toContainText(majorCase);
  await expect(noc.getByRole('region', { name: 'Customer' })).toHaveCount(0);
  await openTab(noc, /^Child Cases/);
  await expect(noc.getByRole('table', { name: 'Child Cases' }).getByRole('row')).toHaveCount(6);
  await noc.getByRole('checkbox', { name: `Select ${numbers[1]}` }).check();
  await untilOpen(notify, () => noc.getByRole('button', { name: 'Notify Customers' }).click());
  await expect(notify.getByRole('status')).toContainText('1 case, 1 person.');
  await notify.getByRole('textbox', { name: 'Message' }).fill('Only for you, [their account].');
  await notify.locator('button[type="submit"]').click();
  await expect(message).toContainText('1 of 1 notified');
  await openTab(noc, 'Activity');
  await expect(activity(noc)).toContainText(`Notified 1 customer (${numbers[1]}): Only for you, [their account].`);
});

test('PRO-7 · an agent opens a case for an affected account, associated with the incident', async ({ as }) => {
  const incident = await anOutage('The controller hums');
  const admin = await as('admin@casebridge.test');
  await openImpact(admin, incident);
  await admin.getByRole('checkbox', { name: 'Select Boxeo' }).check();
  await admin.getByRole('link', { name: 'New reactive case' }).click();
  await expect(admin.getByRole('heading', { level: 1 })).toHaveText('New case');
  await expect(admin.getByRole('textbox', { name: 'Short description' })).toHaveValue('The controller hums');
  await expect(admin.getByRole('main')).toContainText(`The case is associated with ${incident} as its incident.`);
  await admin.getByRole('button', { name: 'Create case', exact: true }).click();
  await expect(admin.getByRole('heading', { level: 1 })).toContainText(/^CS\d+ The controller hums/);
  await expect(activity(admin)).toContainText(`Incident ${incident} associated.`);
  await expect(admin.getByRole('region', { name: 'Customer' })).toContainText('Cora Customer');
});
