import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { db } from '#lib/platform/db.ts';
import { aTaskOf } from '#lib/technician-day/testing/a-task-of.ts';
import { moveTask } from '#lib/work-order-task/commands/move-task.ts';
import { MoveWorkOrderTask } from '#lib/work-order-task/schema.ts';
import { leave, someone } from './desk.ts';
import { expect, test } from './fixtures.ts';

test.afterAll(leave);

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const cardOf = (page: Page, number: string) => page.getByRole('region', { name: number });

/** Opens the day and a task's card in it. */
async function openCard(page: Page, number: string) {
  await page.goto('/workspace/my-day');
  const card = cardOf(page, number);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  if (!(await card.isVisible())) await page.locator('summary').filter({ hasText: number }).click();
  await expect(card.getByRole('button', { name: 'Note' })).toBeVisible();
  return card;
}

/** Waits until the page can be opened offline. */
async function untilKept(page: Page) {
  const isKept = async () =>
    navigator.serviceWorker.controller !== null &&
    (await caches.match('/workspace/my-day', { cacheName: 'my-day-page', ignoreVary: true })) !== undefined;
  await expect.poll(() => page.evaluate(isKept)).toBe(true);
}

/** Presses a button of a task's card. The page may redraw the day, which folds the card. */
async function press(page: Page, number: string, name: string) {
  const card = cardOf(page, number);
  await expect(async () => {
    if (!(await card.isVisible())) await page.locator('summary').filter({ hasText: number }).click({ timeout: 2_000 });
    await card.getByRole('button', { name }).click({ timeout: 5_000 });
  }).toPass();
}

async function addNote(page: Page, number: string, text: string) {
  await press(page, number, 'Note');
  await page.getByRole('dialog').getByLabel('Note').fill(text);
  await page.getByRole('button', { name: 'Add note' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test('WO-18 · a technician works offline, even after reopening the page: each step is sent once, in order', async ({
  as,
}) => {
  const [dora, tom] = [await someone('dispatcher@casebridge.test'), await someone('tech1@casebridge.test')];
  const task = await aTaskOf(dora, tom, 'Power supply of the edge device');
  const { number } = task;
  let page = await as('tech1@casebridge.test', { viewport: { width: 380, height: 800 } });
  const context = page.context();
  let card = await openCard(page, number);
  await card.getByRole('button', { name: 'Accept' }).click();
  await expect(card.getByText('Sent')).toHaveCount(1);
  await untilKept(page);

  await context.setOffline(true);
  await press(page, number, 'Start');
  await addNote(page, number, 'Old unit gives 31 V.');
  const photo = { name: 'rack.png', mimeType: 'image/png', buffer: PICTURE };
  await card.locator('input[type=file]').setInputFiles(photo);
  await expect(card.getByText('On this phone')).toHaveCount(3);

  await page.close();
  page = await context.newPage();
  card = await openCard(page, number);
  await expect(card.getByText('On this phone')).toHaveCount(3);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(380);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await card.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
  await expect(card.getByText('On this phone')).toHaveCount(4);

  await page.getByRole('button', { name: /^User menu/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Stay signed in' }).click();

  await context.setOffline(false);
  await expect(card.getByText('On this phone')).toHaveCount(0, { timeout: 30_000 });
  const done = await db().technicianStep.findMany({ where: { taskId: task.id }, orderBy: { sentAt: 'asc' } });
  expect(done.map(({ kind }) => kind)).toEqual(['accept', 'start', 'note', 'file', 'complete']);
  expect(await db().journalEntry.count({ where: { taskId: task.id, type: 'work_note' } })).toBe(1);
  expect(await db().attachment.count({ where: { taskId: task.id } })).toBe(1);
  expect(await db().task.findUniqueOrThrow({ where: { number } })).toMatchObject({ state: 'closed_complete' });
});

test('WO-18 · a dispatcher’s concurrent change shows beside the technician’s own step', async ({ as }) => {
  const [dora, tom] = [await someone('dispatcher@casebridge.test'), await someone('tech1@casebridge.test')];
  const { number } = await aTaskOf(dora, tom, 'Given back and again');
  const page = await as('tech1@casebridge.test', { viewport: { width: 380, height: 800 } });
  const card = await openCard(page, number);
  await untilKept(page);
  await page.context().setOffline(true);
  await card.getByRole('button', { name: 'Accept' }).click();
  await expect(card.getByText('On this phone')).toBeVisible();
  for (const more of [{ action: 'unassign' }, { action: 'assign', assignedToId: tom.id }]) {
    const { version } = await db().task.findUniqueOrThrow({ where: { number } });
    await moveTask(dora, MoveWorkOrderTask.parse({ number, version, ...more }));
  }
  await page.context().setOffline(false);
  const clash = card.getByRole('group', { name: 'Moved in the meantime' });
  await expect(async () => {
    // The day may have been drawn anew by then, with this card folded.
    if (!(await card.isVisible())) await page.locator('summary').filter({ hasText: number }).click({ timeout: 2_000 });
    await expect(clash).toContainText('TheirsAssigned, assigned to Tom Tech (Dora Dispatcher', { timeout: 5_000 });
  }).toPass();
  await clash.getByRole('button', { name: 'Apply mine' }).click();
  await expect(card.getByText('Sent')).toBeVisible();
  expect(await db().task.findUniqueOrThrow({ where: { number } })).toMatchObject({ state: 'accepted' });
});
