import { aMajorCase } from './affected.ts';
import { aCase, aCaseWithIncident, activity, anIncident, chooseAction, leave, openRecord, related } from './desk.ts';
import { expect, test } from './fixtures.ts';

test.afterAll(leave);

const staff = [
  'admin',
  'agent',
  'plain',
  'reader',
  'manager',
  'itil',
  'noc',
  'approver',
  'dispatcher',
  'tech1',
] as const;
type Who = (typeof staff)[number];

// ACC-6, page by page: for all other users these pages do not exist.
const pages: readonly [string, readonly Who[]][] = [
  ['/workspace', staff],
  ['/workspace/profile', staff],
  ['/workspace/profile/reply-templates', staff],
  ['/workspace/cases', ['admin', 'agent', 'plain', 'reader', 'manager', 'noc']],
  ['/workspace/incidents', staff],
  ['/workspace/cases/CASE', ['admin', 'agent', 'plain', 'reader', 'manager', 'noc']],
  ['/workspace/incidents/INCIDENT', ['admin', 'agent', 'reader', 'manager', 'itil', 'noc', 'approver']],
  ['/workspace/cases/MAJOR/recipients', ['admin', 'manager']],
  ['/workspace/cases/CASE/recipients', []],
  ['/workspace/cases/CS0999999', []],
  ['/workspace/incidents/INC0999999', []],
  ['/workspace/problems', ['admin', 'reader', 'agent', 'manager', 'itil', 'noc', 'approver']],
  ['/workspace/changes', ['admin', 'reader', 'agent', 'manager', 'itil', 'noc', 'approver']],
  ['/workspace/requests', staff],
  ['/workspace/knowledge', staff],
  ['/workspace/dashboard', ['admin', 'manager']],
  ['/workspace/dispatch', ['admin', 'dispatcher']],
  ['/workspace/technicians', ['admin', 'dispatcher']],
  ['/workspace/my-day', ['admin', 'tech1']],
  ['/workspace/approvals', ['admin', 'approver']],
  ['/workspace/nothing', []],
  ['/admin/properties', ['admin']],
  ['/admin/business-rules', ['admin']],
  ['/admin/data-lookup', ['admin']],
  ['/admin/integrations', ['admin']],
  ['/admin/catalog', ['admin']],
  ['/admin/change-templates', ['admin']],
  ['/admin/field-mappings', ['admin']],
  ['/admin/external-access', ['admin']],
  ['/admin/message-templates', ['admin']],
  ['/admin/groups', ['admin']],
  ['/admin/accounts', ['admin']],
  ['/admin/cmdb', ['admin']],
  ['/admin/users', ['admin']],
  ['/admin/roles', ['admin']],
  ['/admin/updates', ['admin']],
  ['/admin/audit', ['admin']],
];

