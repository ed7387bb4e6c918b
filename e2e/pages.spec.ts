import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type TaskKind, taskKindNames, taskKinds } from '#lib/record/kind.ts';
import { aListedMajorCase } from './affected.ts';
import { aCaseWithIncident, anArticle, chooseAction, leave, showWorkNotes, theFirst, whoAndWhere } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { redirecting, routeOf, routes } from './offered/page.ts';

test.afterAll(leave);

/** The placeholder in an address for a record of this kind. */
const wordOf = (kind: TaskKind) => kind.toUpperCase();
const ofEveryKind = taskKindNames.flatMap((kind) => {
  const list = `/workspace/${taskKinds[kind].path}`;
  return [list, `${list}/${wordOf(kind)}`];
});

// All pages; words in capitals are placeholders for records.
const workspace = [
  ...ofEveryKind,
  '/workspace',
  '/workspace/inbox',
  '/workspace/profile',
  '/workspace/profile/reply-templates',
  '/workspace/profile/reply-templates/new',
  '/workspace/profile/reply-templates/TEMPLATE',
  '/workspace/search?q=payment',
  '/workspace/cases?state=resolved',
  '/workspace/cases?q=nothing-is-called-this',
  '/workspace/cases/new',
  '/workspace/incidents/new',
  '/workspace/incidents/INCIDENT?tab=customer-cases',
  '/workspace/problems/new',
  '/workspace/problems/PROBLEM?tab=incidents',
  '/workspace/changes/new',
  '/workspace/changes/CHANGE?tab=approvals',
  '/workspace/requests/new',
  '/workspace/requests/REQUEST?tab=items',
  '/workspace/knowledge',
  '/workspace/knowledge/ARTICLE',
  '/workspace/customers/accounts',
  '/workspace/customers/contacts',
  '/workspace/customers/consumers',
  '/workspace/customers/accounts/ACCOUNT',
  '/workspace/customers/contacts/CONTACT',
  '/workspace/customers/consumers/CONSUMER',
  '/workspace/major-cases',
  '/workspace/major-cases/candidates',
  '/workspace/mail-review',
  '/workspace/mail-review?show=done',
  '/workspace/mail-review/INCOMING',
  '/workspace/emails/INCOMING?from=CS0001001',
  '/workspace/cases/CS0999999',
];
const administration = [
  '/admin/properties',
  '/admin/business-rules',
  '/admin/data-lookup',
  '/admin/integrations',
  '/admin/users',
  '/admin/users/new',
  '/admin/users/USER',
  '/admin/groups',
  '/admin/groups/GROUP',
  '/admin/roles',
  '/admin/accounts',
  '/admin/accounts/consumers',
  '/admin/accounts/COMPANY',
  '/admin/catalog',
  '/admin/change-templates',
  '/admin/field-mappings',
  '/admin/field-mappings?preview=INC0010001',
  '/admin/field-mappings/FIELD_MAP',
  '/admin/external-access',
  '/admin/external-access?customer=customer@boxeo.example',
  '/admin/message-templates',
  '/admin/cmdb',
  '/admin/knowledge',
  '/admin/knowledge/new',
  '/admin/knowledge/ARTICLE',
  '/admin/mail',
  '/admin/mail/MAIL',
  '/admin/mailbox',
  '/admin/mailbox/MAILED',
  '/admin/mailbox/MAILED/SENT_MAIL',
  '/admin/jobs',
  '/admin/updates',
  '/admin/audit',
  '/workspace/dispatch',
  '/workspace/technicians',
  '/workspace/technicians/TECHNICIAN',
];
const impact = [
  '/workspace/impact',
  '/workspace/impact?item=ITEM',
  '/workspace/incidents/INCIDENT?tab=customer-impact',
  '/workspace/incidents/INCIDENT?tab=updates',
];

const technician = ['/workspace/my-day', '/workspace/my-day?date=2026-01-05'];

const managers = [
  '/workspace/dashboard',
  '/workspace/dashboard?group=mine&days=7',
  '/workspace/dashboard?account=COMPANY&days=90',
  '/workspace/cases/MAJOR?tab=board',
  '/workspace/cases/MAJOR/recipients',
  '/workspace/cases/MAJOR/recipients?of=consumers',
];

const portal = [
  '/portal',
  '/portal/lists',
  '/portal/lists?list=action&q=nothing-is-called-this',
  '/portal/catalog',
  '/portal/requests',
  '/portal/approvals',
  '/portal/cases/new',
  '/portal/cases/CASE',
  '/portal/articles/ANSWER',
  '/portal/articles/KB0999999',
  '/portal/work-orders',
  '/portal/work-orders/VISIT',
  '/portal/profile',
];

test('Q-14 · every page is covered by these tests', () => {
  const looked = [
    ...workspace,
    ...administration,
    ...impact,
    ...managers,
    ...technician,
    ...portal,
    '/workspace/approvals',
  ].map((address) => address.split('?')[0] ?? '');
  const pages = routes.filter((route) => !redirecting.includes(route));
  const routesLooked = looked.map(routeOf);
  expect(pages.filter((route) => !routesLooked.includes(route))).toEqual([]);
});

