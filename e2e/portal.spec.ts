import { AxeBuilder } from '@axe-core/playwright';
import type { Page, Response } from '@playwright/test';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { db } from '#lib/platform/db.ts';
import { associate } from '#lib/related/commands/associate.ts';
import { addEntry } from '#lib/task/commands/add-entry.ts';
import { createTask } from '#lib/task/commands/create-task.ts';
import { aCase, aContact, leave, someone } from './desk.ts';
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

/** How many bytes of script a page loads, as they are sent. */
async function scriptOf(page: Page, address: string): Promise<number> {
  const sizes: Promise<number>[] = [];
  const count = (response: Response) => {
    const request = response.request();
    if (request.resourceType() === 'script')
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  };
  page.on('response', count);
  await page.goto(address);
  await page.waitForTimeout(3_000);
  page.off('response', count);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** Nothing is wider than the screen, and nothing stands in the way of those who do not see it. */
async function isUsable(page: Page) {
  const width = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(width, page.url()).toBeLessThanOrEqual(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

test('POR-3, CASE-3 · on a phone a contact sees a proposed solution, rejects it with a reason, writes, and accepts the next', async ({
  as,
}) => {
  const number = await aCase(`The till prints nothing ${Date.now()}`);
  await propose(number, 'Try another roll.');
  const page = await as(CORA, PHONE);
  await page.goto(`/portal/cases/${number}`);
  await expect(page.getByRole('heading', { name: 'Support proposes a solution' })).toBeVisible();
  await expect(page.getByText('Try another roll.').first()).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Your answer' })).toHaveAttribute('aria-current', 'step');
  await isUsable(page);

  await page.getByRole('button', { name: 'It is not solved' }).click();
  await page.getByRole('button', { name: 'Send to Support' }).click();
  await expect(page.getByText('Write what is still wrong.')).toBeVisible();
  await page.getByLabel('What is still wrong?').fill('It still prints nothing.');
  await page.reload();
  await expect(page.getByLabel('What is still wrong?')).toHaveValue('It still prints nothing.');
  await page.getByRole('button', { name: 'Send to Support' }).click();
  await expect(page.getByRole('article').filter({ hasText: 'It still prints nothing.' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'In work' })).toHaveAttribute('aria-current', 'step');

  // What Support writes appears while the page is open.
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
});

test('POR-8, POR-18 · a contact describes an issue, sees what is known, sends a file with it, and closes it with a reason', async ({
  as,
}) => {
  const word = `Gantry${Date.now()}`;
  const there = await aCase(`${word} crane stands still`);
  const page = await as(CORA);
  await page.goto('/portal/cases/new');
  await isUsable(page);
  await page.getByLabel('What is happening?').fill(`The ${word} crane does not move. Nobody can work.`);
  await expect(page.getByRole('heading', { name: 'We know about this' })).toBeVisible();
  await expect(page.getByRole('link', { name: `${word} crane stands still` })).toHaveAttribute(
    'href',
    `/portal/cases/${there}`,
  );
  await page.setInputFiles('input[type=file]', {
    name: 'crane.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('It stands.'),
  });
  await expect(page.getByRole('button', { name: 'Remove crane.txt' })).toBeVisible();
  await page.getByRole('button', { name: 'Send to Support' }).dblclick();
  await expect(page.getByRole('heading', { name: `The ${word} crane does not move` })).toBeVisible();
  await expect(page.getByRole('link', { name: 'crane.txt' })).toBeVisible();
  expect(await db().task.count({ where: { shortDescription: `The ${word} crane does not move` } })).toBe(1);
  await isUsable(page);

  await page.getByText('Close this issue').click();
  await page.getByLabel('Why do you close it?').fill('It moves again.');
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(page.getByText('This issue is closed.')).toBeVisible();
});

test('POR-15, POR-2 · home begins with what needs an answer, which the list has too', async ({ as }) => {
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

test('POR-10 · Korean, in the dark, at 320 pixels, by the browser’s language and by the profile', async ({ as }) => {
  const options = { viewport: { width: 320, height: 700 }, colorScheme: 'dark', locale: 'ko-KR' } as const;
  const number = await aCase('서울 사무실의 연결이 끊깁니다');
  await propose(number, '다시 연결되었습니다.');
  const email = 'colleague@boxeo.example';
  // As it was before the profile was saved, should this run again.
  await db().user.update({ where: { email }, data: { language: 'en', languageChosen: false } });
  const page = await as(email, options);
  for (const address of ['/portal', '/portal/lists', '/portal/cases/new', '/portal/profile']) {
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

test('POR-3, POR-20 · no byte of a page, its payload or what is known names anything internal; a foreign case reads like a missing one', async ({
  as,
}) => {
  const secret = `Zebra${Date.now()}`;
  const number = await aCase(`The gate is shut ${Date.now()}`);
  const itil = await someone('itil@casebridge.test');
  const incident = await createTask(itil, { kind: 'incident', values: { shortDescription: `${secret} incident` } });
  const manager = await someone('manager@casebridge.test');
  await associate(manager, { caseNumber: number, link: 'incident', number: incident.number });
  await say(number, 'work_note', `${secret} note`);
  await say(number, 'comment', 'We open it.');
  const { id: other } = await db().contact.findFirstOrThrow({ where: { account: { name: { not: 'Boxeo' } } } });
  const foreign = await aCase(`${secret} of another customer`, { contactId: other });
  await aContact(`Pia ${secret}`);

  const page = await as(CORA);
  const { name: agent } = await someone('agent@casebridge.test');
  for (const address of [
    '/portal',
    '/portal/lists',
    `/portal/cases/${number}`,
    '/portal/cases/new',
    `/api/portal/known?q=${secret}`,
  ])
    for (const headers of [undefined, { rsc: '1' }]) {
      const answer = await page.request.get(address, headers ? { headers } : {});
      const body = await answer.text();
      expect(answer.status(), address).toBe(200);
      for (const internal of [secret, incident.number, incident.id, agent])
        expect(body, address).not.toContain(internal);
    }

  const readingOf = async (each: string) => {
    const answer = await page.goto(`/portal/cases/${each}`);
    return [answer?.status(), await page.locator('main').textContent()];
  };
  expect(await readingOf(foreign)).toEqual(await readingOf('CS0999999'));
});

test('POR-3 · the page of a case loads at most 40 kB of script more than an empty page', async ({ as }) => {
  const number = await aCase('The door creaks');
  const [one, other] = [await as(CORA), await as('agent@casebridge.test')];
  const [ofCase, ofNothing] = [await scriptOf(one, `/portal/cases/${number}`), await scriptOf(other, '/bench')];
  expect(ofNothing).toBeGreaterThan(50_000);
  expect((ofCase - ofNothing) / 1000).toBeLessThanOrEqual(40);
});
