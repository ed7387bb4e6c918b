import type { Page } from '@playwright/test';
import {
  aCase,
  aCaseWithManyEntries,
  activity,
  addManagerNote,
  anIncident,
  leave,
  openRecord,
  setPriority,
  showWorkNotes,
  statusMessage,
} from './desk.ts';
import { expect, test } from './fixtures.ts';

test.afterAll(leave);

// On a phone one of the two boxes is hidden, but keeps its text.
const note = (page: Page) => activity(page).getByRole('textbox', { name: 'Work notes', includeHidden: true });
const comment = (page: Page) =>
  activity(page).getByRole('textbox', { name: 'Additional comments (customer visible)', includeHidden: true });

test('REC-1 · the keyboard quotes a work note below the text typed in the work notes', async ({ as }) => {
  const number = await aCase('Quoted by keys');
  await addManagerNote(number, 'The **router** is back.\n\n- Port 3\n- Port 4');
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

test('REC-1 · on a phone, a work note is quoted in a work note, even while a comment is open', async ({ as }) => {
  const number = await aCase('Quoted on a phone');
  await addManagerNote(number, 'The price is a secret.');
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

const linkTo = (entry: string) => `#entry-${entry}`;

/** The id of the entry with these words. */
async function entryWith(page: Page, words: string): Promise<string> {
  const entry = activity(page).getByRole('article').filter({ hasText: words }).first();
  return ((await entry.getAttribute('id')) ?? '').replace('entry-', '');
}

test('REC-2 · the time of an entry is a link that can be copied and opens the highlighted entry', async ({ as }) => {
  const number = await aCase('Linked to');
  await addManagerNote(number, 'The key is under the mat.');
  const page = await as('agent@casebridge.test', { permissions: ['clipboard-read', 'clipboard-write'] });
  await openRecord(page, number);
  const entry = activity(page).getByRole('article', { name: 'Work note by Mia Manager' });
  await expect(async () => {
    await entry.hover();
    await entry.getByRole('button', { name: 'Copy link' }).click({ timeout: 2_000 });
    await expect(statusMessage(page, 'Link copied.')).toBeVisible({ timeout: 2_000 });
  }).toPass();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const id = await entryWith(page, 'under the mat');
  expect(link).toMatch(new RegExp(`/workspace/cases/${number}#entry-${id}$`));
  await entry.getByRole('link', { name: /\d/ }).click();
  await expect(page).toHaveURL(link);
  await expect(entry).toHaveAttribute('data-linked');
  await page.goto('/workspace');
  await page.goto(link);
  await expect(entry).toHaveAttribute('data-linked');
  await expect(entry).toBeInViewport();
  await expect(entry).toBeFocused();
});

test('REC-2 · a link opens an entry on an older page, in another tab, filter or collapsed run', async ({ as }) => {
  const number = await aCaseWithManyEntries();
  await addManagerNote(number, 'The newest of all.');
  const page = await as('agent@casebridge.test');
  await openRecord(page, number);
  await showWorkNotes(page);
  await expect(activity(page).getByText('Entry 1:')).toBeVisible();
  const old = await entryWith(page, 'Entry 1:');
  await activity(page).getByRole('button', { name: 'All', exact: true }).click();
  await expect(activity(page).getByText('The newest of all.')).toBeVisible();
  await expect(page.locator(`[id="entry-${old}"]`)).toHaveCount(0);
  await showWorkNotes(page);
  await activity(page).getByRole('button', { name: 'Comments', exact: true }).click();

  await page.goto(`/workspace/cases/${number}?tab=history${linkTo(old)}`);
  const entry = page.locator(`[id="entry-${old}"]`);
  await expect(entry).toHaveAttribute('data-linked');
  await expect(entry).toBeInViewport();
  await expect(entry).toContainText('Entry 1:');

  await page.goto(`/workspace/cases/${number}${linkTo('00000000-0000-4000-8000-000000000000')}`);
  await expect(activity(page).getByRole('alert')).toHaveText('Not found, or you have no access.');
  await expect(activity(page).getByText('The newest of all.')).toBeVisible();
});

test('REC-2 · a link expands the collapsed run of its entry', async ({ as }) => {
  const number = await aCase('Linked into a fold');
  for (const priority of ['2', '3', '4']) await setPriority(number, priority);
  const page = await as('agent@casebridge.test');
  await openRecord(page, number);
  await expect(activity(page).getByText('changed Priority')).toHaveCount(0);
  await expect(async () => {
    await activity(page).getByRole('button', { name: 'Field changes' }).click({ timeout: 2_000 });
    await expect(activity(page).getByText(/to “3 - Moderate”/)).toBeVisible({ timeout: 2_000 });
  }).toPass();
  const id = await entryWith(page, 'to “3 - Moderate”');
  await page.getByRole('button', { name: 'All', exact: true }).click();
  await expect(page.locator(`[id="entry-${id}"]`)).toHaveCount(0);
  await page.goto('/workspace');
  await page.goto(`/workspace/cases/${number}${linkTo(id)}`);
  await expect(page.locator(`[id="entry-${id}"]`)).toHaveAttribute('data-linked');
  await expect(activity(page).getByText(/to “3 - Moderate”/)).toBeInViewport();
});

test('REC-2 · a search result leads to the matching entry', async ({ as }) => {
  const number = await aCase('Found by its notes');
  await addManagerNote(number, 'The zeugmatic relay was exchanged.');
  const page = await as('agent@casebridge.test');
  await page.goto('/workspace/search?q=zeugmatic');
  await page.getByRole('link', { name: new RegExp(number) }).click();
  const entry = activity(page).getByRole('article').filter({ hasText: 'zeugmatic' });
  await expect(entry).toHaveAttribute('data-linked');
  await expect(page).toHaveURL(/#entry-/);
});

test('REC-2 · a timeline filter is remembered per kind of record, and says that entries are hidden', async ({ as }) => {
  const [number, other] = [await aCase('Filtered'), await aCase('Filtered too')];
  await addManagerNote(other, 'Only for us.');
  const page = await as('agent@casebridge.test');
  await openRecord(page, number);
  const hidden = activity(page).getByRole('status').filter({ hasText: 'Other entries are hidden.' });
  await expect(hidden).toHaveCount(0);
  await expect(async () => {
    await activity(page).getByRole('button', { name: 'Comments', exact: true }).click({ timeout: 2_000 });
    await expect(hidden).toHaveText('Only comments shown. Other entries are hidden.', { timeout: 2_000 });
  }).toPass();
  await openRecord(page, other);
  await expect(hidden).toBeVisible();
  await expect(activity(page).getByText('Only for us.')).toHaveCount(0);
  await activity(page).getByRole('button', { name: 'Show everything' }).click();
  await expect(activity(page).getByText('Only for us.')).toBeVisible();
  const note = await entryWith(page, 'Only for us.');
  await activity(page).getByRole('button', { name: 'Comments', exact: true }).click();
  await openRecord(page, await anIncident('Not filtered'));
  await expect(activity(page).getByRole('button', { name: 'All', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );

  // A link shows its entry in spite of the filter, and the filter stays for the next record.
  await page.goto(`/workspace/cases/${other}${linkTo(note)}`);
  await expect(page.locator(`[id="entry-${note}"]`)).toHaveAttribute('data-linked');
  await openRecord(page, number);
  await expect(hidden).toBeVisible();
});
