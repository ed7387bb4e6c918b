import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { startRun } from '#lib/customer-messages/commands/start-run.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { db } from '#lib/platform/db.ts';
import { associate } from '#lib/related/commands/associate.ts';
import { aCase, aCaseWithIncident, addCustomerComment, leave, someone, untilFocused } from './desk.ts';
import { expect, test } from './fixtures.ts';

test.afterAll(leave);

/** Creates an incident with two cases; the customer has written in each. */
async function anOutage(title: string): Promise<{ incident: string; cases: [string, string] }> {
  const { theCase, incident } = await aCaseWithIncident(title);
  const second = await aCase(`${title}, too`);
  await associate(await someone('agent@casebridge.test'), { caseNumber: second, link: 'incident', number: incident });
  await addCustomerComment(theCase, 'Since when is it down?');
  await addCustomerComment(second, 'We have it at the second site.');
  return { incident, cases: [theCase, second] };
}

const queue = (page: Page) => page.getByRole('region', { name: 'Replies' });
const reply = (page: Page, number: string) => queue(page).getByRole('article', { name: new RegExp(`in ${number}$`) });
const answerButton = (of: Locator) => of.getByRole('button', { name: /^Answer / });
const filter = (page: Page, name: string) => queue(page).getByRole('button', { name, exact: true });

async function openReplies(page: Page, incident: string): Promise<void> {
  await page.goto(`/workspace/incidents/${incident}?tab=replies`);
  await expect(queue(page).getByRole('article')).toHaveCount(2);
}

const commentsOf = async (number: string) => {
  const entries = await db().journalEntry.findMany({
    where: { type: 'comment', task: { number } },
    orderBy: { id: 'asc' },
  });
  return entries.map(({ text }) => text);
};

