import type { Page } from '@playwright/test';
import { aCase, anIncident, leave, openRecord } from './desk.ts';
import { expect, test } from './fixtures.ts';

test.afterAll(leave);

/** Holds back what the server answers to these requests; answers how it is let go. */
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

test('a page that is asked for shows at once that it is on its way, and where its parts will stand', async ({ as }) => {
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

test('a button that waits for an answer says so', async ({ as }) => {
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
