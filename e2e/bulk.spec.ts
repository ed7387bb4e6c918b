import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { db } from '#lib/platform/db.ts';
import { aCase, details, leave, openRecord, openTab, properties, saveAsManager, statusMessage } from './desk.ts';
import { expect, test } from './fixtures.ts';

test.afterAll(leave);

const row = (page: Page, number: string) => page.getByRole('row').filter({ hasText: number });

async function select(page: Page, words: string, numbers: readonly string[]): Promise<void> {
  await page.goto(`/workspace/cases?q=${words}`);
  for (const number of numbers) await page.getByRole('checkbox', { name: `Select ${number}` }).check();
  await expect(page.getByText(`${numbers.length} selected`)).toBeVisible();
}

test('REC-3, REC-5 · taking records from others asks first; undo returns those that nobody changed since then', async ({
  as,
}) => {
  const [free, first, second] = [await aCase('Xylem one'), await aCase('Xylem two'), await aCase('Xylem three')];
  const [plain, agent] = [await as('plain@casebridge.test'), await as('agent@casebridge.test')];
  await select(plain, 'xylem', [first, second]);
  await plain.getByRole('button', { name: 'Assign to me' }).click();
  await expect(statusMessage(plain, '2 assigned to you')).toBeVisible();

  await select(agent, 'xylem', [free, first, second]);
  await agent.getByRole('button', { name: 'Assign to me' }).click();
  const question = agent.getByRole('dialog', { name: 'Take records from others?' });
  await expect(question).toContainText('Assign to me takes 2 from Pat Plain.');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(row(agent, first)).toContainText('Pat Plain');
  await agent.getByRole('button', { name: 'Assign to me' }).click();
  await question.getByRole('button', { name: 'Assign to me' }).click();
  await expect(statusMessage(agent, '1 assigned to you, 2 taken from Pat Plain')).toBeVisible();
  await expect(row(agent, first)).toContainText('Ava Agent');

  await openRecord(plain, second);
  await openTab(plain, 'Details');
  await details(plain).getByLabel('Description', { exact: true }).fill('Changed meanwhile');
  await plain.getByRole('button', { name: 'Save' }).click();
  await expect(statusMessage(plain, `${second} saved.`)).toBeVisible();

  await agent.getByRole('button', { name: 'Undo' }).click();
  const undone = statusMessage(agent, /Undone at \d?\d:\d\d.*: 2 set back, 1 of them stays Open/);
  await expect(undone).toContainText(`1 not set back: Changed since, and left as it is. (${second})`);
  await expect(row(agent, first)).toContainText('Pat Plain');
  await expect(row(agent, second)).toContainText('Ava Agent');
  await expect(agent.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  await agent.getByRole('button', { name: 'Dismiss' }).click();
  await expect(undone).toHaveCount(0);
});

test('REC-5, ACC-6 · Assigned to offers only users who may work on the record, members of its group first', async ({
  as,
}) => {
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
  await expect(statusMessage(manager, `${number} saved.`)).toBeVisible();
});

/** The selection bar with its buttons. */
const bar = (page: Page) => page.getByRole('region', { name: 'Selection' });
const menuItem = (page: Page, name: string) => page.getByRole('menuitem', { name, exact: true });

/** Clicks like a person, and counts the clicks. */
function clicking() {
  let clicks = 0;
  return {
    click: async (target: Locator) => {
      await target.click();
      clicks += 1;
    },
    clicks: () => clicks,
  };
}

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function violationsOf(page: Page, part = 'body'): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include(part).withTags(wcag).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

test('REC-3 · setting the priority of twenty cases takes three clicks, undoing it one', async ({ as }) => {
  const numbers: string[] = [];
  for (let each = 1; each <= 20; each++) numbers.push(await aCase(`Yarrow ${each}`));
  const page = await as('agent@casebridge.test');
  await page.goto('/workspace/cases?q=yarrow');
  await expect(page.getByRole('checkbox', { name: /^Select CS/ })).toHaveCount(20);
  const { click, clicks } = clicking();
  await click(page.getByRole('checkbox', { name: 'Select all on this page' }));
  await click(bar(page).getByRole('button', { name: 'Priority' }));
  await click(menuItem(page, 'Set priority: 2 - High'));
  await expect(statusMessage(page, '20 cases set to 2 - High')).toBeVisible();
  expect(clicks()).toBe(3);
  await expect(page.getByRole('row').filter({ hasText: '2 - High' })).toHaveCount(20);
  await expect(bar(page)).toHaveCount(0);

  await saveAsManager(numbers[0] ?? '', { description: 'Changed meanwhile' });
  await page.getByRole('button', { name: 'Undo' }).click();
  const undone = statusMessage(page, /Undone at \d?\d:\d\d.*: 19 set back/);
  await expect(undone).toContainText(`1 not set back: Changed since, and left as it is. (${numbers[0]})`);
  await expect(page.getByRole('row').filter({ hasText: '4 - Low' })).toHaveCount(19);
});

test('CASE-8, CASE-2 · a range of cases changes state together, with the required fields', async ({ as }) => {
  const numbers = [await aCase('Bergamot one'), await aCase('Bergamot two'), await aCase('Bergamot three')];
  const page = await as('agent@casebridge.test');
  await page.goto('/workspace/cases?q=bergamot&sort=number');
  const box = (at: number) => page.getByRole('checkbox', { name: `Select ${numbers[at]}` });
  const { click, clicks } = clicking();
  await click(box(0));
  await page.keyboard.down('Shift');
  await click(box(2));
  await page.keyboard.up('Shift');
  await expect(page.getByText('3 selected')).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);

  await click(bar(page).getByRole('button', { name: 'State' }));
  await expect(menuItem(page, 'Propose solution …')).toBeFocused();
  expect(await violationsOf(page)).toEqual([]);
  await click(menuItem(page, 'Propose solution …'));
  const dialog = page.getByRole('dialog', { name: 'Propose solution: 3 cases' });
  await expect(dialog).toContainText('Each reachable customer is asked to accept the solution');
  await expect(dialog.locator('button[type="submit"]')).toBeDisabled();
  await dialog.getByLabel('Resolution code').selectOption({ label: 'Duplicate' });
  await dialog.getByRole('textbox', { name: 'Resolution notes' }).fill('One of many.');
  expect(await violationsOf(page)).toEqual([]);
  await click(dialog.locator('button[type="submit"]'));
  await expect(statusMessage(page, '3 cases set to Resolved')).toBeVisible();
  expect(clicks()).toBe(5);
  await expect(row(page, numbers[1] ?? '')).toContainText('Resolved');
});