const half = Math.ceil(workspace.length / 2);
/** Users and the pages that they visit; in parts, so that several run in parallel. */
const visits = [
  ['agent@casebridge.test', 'the first pages of the workspace', workspace.slice(0, half)],
  ['agent@casebridge.test', 'the other pages of the workspace', workspace.slice(half)],
  ['admin@casebridge.test', 'the pages of administration', administration],
  ['noc@casebridge.test', 'the pages of impact', impact],
  ['manager@casebridge.test', 'the pages of managers', managers],
  ['tech2@casebridge.test', 'the pages of technicians', technician],
  ['approver@casebridge.test', 'the page of approvals', ['/workspace/approvals']],
  ['customer@boxeo.example', 'the pages of the portal', portal],
] as const;

/** Replaces the placeholders in addresses with record numbers. */
async function withNumbers(shortDescription: string): Promise<(path: string) => string> {
  const { theCase, incident } = await aCaseWithIncident(shortDescription);
  const numbers = new Map(Object.entries({ ARTICLE: await anArticle(), ...(await whoAndWhere()) }));
  for (const kind of taskKindNames) numbers.set(wordOf(kind), await theFirst(kind));
  numbers.set('MAJOR', await aListedMajorCase(shortDescription));
  numbers.set(wordOf('case'), theCase).set(wordOf('incident'), incident);
  return (path) => path.replaceAll(/(?<=[/=])[A-Z_]+(?=$|[/?])/g, (word) => numbers.get(word) ?? word);
}

const bothThemes = ['light', 'dark'] as const;

