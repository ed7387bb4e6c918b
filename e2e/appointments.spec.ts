import type { Locator, Page } from '@playwright/test';
import { createTask } from '#lib/engine/commands/create-task.ts';
import { updateTask } from '#lib/engine/commands/update-task.ts';
import { db } from '#lib/platform/db.ts';
import { leave, openRecord, someone, statusMessage, untilOpen } from './desk.ts';
import { expect, test } from './fixtures.ts';

test.afterAll(leave);

/** Creates a work order and returns its task, which waits for dispatch. */
async function aReadyTask(): Promise<string> {
  const dora = await someone('dispatcher@casebridge.test');
  const { id: contactId } = await someone('customer@boxeo.example');
  const values = { shortDescription: 'Swap the access point', contactId, timeZone: 'Europe/Amsterdam' };
  const order = await createTask(dora, { kind: 'work_order', values });
  const { number, id } = order;
  for (const state of ['awaiting_qualification', 'qualified']) {
    const { version } = await db().task.findUniqueOrThrow({ where: { id } });
    await updateTask(dora, { kind: 'work_order', number, version, values: { state } });
  }
  const { task } = await db().workOrderTask.findFirstOrThrow({ where: { workOrderId: id }, include: { task: true } });
  return task.number;
}

async function open(page: Page, button: string, title: string) {
  const dialog = page.getByRole('dialog', { name: title });
  await untilOpen(dialog, () => page.getByRole('button', { name: button, exact: true }).click({ timeout: 2_000 }));
  return dialog;
}

/** The windows in a dialog. */
const windowsOf = (dialog: Locator) => dialog.getByRole('button', { name: /, \d\d:\d\d$/ });

/** Requests the windows from a date on, and waits until they replace the former ones. */
async function lookFrom(dialog: Locator, date: string): Promise<void> {
  const first = windowsOf(dialog).first();
  const former = (await first.getAttribute('aria-label')) ?? '';
  await dialog.getByLabel('From').fill(date);
  await expect(first).not.toHaveAttribute('aria-label', former);
}

const DAY = 86_400_000;
const dateOf = (time: number) => new Date(time).toISOString().slice(0, 10);

/** A Tuesday far from every limit. Not a Sunday: another journey adds and removes a technician's Sunday hours. */
function aTuesday(): number {
  const days = Array.from({ length: 7 }, (_, more) => Date.now() + (4 + more) * DAY);
  return days.find((time) => new Date(time).getUTCDay() === 2) ?? Date.now();
}

test('WO-6, WO-11, WO-13 · a dispatcher books, moves and cancels a visit in a free window', async ({ as }) => {
  const task = await aReadyTask();
  const page = await as('dispatcher@casebridge.test');
  await openRecord(page, task);
  const book = await open(page, 'Book a visit', `Book a visit: ${task}`);
  await expect(book.getByText('Times are in Europe/Amsterdam')).toBeVisible();
  await lookFrom(book, dateOf(aTuesday()));
  await windowsOf(book).first().click();
  await expect(windowsOf(book).first()).toHaveAttribute('aria-pressed', 'true');
  await book.getByRole('button', { name: 'Book', exact: true }).click();
  await expect(statusMessage(page, `An appointment is booked for ${task}.`)).toBeVisible();
  await expect(page.getByText(/^Appointment: .+ \(Europe\/Amsterdam\) with (Tom|Tina) Tech\.$/)).toBeVisible();
  await expect(page.getByText('Scheduled').first()).toBeVisible();

  const shown = page.getByText(/^Appointment: /);
  const booked = (await shown.textContent()) ?? '';
  const move = await open(page, 'Move appointment', `Move the appointment: ${task}`);
  await lookFrom(move, dateOf(aTuesday() + DAY));
  await windowsOf(move).nth(3).click();
  await move.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(statusMessage(page, `The appointment of ${task} is moved.`)).toBeVisible();
  await expect(shown).not.toHaveText(booked);

  const cancel = await open(page, 'Cancel appointment', `Cancel the appointment: ${task}`);
  await cancel.getByRole('button', { name: 'Cancel appointment' }).click();
  await expect(statusMessage(page, `The appointment of ${task} is canceled.`)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Book a visit' })).toBeVisible();
});

test('WO-10, WO-15 · a dispatcher adds working hours and days off of a technician', async ({ as }) => {
  const page = await as('dispatcher@casebridge.test');
  await page.goto('/workspace/technicians');
  await page.getByRole('link', { name: 'Tina Tech' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tina Tech');
  const hours = await open(page, 'Add hours', 'Add hours');
  for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']) await hours.getByLabel(day).uncheck();
  await hours.getByLabel('Sunday').check();
  await hours.getByLabel('From', { exact: true }).fill('10:00');
  await hours.getByLabel('To', { exact: true }).fill('12:30');
  await hours.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(statusMessage(page, 'Working hours added.')).toBeVisible();
  await expect(page.getByRole('row', { name: /^Sunday 10:00 12:30/ })).toBeVisible();
  await page.getByRole('button', { name: 'Remove hours on Sunday from 10:00' }).click();
  await expect(page.getByRole('row', { name: /^Sunday/ })).toHaveCount(0);
  const off = await open(page, 'Add days off', 'Add days off');
  await off.getByLabel('First day').fill('2096-01-02');
  await off.getByLabel('Last day').fill('2096-01-01');
  await off.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(off.getByText('The last day is before the first day.')).toBeVisible();
  await off.getByLabel('Last day').fill('2096-01-03');
  await off.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('row', { name: /2096-01-02 2096-01-03/ })).toBeVisible();
  await page.getByRole('button', { name: 'Remove days off from 2096-01-02' }).click();
  await expect(page.getByRole('row', { name: /2096-01-02/ })).toHaveCount(0);
});