test('REC-1, MAIL-10 · a comment is posted in several cases after its audience is shown, and the cases are watched', async ({
  as,
}) => {
  const numbers = [await aCase('Sassafras one'), await aCase('Sassafras two')];
  const page = await as('agent@casebridge.test');
  await select(page, 'sassafras', numbers);
  const more = bar(page).getByRole('button', { name: 'More' });
  await more.click();
  await menuItem(page, 'Comment …').click();
  const dialog = page.getByRole('dialog', { name: 'Comment: 2 cases' });
  await expect(dialog).toContainText('Cora Customer will be emailed.');
  await dialog.getByRole('textbox').fill('We are working on all of these.');
  await dialog.locator('button[type="submit"]').click();
  await expect(statusMessage(page, '2 received the comment')).toBeVisible();

  await page.getByRole('checkbox', { name: 'Select all on this page' }).check();
  await more.click();
  await menuItem(page, 'Watch: Watch list').click();
  await expect(statusMessage(page, '2 added to your watch list')).toBeVisible();
  await openRecord(page, numbers[1] ?? '');
  await expect(page.getByText('We are working on all of these.')).toBeVisible();
});

test('REC-3, INC-6 · undoing a state change and a watch of several records says which ones were left out', async ({
  as,
}) => {
  const numbers = [await aCase('Hyssop one'), await aCase('Hyssop two')];
  const page = await as('agent@casebridge.test');
  const state = bar(page).getByRole('button', { name: 'State' });
  const more = bar(page).getByRole('button', { name: 'More' });
  const undo = page.getByRole('button', { name: 'Undo' });
  await select(page, 'hyssop', numbers);
  await bar(page).getByRole('button', { name: 'Assign to me' }).click();
  await expect(statusMessage(page, '2 assigned to you')).toBeVisible();

  await select(page, 'hyssop', numbers);
  await state.click();
  await menuItem(page, 'Request info …').click();
  const question = page.getByRole('dialog', { name: 'Request info: 2 cases' });
  await expect(question).toContainText('It is posted at once in each record and cannot be taken back.');
  await question.getByRole('textbox').fill('Which floor?');
  await question.locator('button[type="submit"]').click();
  await expect(statusMessage(page, '2 cases set to Awaiting Info')).toBeVisible();
  await undo.click();
  await expect(
    statusMessage(page, /Undone at \d?\d:\d\d.*: 2 set back · 2 emails about it are not taken back\./),
  ).toBeVisible();
  for (const number of numbers) await expect(row(page, number)).toContainText('Open');
  await expect(undo).toHaveCount(0);

  await select(page, 'hyssop', numbers.slice(0, 1));
  await more.click();
  await menuItem(page, 'Watch: Watch list').click();
  await expect(statusMessage(page, '1 added to your watch list')).toBeVisible();
  await select(page, 'hyssop', numbers);
  await more.click();
  await menuItem(page, 'Watch: Watch list').click();
  await expect(statusMessage(page, '1 added to your watch list, 1 was already there')).toBeVisible();
  await undo.click();
  await expect(statusMessage(page, /Undone at \d?\d:\d\d.*: 1 taken off your watch list/)).toBeVisible();

  await select(page, 'hyssop', numbers);
  await state.click();
  await menuItem(page, 'Cancel case …').click();
  const last = page.getByRole('dialog', { name: 'Cancel case: 2 cases' });
  await expect(last).toContainText('This is final: they cannot be reopened.');
  await last.locator('button[type="submit"]').click();
  await expect(statusMessage(page, '2 cases set to Cancelled')).toBeVisible();
  await expect(undo).toHaveCount(0);
});