test('NOT-8 · the replies of an incident are worked through with the keyboard alone', async ({ as }) => {
  const { incident, cases } = await anOutage('No dial tone');
  const [first, second] = cases;
  const page = await as('noc@casebridge.test');
  await openReplies(page, incident);
  await expect(reply(page, first).getByText('Unread', { exact: true })).toBeVisible();

  await untilFocused(answerButton(reply(page, first)), () => page.keyboard.press('j'));
  await expect(reply(page, first).getByText('Unread', { exact: true })).toBeHidden();
  await page.keyboard.press('ArrowDown');
  await expect(answerButton(reply(page, second))).toBeFocused();
  await page.keyboard.press('u');
  await expect(reply(page, second).getByText('Unread', { exact: true })).toBeVisible();
  await expect(filter(page, 'Unread')).toContainText('1');

  const edge = { position: { x: 200, y: 6 } };
  await reply(page, first).click(edge);
  await expect(answerButton(reply(page, first))).toBeFocused();
  await reply(page, second).click(edge);
  await expect(reply(page, second).getByText('Unread', { exact: true })).toBeHidden();
  await reply(page, second).getByRole('button', { name: 'Mark as unread' }).click();
  await expect(reply(page, second).getByText('Unread', { exact: true })).toBeVisible();
  await expect(answerButton(reply(page, second))).toBeFocused();

  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toContainText('Mark reply as unread');
  await page.keyboard.press('Escape');

  await page.keyboard.press('x');
  await page.keyboard.press('k');
  await page.keyboard.press('x');
  await expect(queue(page).getByText('2 selected')).toBeVisible();
  await page.keyboard.press('Enter');
  const box = page.getByRole('textbox', { name: 'Answer (customer visible)' });
  await expect(box).toBeFocused();
  await page.keyboard.type('It is down since nine; we write again at ten.');
  await page.keyboard.press('Escape');
  await expect(answerButton(reply(page, first))).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(box).toHaveValue('It is down since nine; we write again at ten.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('2 cases are being answered')).toBeVisible();
  await expect(box).toBeHidden();
  await expect(queue(page).getByText('Answered', { exact: true })).toHaveCount(2);
  await expect(filter(page, 'Unanswered')).toContainText('0');
  for (const number of cases)
    await expect(async () => {
      expect((await commentsOf(number)).at(-1)).toBe('It is down since nine; we write again at ten.');
    }).toPass();
});

test('NOT-8 · a new reply is announced without moving rows; users who may comment can answer it', async ({ as }) => {
  const { incident, cases } = await anOutage('No ring back');
  const page = await as('admin@casebridge.test');
  await openReplies(page, incident);
  await addCustomerComment(cases[0], 'Is there any news?');
  await expect(queue(page).getByRole('button', { name: '1 new reply - Show' })).toBeVisible();
  await expect(queue(page).getByRole('article')).toHaveCount(2);
  await page.keyboard.press('j');
  await queue(page).getByRole('button', { name: '1 new reply - Show' }).press('Enter');
  await expect(queue(page).getByRole('article')).toHaveCount(3);
  await expect(queue(page).getByRole('article').last()).toContainText('Is there any news?');

  await answerButton(queue(page).getByRole('article').last()).press('Enter');
  await page.keyboard.type('Not before noon.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('1 case is answered')).toBeVisible();
  expect((await commentsOf(cases[0])).at(-1)).toBe('Not before noon.');
  // The focus moves to the next waiting reply, which is in the other case.
  await expect(answerButton(reply(page, cases[1]))).toBeFocused();
  await filter(page, 'Unanswered').press('Enter');
  await expect(queue(page).getByRole('article')).toHaveCount(1);
});

test('NOT-8 · an answer by another user shows in its row', async ({ as }) => {
  const { incident, cases } = await anOutage('No extension');
  const page = await as('noc@casebridge.test');
  await openReplies(page, incident);
  const mia = await someone('manager@casebridge.test');
  await addEntry(mia, { kind: 'case', number: cases[0], type: 'comment', text: 'Since nine.' });
  await expect(reply(page, cases[0]).getByText('Answered', { exact: true })).toBeVisible();
  await expect(reply(page, cases[1]).getByText('Unanswered', { exact: true })).toBeVisible();
  await expect(filter(page, 'Unanswered')).toContainText('1');
  await expect(queue(page).getByRole('article').first()).toHaveAccessibleName(new RegExp(`in ${cases[0]}$`));
});

test('NOT-8 · a bulk message leaves the queue unchanged; all shown replies are selected and answered at once', async ({
  as,
}) => {
  const { incident, cases } = await anOutage('No busy tone');
  await startRun(await someone('noc@casebridge.test'), { kind: 'incident', number: incident, text: 'We are on it.' });
  await expect(async () => {
    for (const number of cases) expect((await commentsOf(number)).at(-1)).toBe('We are on it.');
  }).toPass();
  const page = await as('admin@casebridge.test');
  await openReplies(page, incident);
  const shown = queue(page).getByRole('article');
  await expect(shown.getByText('Unanswered', { exact: true })).toHaveCount(2);
  await expect(queue(page).getByText('Answered', { exact: true })).toHaveCount(0);
  await queue(page).getByRole('checkbox', { name: 'Select all shown' }).check();
  await expect(queue(page).getByText('2 selected')).toBeVisible();
  await queue(page).getByRole('button', { name: 'Answer all' }).click();
  await page.getByRole('textbox', { name: 'Answer (customer visible)' }).fill('It works again.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('2 cases are answered')).toBeVisible();
  await expect(queue(page).getByText('Answered', { exact: true })).toHaveCount(2);
  await expect(shown.getByText('Unread', { exact: true })).toHaveCount(0);
});

test('Q-14 · the queue of replies has no axe violations in either theme, and fits a phone', async ({ as }) => {
  const { incident, cases } = await anOutage('No voice mail');
  const page = await as('noc@casebridge.test');
  await openReplies(page, incident);
  await untilFocused(answerButton(queue(page).getByRole('article').first()), () => page.keyboard.press('j'));
  await page.keyboard.press('x');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Answer (customer visible)' })).toBeFocused();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).include('section[aria-label="Replies"]').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join()}`)).toEqual(
      [],
    );
  }
  await page.setViewportSize({ width: 380, height: 800 });
  await expect(reply(page, cases[0])).toBeVisible();
  const [width, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(width).toBeLessThanOrEqual(seen ?? 0);
});

test('ACC-6, NOT-8 · users who may not write to customers have no Replies tab', async ({ as }) => {
  const { incident } = await aCaseWithIncident('No fax');
  const page = await as('agent@casebridge.test');
  await page.goto(`/workspace/incidents/${incident}?tab=replies`);
  await expect(page.getByRole('tab', { name: 'Customer Cases' })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Replies' })).toHaveCount(0);
});
