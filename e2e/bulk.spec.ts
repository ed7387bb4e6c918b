import type { Page } from '@playwright/test';
import { aCase, details, leave, openRecord, openTab, properties, told } from './desk.ts';
import { expect, test } from './fixtures.ts';

test.afterAll(leave);

const row = (page: Page, number: string) => page.getByRole('row').filter({ hasText: number });

async function select(page: Page, words: string, numbers: readonly string[]): Promise<void> {
  await page.goto(`/workspace/cases?q=${words}`);
  for (const number of numbers) await page.getByRole('checkbox', { name: `Select ${number}` }).check();
  await expect(page.getByText(`${numbers.length} selected`)).toBeVisible();
}

test('REC-3, REC-5 · records are taken from others after a question, and given back where nobody changed them', async ({
  as,
}) => {
  const [free, first, second] = [await aCase('Xylem one'), await aCase('Xylem two'), await aCase('Xylem three')];
  const [plain, agent] = [await as('plain@casebridge.test'), await as('agent@casebridge.test')];
  await select(plain, 'xylem', [first, second]);
  await plain.getByRole('button', { name: 'Assign to me' }).click();
  await expect(told(plain, '2 assigned to you')).toBeVisible();

  await select(agent, 'xylem', [free, first, second]);
  await agent.getByRole('button', { name: 'Assign to me' }).click();
  const question = agent.getByRole('dialog', { name: 'Take records from others?' });
  await expect(question).toContainText('Assign to me takes 2 from Pat Plain.');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(row(agent, first)).toContainText('Pat Plain');
  await agent.getByRole('button', { name: 'Assign to me' }).click();
  await question.getByRole('button', { name: 'Assign to me' }).click();
  await expect(told(agent, '1 assigned to you, 2 taken from Pat Plain')).toBeVisible();
  await expect(row(agent, first)).toContainText('Ava Agent');

  await openRecord(plain, second);
  await openTab(plain, 'Details');
  await details(plain).getByLabel('Description', { exact: true }).fill('Changed meanwhile');
  await plain.getByRole('button', { name: 'Save' }).click();
  await expect(told(plain, `${second} saved.`)).toBeVisible();

  await agent.getByRole('button', { name: 'Undo' }).click();
  const undone = told(agent, /Undone at \d?\d:\d\d.*: 2 set back, 1 of them stays Open/);
  await expect(undone).toContainText(`1 not set back: Changed since, and left as it is. (${second})`);
  await expect(row(agent, first)).toContainText('Pat Plain');
  await expect(row(agent, second)).toContainText('Ava Agent');
  await expect(agent.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  await agent.getByRole('button', { name: 'Dismiss' }).click();
  await expect(undone).toHaveCount(0);
});

test('REC-5, ACC-6 · Assigned to offers who may work the record, the members of its group first', async ({ as }) => {
  const number = await aCase('Whom to ask');
  const manager = await as('manager@casebridge.test');
  await openRecord(manager, number);
  const options = manager.getByRole('listbox').getByRole('option');
  const assignedTo = properties(manager).getByRole('combobox', { name: 'Assigned to' });
  await expect(async () => {
    await assignedTo.fill('i');
    await expect(options.filter({ hasText: 'Rita Reader' })).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(options.filter({ hasText: /Ian Itil|Vic|Dora/ })).toHaveCount(0);
  await options.filter({ hasText: 'Rita Reader' }).click();
  await manager.getByRole('button', { name: 'Save' }).click();
  await expect(told(manager, `${number} saved.`)).toBeVisible();
});
