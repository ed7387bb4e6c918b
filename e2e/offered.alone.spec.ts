import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { adminPagesOf } from '#components/admin/admin-pages.ts';
import { creationCommands } from '#components/workspace/workspace-nav.tsx';
import { can, mayLeadMajorCases, mayOpenList } from '#lib/access/policy.ts';
import { isOver } from '#lib/kinds/state-shown.ts';
import { db } from '#lib/platform/db.ts';
import { type TaskKind, taskKindNames, taskKinds } from '#lib/record/kind.ts';
import { saveReplyTemplate } from '#lib/reply-template/commands/save-reply-template.ts';
import { saveView } from '#lib/saved-view/commands/save-view.ts';
import { createUser } from '#lib/user/commands/create-user.ts';
import { setUserRoles } from '#lib/user/commands/set-user-roles.ts';
import { aListedMajorCase, aStoppedMajorCase } from './affected.ts';
import { leave, someone, untilOpen } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { administrationButtons } from './offered/administration.ts';
import { bulkButtons, oneOfEachState, rowChanges, type Ticked } from './offered/lists.ts';
import { read, redirecting, routeOf, routes, shapeOf } from './offered/page.ts';
import { type Person, refusalOf } from './offered/press.ts';
import { recipientsButtons } from './offered/recipients.ts';
import { technicianDayButtons } from './offered/technician-day.ts';
import { technicianButtons } from './offered/technicians.ts';
import { workspaceButtons } from './offered/workspace.ts';

test.afterAll(leave);

/** All demo users with workspace access; one per set of roles. */
const staff = ['admin', 'agent', 'plain', 'reader', 'manager', 'itil', 'noc', 'approver', 'dispatcher', 'tech1'];

const buttons = {
  ...workspaceButtons,
  ...recipientsButtons,
  ...technicianButtons,
  ...technicianDayButtons,
  ...administrationButtons,
};

/** Pages whose buttons another test presses: REC-5 in lib/record-page/offered.db.test.ts, each state of every kind. */
const triedElsewhere = ['/workspace/[kind]/[number]'];

/** Pages that redirect staff, or that do not exist for signed-in users. */
const neverRead = [...routes.filter((route) => route.startsWith('/portal')), ...redirecting];

/** Pages that no other page links to. */
const begin = ['/workspace', '/workspace/profile', '/workspace/search?q=payment'];

/** The predefined views, and a list without results. */
const views = ['sort=-number', 'active=yes', 'q=nothing-here'].map((asked) => `/workspace/requested-items?${asked}`);

const readRoutes = new Set<string>();
let tried = 0;

const pressOf = (route: string, name: string) =>
  [...(buttons[route] ?? []), ...(buttons['*'] ?? [])].find(([pattern]) => pattern.test(name))?.[1];

/** A page's buttons that the server refuses, and buttons that the tables do not list. */
async function wrongButtons(actor: Person, address: string, names: readonly string[]): Promise<string[]> {
  const route = routeOf(address);
  const wrong: string[] = [];
  for (const name of names) {
    const press = pressOf(route, name);
    if (!press) wrong.push(`${route}: nothing is known of the button "${name}"`);
    const refusal = press && (await refusalOf(() => press({ actor, name, address })));
    if (refusal) wrong.push(`${address}: ${name} > ${refusal}`);
    tried += 1;
  }
  return wrong;
}

/** Follows every link, once per address pattern, and presses every button of the pages that it finds. */
async function wrongOf(tab: Page, actor: Person, first: readonly string[]): Promise<string[]> {
  const wrong: string[] = [];
  const seen = new Set<string>();
  const pressed = new Set<string>();
  const left = [...first];
  for (let address = left.shift(); address; address = left.shift()) {
    const each = first.includes(address) ? address : shapeOf(address);
    if (seen.has(each)) continue;
    seen.add(each);
    const { status, address: at, route, buttons: names, links } = await read(tab, address);
    if (status !== 200) wrong.push(`${address}: ${status}`);
    readRoutes.add(route);
    left.push(...links);
    if (triedElsewhere.includes(route)) continue;
    const once = names.filter((name) => !pressed.has(`${shapeOf(at)} ${name}`));
    for (const name of once) pressed.add(`${shapeOf(at)} ${name}`);
    wrong.push(...(await wrongButtons(actor, at, once)));
  }
  return wrong;
}

