import type { Locator, Page } from '@playwright/test';
import { aCase, anIncident, leave, openRecord, untilOpen } from './desk.ts';
import { expect, test } from './fixtures.ts';

test.afterAll(leave);

/** Delays these requests; returns a function that lets them continue. */
async function holdBack(page: Page, path: string, method: string): Promise<() => void> {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(
    (url) => url.pathname === path,
    async (route) => {
      if (route.request().method() === method) await held;
      await route.continue();
    },
  );
  return letGo;
}

test('a requested page shows at once that it is loading, and its layout', async ({ as }) => {
  const number = await aCase('Slow to come');
  const page = await as('agent@casebridge.test');
  await page.goto('/workspace/cases');
  const path = `/workspace/cases/${number}`;
  const letGo = await holdBack(page, path, 'GET');
  const onItsWay = page.getByRole('main').locator('[aria-busy="true"]').filter({ hasText: 'Loading' });
  await page.getByRole('link', { name: number }).click();
  await expect(onItsWay.getByText('Loading')).toBeVisible();
  await expect(onItsWay.locator('> div')).toBeVisible();
  await expect(page).toHaveURL(/\/workspace\/cases$/);
  letGo();
  await expect(page).toHaveURL(new RegExp(`${number}$`));
  await expect(onItsWay).toHaveCount(0);
  await page.goBack();
  await expect(page).toHaveURL(/\/workspace\/cases$/);
  await expect(onItsWay).toHaveCount(0);
});

test('a button shows that it waits for a response', async ({ as }) => {
  const number = await anIncident('Slow to be taken');
  const page = await as('itil@casebridge.test');
  await openRecord(page, number);
  const letGo = await holdBack(page, `/workspace/incidents/${number}`, 'POST');
  const take = page.getByRole('button', { name: 'Assign to me' });
  await take.click();
  await expect(take).toHaveAttribute('aria-busy', 'true');
  await expect(take.locator('svg')).toBeVisible();
  letGo();
  await expect(take).toHaveCount(0);
});

/** Presses an icon button and checks that it shows a spinner. */
async function pressed(button: Locator): Promise<void> {
  await button.click();
  await expect(button).toHaveAttribute('aria-busy', 'true');
  await expect(button.locator('use')).toHaveAttribute('href', /#loader-circle$/);
}

test('pending · an icon button shows that it waits for a response', async ({ as }) => {
  const [first, second] = [await aCase('Quisling one'), await aCase('Quisling two')];
  const page = await as('agent@casebridge.test');
  await page.goto('/workspace/cases?q=quisling&sort=number');
  const save = page.getByRole('dialog', { name: 'Save view' });
  await untilOpen(save, () => page.getByRole('button', { name: 'Save view' }).click({ timeout: 2_000 }));
  await save.getByLabel('Name').fill('Both of them');
  await save.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(save).toBeHidden();
  const remove = page.getByRole('button', { name: 'Delete view Both of them' });
  await expect(remove).toBeVisible();
  const releaseList = await holdBack(page, '/workspace/cases', 'POST');
  await pressed(remove);
  releaseList();
  await expect(remove).toHaveCount(0);

  await page.getByRole('link', { name: first }).click();
  await expect(page.getByRole('status', { name: `Others on ${first}` })).toBeAttached();
  await page.getByRole('button', { name: 'Watch: Watch list' }).click();
  const stop = page.getByRole('button', { name: 'Remove Ava Agent from watch list' });
  await expect(stop).toBeVisible();
  const releaseRecord = await holdBack(page, `/workspace/cases/${first}`, 'POST');
  await pressed(stop);
  releaseRecord();
  await expect(stop).toHaveCount(0);

  const releaseNext = await holdBack(page, `/workspace/cases/${second}`, 'GET');
  await page.keyboard.press('Shift+J');
  const onItsWay = page.getByRole('main').locator('[aria-busy="true"]').filter({ hasText: 'Loading' });
  await expect(onItsWay.locator('> div')).toBeVisible();
  releaseNext();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(second);
});
