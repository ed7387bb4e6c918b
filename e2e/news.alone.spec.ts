import { aCase, leave } from './desk.ts';
import { expect, test } from './fixtures.ts';

test.afterAll(leave);

test('lists · changes are announced, and rows move only on request', async ({ as }) => {
  const page = await as('agent@casebridge.test');
  const listening = page.waitForResponse((answer) => new URL(answer.url()).pathname === '/api/events');
  await page.goto('/workspace/cases');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await listening;
  const news = page.getByRole('button', { name: /changed - Show$/ });
  await expect(news).toHaveCount(0);

  // The change does not concern another list.
  const filtered = await as('agent@casebridge.test');
  const eventStream = filtered.waitForResponse((answer) => new URL(answer.url()).pathname === '/api/events');
  await filtered.goto('/workspace/cases?state=closed');
  await eventStream;
  const changesResponse = filtered.waitForResponse((answer) => new URL(answer.url()).pathname === '/api/list-changes');

  const number = await aCase('News for the list');
  await expect(news).toHaveText('1 case changed - Show');
  await changesResponse;
  await expect(filtered.getByRole('button', { name: /changed - Show$/ })).toHaveCount(0);
  await expect(page.getByRole('link', { name: number })).toHaveCount(0);
  await news.click();
  await expect(page.getByRole('link', { name: number })).toBeVisible();
  await expect(news).toHaveCount(0);
});
