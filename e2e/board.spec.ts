import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { addChildren } from '#lib/major-case/commands/add-children.ts';
import { aMajorCase } from './affected.ts';
import { aCase, addCustomerComment, leave, openRecord, someone, untilOpen } from './desk.ts';
import { expect, test } from './fixtures.ts';

test.afterAll(leave);

const board = (page: Page) => page.getByRole('region', { name: 'Board' });
const figure = (page: Page, term: string) =>
  board(page)
    .locator('dl > div')
    .filter({ has: page.getByText(term, { exact: true }) });
const rowOf = (page: Page, number: string) =>
  board(page).getByRole('table', { name: 'Child cases', exact: true }).getByRole('row').filter({ hasText: number });

async function openBoard(page: Page, number: string): Promise<void> {
  await openRecord(page, number);
  await expect(figure(page, 'Customers affected')).toBeVisible();
}

test('MAJ-9, NOT-1, NOT-8 · a manager sees live who was not notified, notifies them, and sees their replies', async ({
  as,
}) => {
  const major = await aMajorCase('The carousel stands still');
  const [first, second] = [await aCase('No horse turns'), await aCase('No swan turns')];
  const mia = await someone('manager@casebridge.test');
  await addChildren(mia, { number: major, caseNumbers: [first, second] });

  const page = await as('manager@casebridge.test');
  await openBoard(page, major);
  // Two cases of one account.
  await expect(figure(page, 'Customers affected')).toContainText('1');
  await expect(figure(page, 'Not notified')).toContainText('2: no message yet');
  await expect(board(page)).toContainText(
    'Changes and comments on a major case are not copied into its child cases, because the property “Synchronize child cases” is off.',
  );
  expect((await new AxeBuilder({ page }).include('section[aria-label="Board"]').analyze()).violations).toEqual([]);

  await rowOf(page, first)
    .getByRole('checkbox', { name: `Select ${first}` })
    .check();
  const notify = page.getByRole('dialog', { name: 'Notify Customers' });
  await untilOpen(notify, () =>
    page.getByRole('region', { name: 'Selection' }).getByRole('button', { name: 'Notify Customers' }).click(),
  );
  await expect(notify.getByRole('status')).toContainText('1 case, 1 person.');
  await notify.getByRole('textbox', { name: 'Message' }).fill('The motor comes at six.');
  await notify.locator('button[type="submit"]').click();
  await expect(notify).toBeHidden();
  await expect(figure(page, 'Notified')).toContainText('1');
  await expect(board(page).getByRole('region', { name: 'Last message' })).toContainText('The motor comes at six.');
  await expect(board(page).getByRole('region', { name: 'Last message' })).toContainText('in 1 child case');

  await addCustomerComment(first, 'And until six?');
  await expect(figure(page, 'Answers waiting')).toContainText('1');
  await expect(figure(page, 'Answers waiting')).toContainText('the oldest');
  await board(page).getByRole('button', { name: 'Answers waiting' }).click();
  await expect(rowOf(page, first)).toContainText('And until six?');
  await expect(rowOf(page, second)).toHaveCount(0);
  await board(page).getByRole('button', { name: 'Not notified' }).click();
  await expect(rowOf(page, second)).toBeVisible();
  await expect(rowOf(page, first)).toHaveCount(0);

  const other = await page.context().newPage();
  await other.goto('/workspace/major-cases');
  const inList = other.getByRole('row').filter({ hasText: major });
  await expect(inList.getByRole('cell').nth(5)).toHaveText('2 of 2 open');
  await expect(inList.getByRole('cell').nth(6)).toHaveText('1');
  await expect(inList.getByRole('cell').nth(7)).toHaveText('1');
  await other.close();

  await board(page).getByText('Step by step').click();
  const table = board(page).getByRole('table', { name: 'Child cases by state over time' });
  await expect(table.getByRole('row').nth(1).getByRole('cell').nth(1)).toHaveText('2');
});

test('MAJ-9, ACC-6 · an agent sees the board but cannot notify customers from it', async ({ as }) => {
  const major = await aMajorCase('The ghost train stands still');
  const child = await aCase('No ghost moves');
  const mia = await someone('manager@casebridge.test');
  await addChildren(mia, { number: major, caseNumbers: [child] });
  const page = await as('agent@casebridge.test');
  await openBoard(page, major);
  await expect(rowOf(page, child)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Notify Customers' })).toHaveCount(0);
  await expect(board(page).getByRole('checkbox')).toHaveCount(0);
});