/** Prepares own records, shared ones, and an action to undo; returns pages that no list links to. */
async function prepare(): Promise<string[]> {
  const mark = randomUUID().slice(0, 8);
  const [admin, manager, agent] = [
    await someone('admin@casebridge.test'),
    await someone('manager@casebridge.test'),
    await someone('agent@casebridge.test'),
  ];
  const view = { kind: 'requested_item', query: 'sort=-number' } as const;
  await saveView(manager, { ...view, name: `Shared by Mia ${mark}`, shared: true });
  await saveView(agent, { ...view, name: `Only Ava’s ${mark}`, query: 'active=yes' });
  const template = { text: 'Hello', usedFor: 'both' } as const;
  await saveReplyTemplate(agent, { ...template, name: `Only Ava’s ${mark}`, shared: false });
  // An action that the audit log can undo.
  const password = 'harbour of nine quiet lanterns';
  const email = `ursula-${mark}@casebridge.test`;
  await createUser(admin, { name: 'Ursula Undone', email, password, roles: ['itil'], groups: [] });
  const { id: userId } = await db().user.findUniqueOrThrow({ where: { email } });
  await setUserRoles(admin, { userId, roles: ['admin'] });
  await setUserRoles(admin, { userId, roles: ['itil'] });
  const majors = [await aListedMajorCase(`Listed ${mark}`), await aStoppedMajorCase(`Stopped ${mark}`)];
  // The newest cases have no email; a case with an email links to the email's page.
  const mailed = await db().task.findMany({
    where: { kind: 'case', mailsIn: { some: { entryId: { not: null } } } },
    orderBy: { number: 'desc' },
    take: 2,
  });
  const own = majors.map((number) => `/workspace/cases/${number}/recipients`);
  return [...mailed.map(({ number }) => `/workspace/cases/${number}`), ...own];
}

test('every page · the server accepts each button and link that it offers, for every role', async ({ as }) => {
  const notListed = await prepare();
  const wrong: string[] = [];
  for (const who of staff) {
    const [tab, actor] = [await as(`${who}@casebridge.test`), await someone(`${who}@casebridge.test`)];
    const commands = [...creationCommands(actor), ...adminPagesOf(actor)].map(({ href }) => href);
    const own = who === 'admin' ? [`/admin/users/${actor.id}`] : [];
    const lists = mayOpenList(actor, 'requested_item') ? views : [];
    const more = mayLeadMajorCases(actor).ok ? notListed : [];
    const found = await wrongOf(tab, actor, [...own, ...begin, ...lists, ...more, ...commands]);
    wrong.push(...found.map((each) => `${who} ${each}`));
  }
  expect(wrong).toEqual([]);
  expect(tried).toBeGreaterThan(500);
  expect(routes.filter((route) => !readRoutes.has(route) && !neverRead.includes(route))).toEqual([]);
});

/** Selects a row of a list; returns the enabled actions in the selection bar and its menu. */
async function offeredAboveSelection(page: Page, number: string): Promise<string[]> {
  const box = page.locator(`[data-select="${number}"]`);
  const bar = page.getByRole('region', { name: 'Selection' });
  await expect(async () => {
    if (!(await bar.isVisible())) await box.setChecked(true, { timeout: 2_000 });
    await expect(bar).toBeVisible({ timeout: 2_000 });
  }).toPass();
  const namesOf = (all: Element[]) => all.map((each) => each.getAttribute('aria-label') ?? each.textContent ?? '');
  const inBar = await bar.locator('button:enabled:not([role=menuitem]), a').evaluateAll(namesOf);
  const items = page.getByRole('menuitem');
  await untilOpen(items.first(), () => bar.getByRole('button', { name: 'More' }).click());
  const inMenu = await items.and(page.locator(':not(:disabled, [aria-disabled="true"])')).evaluateAll(namesOf);
  await page.keyboard.press('Escape');
  await box.setChecked(false);
  await expect(bar).toBeHidden();
  return [...new Set([...inBar, ...inMenu])];
}

/** The actions offered in a row and for its selection that the server refuses. */
async function wrongOfRow(actor: Person, row: Ticked, names: readonly string[]): Promise<string[]> {
  const wrong: string[] = [];
  const attempts = await rowChanges(actor, row);
  for (const name of names) {
    const press = bulkButtons.find(([pattern]) => pattern.test(name))?.[1];
    if (!press) wrong.push(`${row.kind}: nothing is known of the button "${name}"`);
    if (press) attempts.push(...(await press(actor, row)).map(([what, go]) => [`${name}, ${what}`, go] as const));
  }
  for (const [what, attempt] of attempts) {
    tried += 1;
    const refusal = await refusalOf(attempt);
    if (refusal) wrong.push(`${actor.name}, ${row.number}, ${row.state}: ${what} > ${refusal}`);
  }
  return wrong;
}

/** Users with the same permissions see the same selection bar: only one of them opens it. */
const rightsTo = (actor: Person, kind: TaskKind) =>
  (['edit', 'assign', 'comment', 'note', 'export'] as const).filter((each) => can(actor, each, kind)).join();

test('every list · the server accepts each action offered for a row or a selection, for every role', async ({ as }) => {
  const wrong: string[] = [];
  const offered = new Map<string, string[]>();
  for (const who of staff) {
    const [page, actor] = [await as(`${who}@casebridge.test`), await someone(`${who}@casebridge.test`)];
    for (const kind of taskKindNames.filter((each) => mayOpenList(actor, each))) {
      const address = `/workspace/${taskKinds[kind].path}`;
      if (!(await (await page.request.get(address)).text()).includes('data-select=')) continue;
      for (const row of await oneOfEachState(actor, kind)) {
        const alike = `${kind} ${isOver(kind, row.state)} ${row.writable} ${rightsTo(actor, kind)}`;
        if (!offered.has(alike) && !page.url().endsWith(address)) await page.goto(address);
        const names = offered.get(alike) ?? (await offeredAboveSelection(page, row.number));
        offered.set(alike, names);
        wrong.push(...(await wrongOfRow(actor, row, names)));
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(offered.size).toBeGreaterThan(10);
});
