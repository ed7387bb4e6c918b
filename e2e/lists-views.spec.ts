import type { Page } from '@playwright/test';
import { statusMessage, untilOpen } from './desk.ts';
import { expect, test } from './fixtures.ts';

const views = (page: Page) => page.getByRole('navigation', { name: 'Views' });

test('lists · a manager shares a view with its columns; deleting it can be undone', async ({ as }) => {
  const manager = await as('manager@casebridge.test');
  await manager.goto('/workspace/cases?priority=1');
  const columns = manager.getByRole('dialog', { name: 'Columns' });
  await untilOpen(columns, () => manager.getByRole('button', { name: 'Columns' }).click({ timeout: 2_000 }));
  await columns.getByRole('checkbox', { name: 'Account' }).uncheck();
  await columns.getByRole('button', { name: 'State up' }).click();
  await columns.getByRole('button', { name: 'Apply' }).click();
  await expect(manager).toHaveURL(/columns=title,state,priority,/);
  const headings = (page: Page) => page.getByRole('columnheader').allTextContents();
  await expect(async () => expect((await headings(manager)).filter(Boolean)).not.toContain('Account')).toPass();

  const save = manager.getByRole('dialog', { name: 'Save view' });
  await untilOpen(save, () => manager.getByRole('button', { name: 'Save view' }).click({ timeout: 2_000 }));
  await save.getByLabel('Name').fill('Hot for all');
  await save.getByRole('checkbox', { name: 'Shared with everyone' }).check();
  await save.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(save).toBeHidden();

  const agent = await as('agent@casebridge.test');
  await agent.goto('/workspace/cases');
  await views(agent)
    .getByRole('link', { name: /^Hot for all/ })
    .click();
  await expect(agent).toHaveURL(/priority=1/);
  await expect(async () => {
    const [, , title, state, priority] = await headings(agent);
    expect([title, state, priority]).toEqual(['Short description', 'State', 'Priority']);
  }).toPass();
  await expect(agent.getByRole('button', { name: 'Delete view Hot for all' })).toHaveCount(0);

  await manager.getByRole('button', { name: 'Delete view Hot for all' }).click();
  // *Undo* saves it anew: the deleted one must be off the page, or it would be found there again.
  await expect(views(manager).getByRole('link', { name: /^Hot for all/ })).toHaveCount(0);
  await statusMessage(manager, 'View Hot for all deleted.').getByRole('button', { name: 'Undo' }).click();
  await expect(views(manager).getByRole('link', { name: /^Hot for all/ })).toBeVisible();
  await manager.getByRole('button', { name: 'Delete view Hot for all' }).click();
  await expect(views(manager).getByRole('link', { name: /^Hot for all/ })).toHaveCount(0);
  await agent.reload();
  await expect(views(agent).getByRole('link', { name: /^Hot for all/ })).toHaveCount(0);
});

test('lists · the counts of views and navigation match the records shown', async ({ as }) => {
  const page = await as('agent@casebridge.test');
  await page.goto('/workspace/cases');
  const mine = views(page).getByRole('link', { name: /^Mine/ });
  await expect(mine).toHaveText(/^Mine\d+$/);
  const count = ((await mine.textContent()) ?? '').slice('Mine'.length);
  const figure = page.getByRole('link', { name: new RegExp(`^${count} active cases? of mine$`) });
  await figure.click();
  await expect(page).toHaveURL(/assigned=me&active=yes/);
  await expect(page.getByRole('navigation', { name: 'Pages' })).toContainText(new RegExp(`^${count} `));
});