test('ACC-2 · every page exists only for users whose roles allow it', async ({ as }) => {
  const { theCase, incident } = await aCaseWithIncident('Who may see this?');
  const numbers = { CASE: theCase, INCIDENT: incident, MAJOR: await aMajorCase('Whom does this affect?') };
  const addressOf = (path: string) =>
    Object.entries(numbers).reduce((address, [word, number]) => address.replace(word, number), path);
  const wrong: string[] = [];
  for (const who of staff) {
    const { request } = await as(`${who}@casebridge.test`);
    for (const [path, allowed] of pages) {
      const status = (await request.get(addressOf(path))).status();
      const expected = allowed.includes(who) ? 200 : 404;
      if (status !== expected) wrong.push(`${who} ${path}: ${status} instead of ${expected}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('ACC-1, POR-20 · customers get "not found" for every staff page and interface', async ({ as }) => {
  const page = await as('customer@boxeo.example');
  await page.goto('/');
  await expect(page).toHaveURL('/portal');
  const missing = await page.request.get('/nothing-of-this-name');
  for (const path of ['/workspace', '/workspace/cases', '/workspace/profile', '/admin', '/admin/properties']) {
    const answer = await page.request.get(path);
    expect([path, answer.status()]).toEqual([path, missing.status()]);
    // A script requests only part of a page, without its layouts.
    const part = await page.request.get(path, {
      headers: { rsc: '1', 'next-router-state-tree': '%5B%22%22%2C%7B%7D%5D' },
    });
    expect(await part.text(), path).not.toContain('CS0001');
  }
  await page.goto('/go/CS0001001');
  await expect(page).toHaveURL('/portal/cases/CS0001001');
  for (const path of ['/api/search?q=CS0001001', '/api/inbox', '/api/references?kind=contact&q=Cora'])
    expect([path, (await page.request.get(path)).status()]).toEqual([path, 404]);
});

test('POR-20 · the portal redirects staff to the workspace', async ({ as }) => {
  const page = await as('plain@casebridge.test');
  await page.goto('/portal');
  await expect(page).toHaveURL('/workspace');
});

test('REL-1, MAJ-1 · plain@ is offered only actions on the case itself, the reader only what a reader may do', async ({
  as,
}) => {
  const number = await aCase('Nothing to offer');
  const plain = await as('plain@casebridge.test');
  await openRecord(plain, number);
  await expect(plain.getByRole('button', { name: 'Propose solution' })).toBeVisible();
  await plain.getByRole('button', { name: 'Additional Actions' }).click();
  await expect(plain.getByRole('menuitem')).toHaveText(['Create Work Order', 'Propose Major Case']);
  await plain.keyboard.press('Escape');
  await expect(related(plain).getByRole('button')).toHaveCount(0);

  const reader = await as('reader@casebridge.test');
  await openRecord(reader, number);
  await chooseAction(reader, 'Associate Incident');
  await reader.keyboard.press('Escape');
  await reader.getByRole('button', { name: 'Additional Actions' }).click();
  await expect(reader.getByRole('menuitem')).toHaveText([
    'Associate Incident',
    'Associate Problem',
    'Associate Change',
    'Associate Caused by Change',
    'Create Work Order',
    'Propose Major Case',
  ]);
});

test('REL-16 · a case shows only the number of an incident that plain@ may not read', async ({ as }) => {
  const { theCase, incident } = await aCaseWithIncident('Only a number');
  const plain = await as('plain@casebridge.test');
  await openRecord(plain, theCase);
  await expect(related(plain)).toContainText(incident);
  await expect(related(plain).getByRole('link')).toHaveCount(0);
  await expect(related(plain)).not.toContainText('Planning');
  expect((await plain.request.get(`/workspace/incidents/${incident}`)).status()).toBe(404);
});

test('ACC-2, ACC-5 · a forged action call by plain@ is refused and creates nothing', async ({ as }) => {
  const [own, other] = [await aCase('The agent’s own'), await aCase('The crafted one')];
  const agent = await as('agent@casebridge.test');
  await openRecord(agent, own);
  const dialog = await chooseAction(agent, 'Create Incident');
  const sent = agent.waitForRequest((request) => request.method() === 'POST' && 'next-action' in request.headers());
  await dialog.locator('button[type="submit"]').click();
  const call = await sent;

  const plain = await as('plain@casebridge.test');
  const { 'next-action': action = '', 'content-type': type = '', accept = '' } = call.headers();
  const answer = await plain.request.post(`/workspace/cases/${other}`, {
    headers: { 'next-action': action, 'content-type': type, accept, origin: new URL(call.url()).origin },
    data: (call.postData() ?? '').replaceAll(own, other),
  });
  const text = await answer.text();
  expect(text).toContain('ACC-6');
  expect(text).toContain('Your roles do not allow you to create incidents.');

  await openRecord(agent, other);
  await expect(related(agent).getByRole('button', { name: 'Associate' })).toBeVisible();
  await expect(activity(agent)).not.toContainText('created from this case');
});

test('INC-6 · itil sees only number and state of a customer’s case, and cannot add cases', async ({ as }) => {
  const { theCase, incident } = await aCaseWithIncident('A number and a state');
  const itil = await as('itil@casebridge.test');
  await openRecord(itil, incident);
  await itil.getByRole('tab', { name: /^Customer Cases/ }).click();
  const row = itil.getByRole('row', { name: new RegExp(theCase) });
  await expect(row).toContainText('New');
  await expect(row).not.toContainText('A number and a state');
  await expect(row.getByRole('link')).toHaveCount(0);
  await expect(itil.getByRole('button', { name: 'Add Case' })).toHaveCount(0);
  expect((await itil.request.get(`/workspace/cases/${theCase}`)).status()).toBe(404);
});

test('ACC-2 · the pickers of plain@ and itil offer only records that they may link', async ({ as }) => {
  await anIncident('Findable by those who may');
  const plain = await as('plain@casebridge.test');
  const itil = await as('itil@casebridge.test');
  const ask = async (page: typeof plain, choose: string) =>
    (await page.request.get(`/api/linkable?link=incident&choose=${choose}&q=`)).json();
  expect(await ask(plain, 'record')).toEqual([]);
  expect(await ask(itil, 'case')).toEqual([]);
});
