import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { aCase, leave, saveAsManager, someone } from './desk.ts';
import { expect, test } from './fixtures.ts';

test.afterAll(leave);

/** The figures at the top, each with its link. */
async function headline(page: Page): Promise<{ what: string; count: number; href: string }[]> {
  const links = page.getByRole('list', { name: 'At a glance' }).getByRole('link');
  return links.evaluateAll((all) =>
    all.map((link) => ({
      what: link.firstElementChild?.textContent ?? '',
      count: Number(link.lastElementChild?.textContent?.replaceAll(',', '')),
      href: link.getAttribute('href') ?? '',
    })),
  );
}

test('DASH-1 · a manager filters the dashboard, and each figure leads to as many cases', async ({ as }) => {
  const manager = await as('manager@casebridge.test');
  await manager.goto('/workspace');
  await manager.getByRole('navigation').getByRole('link', { name: 'Dashboard', exact: true }).first().click();
  await expect(manager.getByRole('heading', { level: 1, name: 'Dashboard' })).toBeVisible();
  for (const name of ['Created and resolved', 'Open by state', 'Open by age', 'Load by agent', 'Cases waiting on'])
    await expect(manager.getByRole('region', { name })).toBeVisible();
  await expect(manager.getByRole('img', { name: /^In 30 days: \d+ created, \d+ resolved\./ })).toBeVisible();

  await manager.getByRole('button', { name: 'Filter', exact: true }).click();
  const filter = manager.getByRole('dialog', { name: 'Filter' });
  await filter.getByRole('combobox', { name: 'Account' }).fill('Funco');
  await manager.getByRole('option', { name: /Funco/ }).first().click();
  await filter.getByRole('button', { name: 'Apply' }).click();
  await expect(manager).toHaveURL(/\/workspace\/dashboard\?.*account=/);
  await expect(manager.getByText('Account: Funco')).toBeVisible();
  await manager.getByRole('link', { name: '90 days' }).click();
  await expect(manager).toHaveURL(/account=.*days=90/);
  await expect(manager.getByRole('img', { name: /^In 90 days:/ })).toBeVisible();

  const { id: mia } = await someone('manager@casebridge.test');
  await saveAsManager(await aCase('The quokka sleeps', { priority: '1' }), { assignedToId: mia });
  // The case belongs to an account that no other journey uses.
  const shown = await headline(manager);
  expect(shown.map(({ what }) => what)).toContain('Not answered yet');
  for (const { what, count, href } of shown.filter((each) => each.href.startsWith('/workspace/cases'))) {
    await manager.goto(href);
    await expect(manager.getByText(new RegExp(`^${count} cases?$`)), what).toBeVisible();
  }

  await manager.goto('/workspace/dashboard');
  const mine = manager.getByRole('region', { name: 'Load by agent' }).getByRole('row', { name: /Mia Manager/ });
  await mine.getByRole('link', { name: /critical and high, Mia Manager$/ }).click();
  await expect(manager).toHaveURL(/assigned=/);
  await expect(manager.getByText('The quokka sleeps')).toBeVisible();
  await manager.goBack();
  await manager.getByText('Day by day', { exact: true }).click();
  const days = manager.getByRole('table', { name: 'Created and resolved, day by day' });
  await expect(days.getByRole('row')).toHaveCount(31);
  expect((await new AxeBuilder({ page: manager }).analyze()).violations).toEqual([]);
});

test('ACC-6, DASH-1 · agents are not offered the dashboard and cannot open it', async ({ as }) => {
  const agent = await as('agent@casebridge.test');
  await agent.goto('/workspace');
  await expect(agent.getByRole('link', { name: 'Home', exact: true })).toBeVisible();
  await expect(agent.getByRole('link', { name: 'Dashboard' })).toHaveCount(0);
  expect((await agent.request.get('/workspace/dashboard')).status()).toBe(404);
});

test('DASH-1 · charts are rendered on the server: the page loads no more script than a list', async ({ as }) => {
  const manager = await as('manager@casebridge.test');
  const scriptsOf = async (path: string) =>
    new Set((await (await manager.request.get(path)).text()).match(/\/_next\/static\/chunks\/[\w.-]+\.js/g));
  const [list, dashboard] = [await scriptsOf('/workspace/cases'), await scriptsOf('/workspace/dashboard')];
  expect(list.size).toBeGreaterThan(3);
  const sizes = await Promise.all(
    [...dashboard]
      .filter((script) => !list.has(script))
      .map(async (script) => (await (await manager.request.get(script)).body()).length),
  );
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(20_000);
});
