import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { updateTask } from '#lib/engine/commands/update-task.ts';
import { writeArticle } from '#lib/knowledge/commands/write-article.ts';
import { db } from '#lib/platform/db.ts';
import { aCase, activity, leave, openRecord, someone } from './desk.ts';
import { expect, test } from './fixtures.ts';

test.afterAll(leave);

const CORA = 'customer@boxeo.example';
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true } as const;

const say = async (number: string, type: 'comment' | 'work_note', text: string) =>
  addEntry(await someone('agent@casebridge.test'), { kind: 'case', number, type, text });

async function propose(number: string, resolutionNotes: string) {
  const values = { resolutionCode: 'fixed_by_support', resolutionNotes, addResolutionNotesToComments: true };
  const ava = await someone('agent@casebridge.test');
  await moveCase(ava, { number, verb: 'propose-solution', values, confirmed: true });
}

/** The page is not wider than the screen, and has no axe violations. */
async function isUsable(page: Page) {
  const width = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(width, page.url()).toBeLessThanOrEqual(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

/** The target of a link in Cora's newest email about a case. */
async function linkInMail(admin: Page, number: string, name: string): Promise<string> {
  await expect(async () => {
    await admin.goto('/admin/mailbox?q=Cora');
    await admin.getByRole('link', { name: 'Cora Customer' }).click({ timeout: 2_000 });
    await admin.getByRole('link', { name: number }).first().click({ timeout: 2_000 });
    await expect(admin.frameLocator('iframe').getByRole('link', { name })).toBeVisible({ timeout: 2_000 });
  }).toPass();
  return (await admin.frameLocator('iframe').getByRole('link', { name }).getAttribute('href')) ?? '';
}

test('POR-17, POR-3, CASE-3 · on a phone, a contact opens the solution from the email, rejects it with a reason that the agent sees at once, and accepts the next one', async ({
  as,
  browser,
}) => {
  const number = await aCase(`The till prints nothing ${Date.now()}`);
  await propose(number, 'Try another roll.');
  const agent = await as('agent@casebridge.test');
  await openRecord(agent, number);
  const href = await linkInMail(await as('admin@casebridge.test'), number, 'It is not solved');
  const page = await (await browser.newContext(PHONE)).newPage();
  await page.goto(href);
  await expect(page).toHaveURL(/\/login\?from=/);
  await page.getByLabel('Email', { exact: true }).fill(CORA);
  await page.getByLabel('Password', { exact: true }).fill('casebridge-demo');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/portal/cases/${number}\\?answer=reject$`));
  // Opening the links changes nothing, neither for a scanner nor for the customer.
  for (const answer of ['accept', 'reject'])
    for (const method of ['GET', 'HEAD'])
      await page.request.fetch(`/portal/cases/${number}?answer=${answer}`, { method });
  expect(await db().task.findUniqueOrThrow({ where: { number } })).toMatchObject({ state: 'resolved' });
  await expect(page.getByRole('heading', { name: 'Support proposes a solution' })).toBeVisible();
  await expect(page.getByText('Try another roll.').first()).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Your answer' })).toHaveAttribute('aria-current', 'step');
  await isUsable(page);

  // The link only opened the form.
  await page.getByRole('button', { name: 'Send to Support' }).click();
  await expect(page.getByText('Write what is still wrong.')).toBeVisible();
  await page.getByLabel('What is still wrong?').fill('It still prints nothing.');
  await page.reload();
  await expect(page.getByLabel('What is still wrong?')).toHaveValue('It still prints nothing.');
  await page.getByRole('button', { name: 'Send to Support' }).click();
  await expect(page.getByRole('article').filter({ hasText: 'It still prints nothing.' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'In progress' })).toHaveAttribute('aria-current', 'step');
  await expect(activity(agent)).toContainText('It still prints nothing.');
  await expect(agent.getByRole('button', { name: 'Propose solution' })).toBeVisible();

  // Support's messages appear while the page is open.
  await say(number, 'comment', 'We send you a new printer.');
  await expect(page.getByRole('article').filter({ hasText: 'We send you a new printer.' })).toBeVisible();
  await propose(number, 'The new printer is there.');
  await expect(page.getByText('The new printer is there.').first()).toBeVisible();

  await page.getByLabel('Your message').fill('One moment, we try it.');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('article').filter({ hasText: 'One moment, we try it.' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Accept' })).toBeVisible();
  await page.getByRole('button', { name: 'Accept' }).click();
  await expect(page.getByText('This issue is closed.')).toBeVisible();
  await expect(page.getByLabel('Your message')).toHaveCount(0);

  await page.getByRole('link', { name: 'New issue about this' }).click();
  await expect(page.getByText(`About ${number}`)).toBeVisible();
  await page.getByLabel('What is happening?').fill('It prints nothing again. Since noon.');
  await page.getByRole('button', { name: 'Send to Support' }).click();
  await expect(page.getByRole('heading', { name: 'It prints nothing again' })).toBeVisible();
  await expect(page.getByText(`About ${number}.`)).toBeVisible();
  await page.context().close();
});

/** Creates a catalog item that no other journey orders. */
async function anOffer(name: string, approvedByCustomer: boolean): Promise<string> {
  await someone('agent@casebridge.test');
  const { categoryId } = await db().catalogItem.findFirstOrThrow();
  const about = { description: 'For journeys.', categoryId, priceCents: 1_200, approvedByCustomer };
  await db().catalogItem.create({ data: { name, ...about } });
  return name;
}

/** Staff close an ordered item. */
async function deliver(name: string): Promise<void> {
  const itil = await someone('itil@casebridge.test');
  const where = { kind: 'requested_item', shortDescription: name } as const;
  const { number, version } = await db().task.findFirstOrThrow({ where });
  await updateTask(itil, { kind: 'requested_item', number, version, values: { state: 'closed_complete' } });
}

test('POR-6, POR-7, POR-4 · two items are ordered by keyboard, the manager approves one, staff deliver, and Related Records shows their stages', async ({
  as,
}) => {
  const stamp = Date.now();
  const [badge, licence] = [await anOffer(`Badge ${stamp}`, false), await anOffer(`Licence ${stamp}`, true)];
  const page = await as(CORA, PHONE);
  await page.goto('/portal/catalog');
  await isUsable(page);
  await page.getByRole('searchbox').fill(String(stamp));
  await page.getByLabel(`Quantity of ${badge}`).focus();
  for (const quantity of ['2', '1']) {
    await page.keyboard.press('Control+a');
    await page.keyboard.type(quantity);
    await page.keyboard.press('Tab');
  }
  await page.getByRole('button', { name: 'Send the request' }).press('Enter');
  await expect(page).toHaveURL(/\/portal\/cases\/CS/);

  const request = page.getByRole('button', { name: /^Request REQ/ });
  const dialog = page.getByRole('dialog', { name: /^Request REQ/ });
  const item = (name: string) => dialog.locator('summary').filter({ hasText: name });
  await request.press('Enter');
  await expect(item(badge)).toContainText('Being prepared');
  await expect(item(licence)).toContainText('Waiting for approval');

  const manager = await as('manager@boxeo.example', PHONE);
  await manager.goto('/portal/approvals');
  await isUsable(manager);
  await manager.goto('/portal/lists?list=action');
  await isUsable(manager);
  await manager.getByRole('button', { name: `Approve: ${licence}` }).press('Enter');
  await expect(manager.getByText(licence)).toHaveCount(0);

  await deliver(badge);
  await page.reload();
  await request.click();
  await expect(item(badge)).toContainText('Delivered');
  await expect(item(licence)).toContainText('Being prepared');
  await deliver(licence);
  await page.goto('/portal/requests');
  const row = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: String(stamp) }) });
  await expect(row.getByText('Delivered')).toHaveCount(2);
  await isUsable(page);
});

test('POR-8, POR-18 · a contact describes an issue, sees known issues, attaches a file, and closes the case with a reason', async ({
  as,
}) => {
  const word = `Gantry${Date.now()}`;
  const there = await aCase(`${word} crane stands still`);
  const known = { title: `${word} crane: what to do`, text: `Turn **${word}** off and on.` };
  await writeArticle(await someone('itil@casebridge.test'), { ...known, readers: 'external', published: true });
  const page = await as(CORA);
  await page.goto('/portal/cases/new');
  await isUsable(page);
  await page.getByLabel('What is happening?').fill(`The ${word} crane does not move. Nobody can work.`);
  await expect(page.getByRole('heading', { name: 'We know about this' })).toBeVisible();
  await expect(page.getByRole('link', { name: `${word} crane stands still` })).toHaveAttribute(
    'href',
    `/portal/cases/${there}`,
  );
  const opens = page.waitForEvent('popup');
  await page.getByRole('link', { name: known.title }).click();
  const answer = await opens;
  await expect(answer.getByRole('heading', { name: known.title })).toBeVisible();
  await expect(answer.getByText(`Turn ${word} off and on.`)).toBeVisible();
  await isUsable(answer);
  await answer.close();
  await page.setInputFiles('input[type=file]', {
    name: 'crane.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('It stands.'),
  });
  await expect(page.getByRole('button', { name: 'Remove crane.txt' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Remove crane.txt' })).toBeVisible();
  await page.getByRole('button', { name: 'Send to Support' }).dblclick();
  await expect(page.getByRole('heading', { name: `The ${word} crane does not move` })).toBeVisible();
  await expect(page.getByRole('link', { name: 'crane.txt' })).toBeVisible();
  expect(await db().task.count({ where: { shortDescription: `The ${word} crane does not move` } })).toBe(1);
  await isUsable(page);

  await page.getByText('Close this issue').click();
  await page.getByLabel('Why are you closing it?').fill('It moves again.');
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(page.getByText('This issue is closed.')).toBeVisible();
});

test('POR-15, POR-2 · home starts with what needs an answer, and the list has it too', async ({ as }) => {
  const title = `The scale is wrong ${Date.now()}`;
  const number = await aCase(title);
  await propose(number, 'It is calibrated.');
  const page = await as(CORA, PHONE);
  await page.goto('/portal');
  await isUsable(page);
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'My Lists' }).click();
  const action = page.getByRole('navigation', { name: 'My Lists' }).getByRole('link', { name: 'Action Needed' });
  const count = Number(/\((\d+)\)/.exec((await action.textContent()) ?? '')?.[1]);
  await action.click();
  await expect(page.getByRole('link', { name: title })).toBeVisible();
  await expect(page.locator('main li').filter({ has: page.locator('.record-number') })).toHaveCount(
    Math.min(count, 50),
  );
  await isUsable(page);
  await page.getByRole('searchbox', { name: 'Search' }).fill(number);
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page.getByRole('link', { name: title })).toBeVisible();
});

test('POR-10 · Korean in the dark theme at 320 pixels, by browser language and by profile', async ({ as }) => {
  const options = { viewport: { width: 320, height: 700 }, colorScheme: 'dark', locale: 'ko-KR' } as const;
  const number = await aCase('서울 사무실의 연결이 끊깁니다');
  await propose(number, '다시 연결되었습니다.');
  const email = 'colleague@boxeo.example';
  // Resets the language for repeated runs.
  await db().user.update({ where: { email }, data: { language: 'en', languageChosen: false } });
  const page = await as(email, options);
  const pages = ['', '/lists', '/cases/new', '/catalog', '/requests', '/approvals', '/profile'];
  for (const address of pages.map((path) => `/portal${path}`)) {
    await page.goto(address);
    await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
    await isUsable(page);
  }
  await expect(page.getByRole('heading', { name: '프로필' }).first()).toBeVisible();
  await page.getByLabel('언어').selectOption('en');
  await page.getByRole('button', { name: '저장' }).click();
  await expect(page.getByRole('heading', { name: 'Profile' }).first()).toBeVisible();
  await page.goto(`/portal/cases/${number}`);
  await expect(page.getByRole('heading', { name: 'Not found, or you have no access.' })).toHaveCount(1);
});
