import type { Locator, Page } from '@playwright/test';
import {
  aCase,
  aCaseWithManyEntries,
  activity,
  addCustomerComment,
  leave,
  openRecord,
  openTab,
  properties,
  statusMessage,
  untilFocused,
} from './desk.ts';
import { expect, test } from './fixtures.ts';

test.afterAll(leave);

/** Counts people's messages that are completely visible without scrolling and not covered. */
async function messagesInSight(page: Page): Promise<number> {
  return page.evaluate(() => {
    const foot = document.querySelector('.composers')?.getBoundingClientRect();
    const bottom = foot && foot.top > innerHeight / 2 ? foot.top : innerHeight;
    const head = document.querySelector('.record-header')?.getBoundingClientRect().bottom ?? innerHeight;
    const comments = [...document.querySelectorAll('.entry-comment, .entry-note, .entry-customer')];
    const places = comments.map((entry) => entry.getBoundingClientRect());
    return places.filter((place) => place.height > 0 && place.top >= head && place.bottom <= bottom).length;
  });
}

for (const [says, where] of [
  [undefined, ''],
  ['waiting', ', also while its customer is waited for'],
  ['proposal', ', also where an ended incident proposes a solution'],
] as const)
  test(`a case opens with its conversation: three messages in sight, one on a phone${where}`, async ({ as }) => {
    const number = await aCaseWithManyEntries(says);
    const page = await as('agent@casebridge.test');
    await page.setViewportSize({ width: 1400, height: 900 });
    await openRecord(page, number);
    await expect.poll(() => messagesInSight(page)).toBeGreaterThanOrEqual(3);
    await page.setViewportSize({ width: 380, height: 800 });
    await expect.poll(() => messagesInSight(page)).toBeGreaterThanOrEqual(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(380);
    if (says === undefined) return;
    const banner = page.locator('[data-rule^="CASE-"]');
    const height = async () => (await banner.boundingBox())?.height ?? 0;
    expect(await height()).toBeLessThan(50);
    await banner.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(height).toBeGreaterThan(50);
  });

test('an address with an unknown tab shows the conversation', async ({ as }) => {
  const number = await aCase('By an old address');
  const page = await as('agent@casebridge.test');
  await page.goto(`/workspace/cases/${number}?tab=nothing`);
  await expect(activity(page).getByRole('textbox', { name: 'Work notes' })).toBeVisible();
});

test('REC-1 · a phone shows one composer, which says who reads it', async ({ as }) => {
  const number = await aCase('Answered on the way');
  const page = await as('agent@casebridge.test');
  await page.setViewportSize({ width: 380, height: 800 });
  await openRecord(page, number);
  const note = activity(page).getByRole('textbox', { name: 'Work notes' });
  const reply = activity(page).getByRole('textbox', { name: 'Additional comments (customer visible)' });
  await expect(note).toBeHidden();
  await reply.fill('On my way.');
  await expect(activity(page)).toContainText('Cora Customer will be emailed.');
  await page.getByText('Work note', { exact: true }).click();
  await expect(reply).toBeHidden();
  await note.fill('Bring a ladder.');
  await expect(activity(page)).toContainText('Customers never see this.');
  await page.getByRole('button', { name: 'Post work note' }).click();
  await expect(activity(page).getByRole('article', { name: 'Work note by Ava Agent' })).toContainText(
    'Bring a ladder.',
  );
  await openTab(page, 'Properties');
  await expect(properties(page).getByLabel('Priority', { exact: true })).toBeVisible();
});

test('REC-1 · a text is previewed before posting, and again after an edit', async ({ as }) => {
  const number = await aCase('Written with care');
  const page = await as('agent@casebridge.test');
  await openRecord(page, number);
  const box = activity(page).getByRole('textbox', { name: 'Work notes' });
  const preview = activity(page).getByRole('region', { name: 'Preview' });
  const button = activity(page).getByRole('button', { name: 'Preview' });
  await expect(async () => {
    await box.fill('The **router**');
    await expect(button).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await button.click();
  await expect(preview.locator('strong')).toHaveText('router');
  await box.press('End');
  await box.pressSequentially(' is back');
  await expect(preview).toHaveCount(0);
  await button.click();
  await expect(preview).toHaveText('The router is back');
  await activity(page).getByRole('button', { name: 'Post work note' }).click();
  await expect(activity(page).getByRole('article', { name: 'Work note by Ava Agent' })).toContainText('is back');
  await expect(preview).toHaveCount(0);
});

test('REC-4 · pasting an image and dropping a file attaches them without a click', async ({ as }) => {
  const number = await aCase('Look at this');
  const page = await as('agent@casebridge.test');
  await openRecord(page, number);
  await expect(page.getByRole('status', { name: `Others on ${number}` })).toBeAttached();
  // Pastes repeatedly: the page's listeners start a moment after the page appears.
  const paste = () =>
    page.evaluate(async () => {
      const canvas = document.createElement('canvas');
      const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([blob ?? ''], 'image.png', { type: 'image/png' }));
      return !document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
  await expect.poll(paste).toBe(true);
  const picture = activity(page).getByRole('article', { name: 'Attachment by Ava Agent' }).getByRole('img');
  await expect(picture).toHaveAttribute('alt', /^Pasted .*\.png$/);
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);

  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  await page.route('**/api/attachments?**', async (route) => {
    await held;
    await route.continue();
  });
  const wasTaken = await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['It hums.'], 'dropped.txt', { type: 'text/plain' }));
    return !document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  });
  expect(wasTaken).toBe(true);
  await expect(activity(page).getByRole('progressbar', { name: 'Sent of this file' })).toBeVisible();
  letGo();
  const files = activity(page).getByRole('article', { name: 'Attachment by Ava Agent' });
  await expect(files.getByRole('link', { name: 'dropped.txt' })).toBeVisible();
});

