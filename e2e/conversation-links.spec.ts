import type { Page } from '@playwright/test';
import { aCase, activity, leave, openRecord, saidBySomebody } from './desk.ts';
import { expect, test } from './fixtures.ts';

test.afterAll(leave);

const note = (page: Page) => activity(page).getByRole('textbox', { name: 'Work notes' });
const comment = (page: Page) => activity(page).getByRole('textbox', { name: 'Additional comments (customer visible)' });

test('REC-1 · a work note is quoted by keys into the work notes, below what is typed there', async ({ as }) => {
  const number = await aCase('Quoted by keys');
  await saidBySomebody(number, 'The **router** is back.\n\n- Port 3\n- Port 4');
  const page = await as('agent@casebridge.test');
  await openRecord(page, number);
  const entry = activity(page).getByRole('article', { name: 'Work note by Mia Manager' });
  await note(page).fill('I have looked.');
  await entry.getByRole('button', { name: 'Quote' }).focus();
  await expect(async () => {
    await page.keyboard.press('Enter');
    await expect(note(page)).toHaveValue(/^> - Port 4$/m, { timeout: 2_000 });
  }).toPass();
  await expect(note(page)).toBeFocused();
  await expect(note(page)).toHaveValue(
    /^I have looked\.\n\n> Mia Manager wrote on .+:\n>\n> The \*\*router\*\* is back\.\n>\n> - Port 3\n> - Port 4\n\n$/,
  );
  await expect(comment(page)).toHaveValue('');
  await page.keyboard.type('So it is.');
  await activity(page).getByRole('button', { name: 'Post work note' }).click();
  const posted = activity(page).getByRole('article', { name: 'Work note by Ava Agent' });
  await expect(posted.locator('blockquote strong')).toHaveText('router');
  await expect(posted).toContainText('So it is.');
});

test('REC-1 · on a phone a work note is quoted in a work note, while a comment is written', async ({ as }) => {
  const number = await aCase('Quoted on a phone');
  await saidBySomebody(number, 'The price is a secret.');
  const page = await as('agent@casebridge.test', { hasTouch: true, viewport: { width: 380, height: 800 } });
  await openRecord(page, number);
  await expect(note(page)).toBeHidden();
  const quote = activity(page)
    .getByRole('article', { name: 'Work note by Mia Manager' })
    .getByRole('button', { name: 'Quote' });
  await expect(async () => {
    await quote.tap({ timeout: 2_000 });
    await expect(note(page)).toHaveValue(/> The price is a secret\./, { timeout: 2_000 });
  }).toPass();
  await expect(note(page)).toBeFocused();
  await expect(comment(page)).toHaveValue('');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(380);
});
