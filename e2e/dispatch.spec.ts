import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { db } from '#lib/platform/db.ts';
import { aQualifiedOrder } from '#lib/technician-day/testing/a-task-of.ts';
import { leave, someone, statusMessage, untilFocused, untilOpen } from './desk.ts';
import { expect, test } from './fixtures.ts';

test.afterAll(leave);

const DAY = 86_400_000;

/** The Wednesday of the week after next: nobody has the day off, and no other journey uses it. */
function wednesday(): string {
  const today = new Date();
  const days = 7 + ((10 - today.getUTCDay()) % 7);
  return new Date(today.getTime() + days * DAY).toISOString().slice(0, 10);
}

/** Creates a task that waits for dispatch. */
async function aTask(shortDescription: string): Promise<string> {
  const dora = await someone('dispatcher@casebridge.test');
  const values = { shortDescription, timeZone: 'Europe/Amsterdam', address: '6 Mill Road, Breda' };
  const { id } = await aQualifiedOrder(dora, values);
  const { task } = await db().workOrderTask.findFirstOrThrow({ where: { workOrderId: id }, include: { task: true } });
  return task.number;
}

const taskOf = (page: Page, number: string) => page.locator(`[data-task="${number}"]`);
const placed = (page: Page, number: string) => page.locator(`[data-on-board][data-task="${number}"]`);
const dialogOf = (page: Page, number: string) => page.getByRole('dialog', { name: `Move ${number}` });

async function violations(page: Page) {
  const found = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    found.push(...(await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html]));
  }
  return found;
}

test('WO-7, WO-16, WO-17, REC-3 · a task is placed by keyboard and by mouse; another dispatcher sees who moved it', async ({
  as,
}) => {
  const [byKey, byMouse] = [await aTask('Mount the edge device'), await aTask('Measure the cabling')];
  const board = `/workspace/dispatch?day=${wednesday()}&zone=Europe/Amsterdam`;
  const dora = await as('dispatcher@casebridge.test', { viewport: { width: 1400, height: 900 } });
  const adam = await as('admin@casebridge.test', { viewport: { width: 1400, height: 900 } });
  await dora.goto(board);
  await adam.goto(board);
  // The second dispatcher has the dialog open already.
  const late = dialogOf(adam, byKey);
  await untilOpen(late, () => taskOf(adam, byKey).click());
  await late.getByLabel('Technician').selectOption('Tina Tech');
  await late.getByLabel('Time').fill('13:00');
  await expect(late.getByText('Tina Tech is free then.')).toBeVisible();

  // By keyboard.
  const dialog = dialogOf(dora, byKey);
  await taskOf(dora, byKey).focus();
  await untilOpen(dialog, () => dora.keyboard.press('m'));
  await expect(dialog.getByRole('region', { name: 'Who should go?' })).toContainText('of 100');
  await dialog.getByLabel('Technician').selectOption('Tom Tech');
  await dialog.getByLabel('Time').fill('18:00');
  await expect(dialog.getByText('is not at work then')).toBeVisible();
  expect(await violations(dora)).toEqual([]);
  await dialog.getByLabel('Time').fill('10:00');
  await expect(dialog.getByText('Tom Tech is free then.')).toBeVisible();
  await dialog.getByLabel('Time').press('Enter');
  await expect(statusMessage(dora, `${byKey} is placed on ${wednesday()}, 10:00 – 11:00.`)).toBeVisible();
  await untilFocused(placed(dora, byKey), async () => {});

  // The second dispatcher's board shows the task, and the open dialog names the user who was faster.
  await expect(placed(adam, byKey)).toBeAttached();
  await late.getByRole('button', { name: 'Place', exact: true }).click();
  await expect(late.getByText(/Dora Dispatcher changed .* while you were editing/)).toBeVisible();
  await late.getByRole('button', { name: 'Cancel' }).click();

  // By mouse: the middle of a board from 7:00 to 19:00 is 13:00.
  const strip = dora.locator('[data-strip="Tina Tech"]');
  const { width = 0, height = 0 } = (await strip.boundingBox()) ?? {};
  await taskOf(dora, byMouse).dragTo(strip, { targetPosition: { x: width / 2 + 2, y: height / 2 } });
  await expect(strip.locator(`[data-task="${byMouse}"]`)).toHaveAccessibleName(/13:00 – 14:00/);
  // A conflict opens a question, and the task is not moved.
  await placed(dora, byMouse).dragTo(dora.locator('[data-strip="Tom Tech"]'), {
    sourcePosition: { x: 1, y: 10 },
    targetPosition: { x: (width * 3.25) / 12, y: height / 2 },
  });
  await expect(dialogOf(dora, byMouse).getByText('Does not fit: Tom Tech is busy')).toBeVisible();
  await dora.keyboard.press('Escape');
  await expect(strip.locator(`[data-task="${byMouse}"]`)).toBeVisible();
  // To another technician by keyboard: the focus follows the task.
  await placed(dora, byMouse).focus();
  await untilOpen(dialogOf(dora, byMouse), () => dora.keyboard.press('Enter'));
  await dialogOf(dora, byMouse).getByLabel('Technician').selectOption('Tom Tech');
  await dialogOf(dora, byMouse).getByRole('button', { name: 'Place', exact: true }).click();
  const ofTom = dora.locator(`[data-strip="Tom Tech"] [data-task="${byMouse}"]`);
  await expect(ofTom).toBeFocused();
  expect(await violations(dora)).toEqual([]);
});