/** Rules that depend on the theme; all others were checked in the first theme. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/** Violations on the page, or only in the floating element, which may cover parts of a page that was checked before. */
async function violationsOf(page: Page, floating?: string, rules?: string[]): Promise<string[]> {
  const runOnly = rules
    ? { type: 'rule' as const, values: rules }
    : { type: 'tag' as const, values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
  // Lists only violations, and opens no second page for the results: both would cost more than the analysis.
  const builder = new AxeBuilder({ page }).options({ runOnly, resultTypes: ['violations'] }).setLegacyMode(true);
  // No script may run in an email's frame, so axe cannot either.
  builder.exclude('iframe');
  if (floating) builder.include(floating);
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}

async function ready(page: Page, path: string) {
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

/** Collects the browser's console errors and page errors. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    // A 404 is reported by its status; axe cannot run in an email's frame.
    if (message.type() === 'error' && !/404|about:srcdoc/.test(message.text()))
      complaints.push(`${page.url()} ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()} ${error.message}`));
  return complaints;
}

/** How many pixels the page is wider than the window. */
async function tooWide(page: Page, window: { width: number; height: number }): Promise<number> {
  await page.setViewportSize(window);
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/**
 * Before each Tab: marks the focused element, and records it if no part of it is visible.
 * Marks what stands there now: what others' changes announce on the way is not judged.
 */
function watchTab(usable: string) {
  const hidden: string[] = [];
  for (const element of document.querySelectorAll(usable)) element.setAttribute('data-at-start', '');
  const look = () => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return;
    focused.setAttribute('data-reached', '');
    const { left, right, top, bottom, width, height } = focused.getBoundingClientRect();
    // A tiny box is drawn by its visible label.
    if (width < 4 || height < 4) return;
    const across = [left + 2, (left + right) / 2, right - 2];
    const down = [top + 2, (top + bottom) / 2, bottom - 2];
    const at = across.flatMap((x) => down.map((y) => document.elementFromPoint(x, y)));
    const isSeen = at.some((element) => element && (focused.contains(element) || element.contains(focused)));
    if (!isSeen) hidden.push(`is hidden while it has the focus: ${focused.outerHTML.slice(0, 200)}`);
  };
  document.addEventListener('keydown', look, { capture: true });
  Object.assign(window, { hiddenByTab: hidden });
}

/** Runs in the browser: waits until it has drawn. */
const drawn = () =>
  new Promise((done) => {
    requestAnimationFrame(() => requestAnimationFrame(done));
  });

const USABLE = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';

/** Usable elements that Tab never reaches, or that are covered when focused. */
async function wrongByTab(page: Page): Promise<string[]> {
  // Tab also stops inside frames: at the links of an email, and at the frame itself.
  const stops = await Promise.all(page.frames().map((frame) => frame.locator(USABLE).count()));
  const all = stops.reduce((sum, count) => sum + count + 1, 0);
  await page.evaluate(() => document.body.focus());
  await page.evaluate(watchTab, USABLE);
  // Keys are sent without waiting, as the page handles them in order. A frame may have a process of its own, which
  // does not: a key waits there until the page has scrolled to what the last one reached.
  if (stops.length > 1)
    for (let pressed = 0; pressed < all; pressed++) {
      await page.keyboard.press('Tab');
      await page.evaluate(drawn);
    }
  else await Promise.all(Array.from({ length: all }, () => page.keyboard.press('Tab')));
  const hidden = await page.evaluate(() => (window as Window & { hiddenByTab?: string[] }).hiddenByTab ?? []);
  const unreached = await page
    .locator('main')
    .locator(USABLE)
    .evaluateAll((elements) =>
      elements
        .filter(
          (element) =>
            element.matches('[data-at-start]') &&
            element.checkVisibility() &&
            !element.matches(':disabled, [tabindex="-1"], [data-reached]'),
        )
        // Tab reaches only one choice of a radio group; the arrow keys reach the others.
        .filter((element) => {
          const group = element instanceof HTMLInputElement && element.type === 'radio' ? element.name : '';
          return !group || !document.querySelector(`[data-reached][name="${group}"]`);
        })
        .map((element) => `is not reached by Tab: ${element.outerHTML.slice(0, 200)}`),
    );
  return [...hidden, ...unreached];
}

const phone = { width: 380, height: 800 };
const desk = { width: 1400, height: 900 };
const deskZoomed = { width: desk.width / 2, height: desk.height / 2 };

for (const [who, what, paths] of visits)
  test(`Q-14, Q-15 · ${what}: no axe violation in either theme, reachable by Tab at 200 %, no horizontal scrolling at 380 pixels, no console errors`, async ({
    as,
  }) => {
    test.setTimeout(360_000);
    const addressed = await withNumbers(`Looked at: ${what}`);
    const page = await as(who);
    const wrong = complaintsOf(page);
    for (const path of paths) {
      await page.setViewportSize(desk);
      await ready(page, addressed(path));
      for (const colorScheme of bothThemes) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        const rules = colorScheme === 'dark' ? ofColours : undefined;
        const violations = await violationsOf(page, undefined, rules);
        wrong.push(...violations.map((violation) => `${path} ${colorScheme} ${violation}`));
      }
      for (const window of [phone, deskZoomed]) {
        const over = await tooWide(page, window);
        if (over > 0) wrong.push(`${path} is ${over} px too wide for ${window.width}`);
      }
      wrong.push(...(await wrongByTab(page)).map((element) => `${path} ${element}`));
    }
    expect(wrong).toEqual([]);
  });

test('Q-14 · everything on a record page of each kind is reachable by Tab', async ({ as }) => {
  const addressed = await withNumbers('Reached by Tab');
  const page = await as('admin@casebridge.test');
  const left: string[] = [];
  for (const detail of workspace.filter((address) => /\/[A-Z_]+$/.test(address))) {
    await ready(page, addressed(detail));
    // Content below the first screen loads a moment later.
    const rail = page.locator('#properties');
    if ((await rail.count()) > 0) await expect(rail.getByRole('region', { name: 'Watchers' })).toBeVisible();
    // This part loads only when it is visible. Loading later would move what is being checked.
    const similar = rail.getByRole('heading', { name: 'Similar cases' });
    if ((await similar.count()) > 0) {
      await similar.scrollIntoViewIfNeeded();
      await expect(rail.getByText('Loading similar cases')).toHaveCount(0);
    }
    left.push(...(await wrongByTab(page)).map((element) => `${detail} ${element}`));
  }
  expect(left).toEqual([]);
});

for (const colorScheme of bothThemes)
  test(`Q-14 · dialogs and menus have no axe violation, ${colorScheme}`, async ({ as }) => {
    const { theCase } = await aCaseWithIncident(`Floating in ${colorScheme}`);
    // Waits until the fade-in has ended.
    const page = await as('agent@casebridge.test', { colorScheme, reducedMotion: 'reduce' });
    await ready(page, `/workspace/cases/${theCase}`);
    await chooseAction(page, 'Remove Incident');
    expect(await violationsOf(page), 'a dialog').toEqual([]);
    await page.keyboard.press('Escape');
    await showWorkNotes(page);
    await page.getByRole('button', { name: 'Why is this here?' }).first().click();
    await expect(page.getByRole('dialog', { name: 'Why is this here?' })).toBeVisible();
    expect(await violationsOf(page, '[role="dialog"]:popover-open'), 'an answer').toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Additional Actions' }).click();
    expect(await violationsOf(page), 'a menu').toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await violationsOf(page), 'the palette').toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Inbox/ }).click();
    const inbox = page.getByRole('dialog', { name: 'Inbox' });
    await expect(inbox.getByRole('link', { name: 'Open the inbox' })).toBeVisible();
    await expect(inbox.getByText('Loading the inbox')).toHaveCount(0);
    expect(await violationsOf(page, '[role="dialog"]:popover-open'), 'the inbox').toEqual([]);
  });

for (const colorScheme of bothThemes)
  test(`Q-14 · the pages before sign-in have no axe violation, ${colorScheme}`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ colorScheme, baseURL });
    const page = await context.newPage();
    for (const path of ['/login', '/forgot', '/reset?token=none', '/invitation?token=none']) {
      await ready(page, path);
      expect(await violationsOf(page), path).toEqual([]);
    }
    await context.close();
  });
