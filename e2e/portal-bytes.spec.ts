import type { Page, Response } from '@playwright/test';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { createTask } from '#lib/engine/commands/create-task.ts';
import { writeArticle } from '#lib/knowledge/commands/write-article.ts';
import { db } from '#lib/platform/db.ts';
import { associate } from '#lib/related/commands/associate.ts';
import { aCase, aContact, leave, someone } from './desk.ts';
import { expect, test } from './fixtures.ts';

test.afterAll(leave);

const CORA = 'customer@boxeo.example';

/** Headers for a page in both languages, and for its payload after a link inside the portal. */
const asHeaders: Record<string, string>[] = [{}, { 'accept-language': 'ko' }, { rsc: '1' }];

const say = async (number: string, type: 'comment' | 'work_note', text: string) =>
  addEntry(await someone('agent@casebridge.test'), { kind: 'case', number, type, text });

/** The script bytes that a page loads, as transferred. */
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

test('POR-3, POR-20 · no page or payload names anything internal, in English or Korean; another customer’s case is "not found"', async ({
  as,
}) => {
  const secret = `Zebra${Date.now()}`;
  const number = await aCase(`The gate is shut ${Date.now()}`);
  const itil = await someone('itil@casebridge.test');
  const values = { shortDescription: `${secret} incident` };
  const incident = await createTask(itil, { kind: 'incident', values });
  const inside = { shortDescription: 'Gates rust', causeNotes: `${secret} cause`, workaround: `${secret} workaround` };
  const problem = await createTask(itil, { kind: 'problem', values: inside });
  const manager = await someone('manager@casebridge.test');
  await associate(manager, { caseNumber: number, link: 'incident', number: incident.number });
  await associate(manager, { caseNumber: number, link: 'problem', number: problem.number });
  const article = { title: 'Gates', text: 'Oil it.', readers: 'external', published: true } as const;
  const answer = await writeArticle(itil, article);
  await say(number, 'work_note', `${secret} note`);
  await say(number, 'comment', 'We open it.');
  const { id: other } = await db().contact.findFirstOrThrow({ where: { account: { name: { not: 'Boxeo' } } } });
  const foreign = await aCase(`${secret} of another customer`, { contactId: other });
  await aContact(`Pia ${secret}`);

  const page = await as(CORA);
  const { name: agent } = await someone('agent@casebridge.test');
  const pages = [
    '',
    '/lists',
    '/lists?list=action',
    '/lists?list=requests',
    `/lists?q=${secret.slice(0, 5)}`,
    '/cases/new',
  ];
  const more = ['/catalog', '/requests', '/approvals', '/profile', `/articles/${answer}`, `/cases/new?about=${number}`];
  const ofCase = ['', '?answer=reject', '?before=x'].map((query) => `/cases/${number}${query}`);
  const asked = [...pages, ...more, ...ofCase].map((path) => `/portal${path}`);
  for (const address of [...asked, `/api/portal/known?q=${secret}`])
    for (const headers of asHeaders) {
      const answered = await page.request.get(address, { headers });
      // The query may be repeated in the address and in the search field.
      const body = (await answered.text()).replaceAll(address.split('?q=')[1] ?? '\n', '');
      expect(answered.status(), address).toBe(200);
      if ('accept-language' in headers && address.startsWith('/portal')) expect(body, address).toContain('lang="ko"');
      for (const internal of [secret, incident.number, incident.id, agent])
        expect(body, address).not.toContain(internal);
    }
  expect(await (await page.request.get(`/portal/cases/${number}`)).text()).toContain(problem.number);

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
