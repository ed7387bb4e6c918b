import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { saveRow } from '#lib/admin-table/commands/save-row.ts';
import { updateTask } from '#lib/engine/commands/update-task.ts';
import { db } from '#lib/platform/db.ts';
import { anIncident, leave, openTab, someone } from './desk.ts';
import { expect, test } from './fixtures.ts';

test.afterAll(leave);

const affected = (page: Page) => page.getByRole('table', { name: 'Affected customers' });

async function itemId(name: string): Promise<string> {
  await someone('noc@casebridge.test');
  return (await db().configurationItem.findUniqueOrThrow({ where: { name } })).id;
}

/** The visible text of the table's rows: the customer and the reason. */
async function rowsOf(page: Page): Promise<string[][]> {
  const rows = affected(page).locator('tbody tr');
  await expect(rows).not.toHaveCount(0);
  return rows.evaluateAll((all) =>
    all.map((row) => [...row.querySelectorAll('td')].slice(0, 2).map((cell) => cell.textContent.trim())),
  );
}

const FIVE = ['Boxeo', 'Funco', 'Nordwind', 'Sportlight', 'Wayfarer'];
const why = (account: string) => [account, `sdwan-ctl-1 › install base SD-WAN Edge at ${account}`];

test('IMP-1, IMP-2 · an incident on sdwan-ctl-1 shows its five affected accounts, the path to each, and the figures', async ({
  as,
}) => {
  const configurationItemId = await itemId('sdwan-ctl-1');
  const number = await anIncident('The controller restarts', { configurationItemId });
  const page = await as('noc@casebridge.test');
  await page.goto(`/go/${number}`);
  await expect(page.getByRole('tab', { name: 'Customer Impact', exact: true })).toContainText('5');
  await openTab(page, 'Customer Impact');
  expect(await rowsOf(page)).toEqual(FIVE.map(why));
  await expect(page.getByRole('definition').filter({ hasText: '1,255,000.00 EUR' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'No proactive records' })).toContainText('5');

  await page.getByRole('button', { name: 'Critical service impact' }).click();
  await expect(page.getByText('No critical service impact')).toBeVisible();
  await expect(page.getByText('No affected customers')).toHaveCount(0);
  await page.getByRole('button', { name: 'All', exact: true }).click();

  await page.getByRole('checkbox', { name: 'Select Funco' }).check();
  await page.getByRole('checkbox', { name: 'Select Nordwind' }).check();
  const selection = page.getByRole('region', { name: 'Selection' });
  await expect(selection.getByRole('status')).toHaveText('2 selected · contract value 530,000.00 EUR');
  await selection.getByRole('button', { name: 'Clear selection' }).click();
  await expect(selection).toHaveCount(0);
});

/** Adds an account's install base item on a configuration item, with the command that administrators use. */
async function install(account: string, configurationItemId: string): Promise<void> {
  const { id: accountId } = await db().account.findFirstOrThrow({ where: { name: account } });
  const { id: productId } = await db().product.findFirstOrThrow({ where: { name: 'Mail Relay' } });
  const values = { name: `Spare relay at ${account}`, productId, configurationItemId, accountId };
  await saveRow(await someone('admin@casebridge.test'), { table: 'install-base-item', id: undefined, values });
}

test('IMP-1 · an open tab follows changes of the configuration item, and can be refreshed', async ({ as }) => {
  // Created without a command: an administrator's action could not be undone once the item is in use.
  const { id: gateway } = await db().configurationItem.create({ data: { name: 'mail-gw-spare', class: 'Server' } });
  await install('Zenith', gateway);
  const number = await anIncident('Somewhere in the network', { configurationItemId: await itemId('sdwan-ctl-1') });
  const page = await as('noc@casebridge.test');
  await page.goto(`/go/${number}`);
  await openTab(page, 'Customer Impact');
  await expect(affected(page).getByRole('link', { name: 'Wayfarer' })).toBeVisible();

  const { version } = await db().task.findUniqueOrThrow({ where: { number }, select: { version: true } });
  const ian = await someone('itil@casebridge.test');
  await updateTask(ian, { kind: 'incident', number, version, values: { configurationItemId: gateway } });
  await expect(affected(page).getByRole('link', { name: 'Zenith' })).toBeVisible();
  await expect(affected(page).getByRole('link', { name: 'Wayfarer' })).toHaveCount(0);
  await install('Alliant', gateway);
  await expect(affected(page).getByRole('link', { name: 'Alliant' })).toBeVisible();

  await page.getByRole('button', { name: 'Refresh Impacted Services' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Impacted services refreshed.' })).toBeVisible();
});

test('IMP-3 · the map opens, and a table lists the same dependencies', async ({ as }) => {
  const page = await as('noc@casebridge.test');
  await page.goto('/workspace');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Impact' }).click();
  const picker = page.getByRole('combobox', { name: 'Configuration item' });
  await picker.fill('db-core');
  await page.getByRole('option', { name: /^db-core-1/ }).click();
  await expect(page.getByText('If db-core-1 fails')).toBeVisible();
  await expect(affected(page).locator('tbody tr')).toHaveCount(45);

  await page.getByRole('button', { name: 'Map' }).click();
  const picture = page.getByRole('region', { name: 'Impact map' });
  for (const label of ['db-core-1', 'mail-gw-1', 'Payments API', '43 accounts', '2 consumers'])
    await expect(picture.locator('text').filter({ hasText: label }).first()).toBeInViewport();
  const dependencies = page.getByRole('table', { name: 'Dependencies' });
  await expect(
    dependencies.getByRole('row', { name: 'Mail Relay Product 3 of 43 accounts, 2 consumers' }),
  ).toBeVisible();
  const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
    expect(violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes[0]?.html}`)).toEqual([]);
  }
});

test('ACC-6 · users without access are offered neither the tab nor the page', async ({ as }) => {
  const number = await anIncident('Nothing to see', { configurationItemId: await itemId('sdwan-ctl-1') });
  const page = await as('itil@casebridge.test');
  await page.goto(`/go/${number}`);
  await expect(page.getByRole('tab', { name: 'History' })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Customer Impact' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Impact', exact: true })).toHaveCount(0);
  const answer = await page.goto('/workspace/impact');
  expect(answer?.status()).toBe(404);
});