test('ACC-6, REC-5 · a manager assigns several cases; the confirmation names from whom they are taken', async ({
  as,
}) => {
  const numbers = [await aCase('Tamarind one'), await aCase('Tamarind two')];
  const [plain, manager] = [await as('plain@casebridge.test'), await as('manager@casebridge.test')];
  await select(plain, 'tamarind', numbers.slice(0, 1));
  await plain.getByRole('button', { name: 'Assign to me' }).click();
  await expect(statusMessage(plain, '1 assigned to you')).toBeVisible();

  await select(manager, 'tamarind', numbers);
  await bar(manager).getByRole('button', { name: 'Assign to …' }).click();
  const dialog = manager.getByRole('dialog', { name: 'Assign to', exact: true });
  await dialog.getByRole('combobox', { name: 'Assigned to' }).fill('Rita');
  await manager.getByRole('option', { name: 'Rita Reader' }).click();
  await dialog.getByRole('button', { name: 'Assign', exact: true }).click();
  const question = manager.getByRole('dialog', { name: 'Take records from others?' });
  await expect(question).toContainText('Assign to Rita Reader takes 1 from Pat Plain.');
  await question.getByRole('button', { name: 'Assign to Rita Reader' }).click();
  await expect(statusMessage(manager, '1 assigned to Rita Reader, 1 taken from Pat Plain')).toBeVisible();
  await expect(row(manager, numbers[0] ?? '')).toContainText('Rita Reader');
});

test('recent choices · an empty field offers recent choices that are still valid', async ({ as }) => {
  const [first, second] = [await aCase('Chosen once'), await aCase('Chosen again')];
  await db().task.updateMany({ where: { number: { in: [first, second] } }, data: { assignmentGroupId: null } });
  const page = await as('manager@casebridge.test');
  const requested: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/references')) requested.push(request.url());
  });
  const group = properties(page).getByRole('combobox', { name: 'Assignment group' });
  const recent = page.getByRole('listbox', { name: 'Recent' });
  const all = page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option');
  await openRecord(page, first);
  await expect(async () => {
    await group.fill('e');
    await expect(all.first()).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await all.first().click();
  const name = await group.inputValue();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(statusMessage(page, `${first} saved.`)).toBeVisible();

  await openRecord(page, second);
  requested.length = 0;
  await expect(async () => {
    await page.getByRole('heading', { level: 1 }).click();
    await group.focus();
    await expect(recent.getByRole('option').first()).toContainText(name, { timeout: 2_000 });
  }).toPass();
  expect(requested.every((url) => url.includes('ids='))).toBe(true);
  await expect(recent.getByRole('option')).toHaveCount(2);
  expect(await violationsOf(page, '[role="listbox"]')).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(recent).toHaveCount(0);
  await expect(all.first()).toBeVisible();
  await page.keyboard.press('Escape');
  await group.fill('no such group');
  await expect(page.getByText('Nothing found.')).toBeVisible();
  await group.fill(name);
  await all.filter({ hasText: name }).first().click();
  await expect(group).toHaveValue(name);
});

test('pickers · a box keeps focus and text while its list loads', async ({ as }) => {
  const number = await aCase('On a slow line');
  const page = await as('manager@casebridge.test');
  await openRecord(page, number);
  const line = Promise.withResolvers<void>();
  let held = 0;
  await page.route('**/_next/static/**/*.js', async (route) => {
    held += 1;
    await line.promise;
    await route.continue();
  });
  const group = properties(page).getByRole('combobox', { name: 'Assignment group' });
  await expect(async () => {
    await group.fill('');
    await group.fill('e');
    await expect(group).toHaveAttribute('aria-expanded', 'true', { timeout: 2_000 });
  }).toPass();
  await expect(group).toBeFocused();
  await expect.poll(() => held).toBeGreaterThan(0);
  line.resolve();
  await expect(page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option').first()).toBeVisible();
  await expect(group).toBeFocused();
  await expect(group).toHaveValue('e');
});