test('properties are edited in place by keyboard, and saved from anywhere on the page', async ({ as }) => {
  const number = await aCase('Changed by keys');
  const page = await as('manager@casebridge.test');
  await openRecord(page, number);
  await expect(page.getByRole('button', { name: 'Save' })).toHaveCount(0);
  const priority = properties(page).getByLabel('Priority', { exact: true });
  await untilFocused(priority, () => page.keyboard.press('p'));
  await priority.selectOption('1 - Critical');
  await openTab(page, 'Attachments');
  await expect(page.getByText('Not saved: Priority.')).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(statusMessage(page, `${number} saved.`)).toBeVisible();
  await expect(page.getByText('Not saved')).toBeHidden();

  await page.keyboard.press('i');
  await expect(properties(page).getByRole('combobox', { name: 'Assigned to' })).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('l');
  await expect(page.getByRole('button', { name: 'Assign to me' })).toBeFocused();

  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  const keysOf = (what: string | RegExp) => help.locator('dl > div').filter({ hasText: what }).locator('kbd');
  await expect(keysOf('Change State')).toHaveText(['L']);
  await expect(keysOf('Mention a colleague')).toHaveText(['@']);
  await expect(keysOf(/^Reply template/)).toHaveText(['/']);
  await expect(help).toContainText('Keys with Ctrl work either way.');
});

test('timeline · customer entries look different, the header stays visible, and one click returns to the top', async ({
  as,
}) => {
  const number = await aCaseWithManyEntries();
  await addCustomerComment(number, 'It is down again.');
  const page = await as('agent@casebridge.test');
  await openRecord(page, number);
  const look = (said: Locator) =>
    said.evaluate((entry) => ({
      ground: getComputedStyle(entry).backgroundColor,
      left: entry.getBoundingClientRect().left,
    }));
  const theirs = await look(activity(page).getByRole('article', { name: 'Comment by Cora Customer' }).first());
  const ours = await look(activity(page).getByRole('article', { name: 'Comment by Ava Agent' }).first());
  expect(theirs.ground).not.toBe(ours.ground);
  expect(theirs.left).toBeLessThan(ours.left);

  const newest = page.getByRole('button', { name: 'Newest' });
  await expect(newest).toHaveCount(0);
  await page.getByRole('button', { name: 'Show older' }).scrollIntoViewIfNeeded();
  await expect(page.getByRole('heading', { level: 1 })).toBeInViewport({ ratio: 1 });
  await newest.click();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  await expect(newest).toHaveCount(0);
});

test('new entries since the last visit are counted, and system entries collapse and expand', async ({ as }) => {
  const number = await aCase('Read again');
  const [first, second] = [await as('agent@casebridge.test'), await as('manager@casebridge.test')];
  await openRecord(first, number);
  await expect(first.getByRole('status', { name: `Others on ${number}` })).toBeAttached();
  await first.goto('/workspace');
  await openRecord(second, number);
  for (const label of ['2 - High', '3 - Moderate', '4 - Low']) {
    // Chooses again if the page was not hydrated yet.
    await expect(async () => {
      await properties(second).getByLabel('Priority', { exact: true }).selectOption(label);
      await expect(second.getByText('Not saved: Priority.')).toBeVisible({ timeout: 2_000 });
    }).toPass();
    await second.getByRole('button', { name: 'Save' }).click();
    await expect(second.getByText('Not saved')).toBeHidden();
  }
  await openRecord(first, number);
  await expect(activity(first)).toContainText(/\d new since your last visit/);
  // New changes are unfolded, and folded after they were seen.
  await expect(activity(first).getByText('changed Priority')).toHaveCount(3);
  await first.goto('/workspace');
  await openRecord(first, number);
  await expect(activity(first)).not.toContainText('new since your last visit');
  const run = activity(first).getByText(/^\d field changes/);
  await expect(activity(first).getByText('changed Priority')).toHaveCount(0);
  await run.click();
  await expect(activity(first).getByText(/changed Priority from “2 - High” to “3 - Moderate”/)).toBeVisible();
});
