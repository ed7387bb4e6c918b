import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { aCaseWithIncident, anArticle, chooseAction, leave, theFirst } from './desk.ts';
import { expect, test } from './fixtures.ts';

test.afterAll(leave);

// Every page that there is; the words in capitals become records.
const workspace = [
  '/workspace',
  '/workspace/profile',
  '/workspace/search?q=payment',
  '/workspace/cases',
  '/workspace/cases?state=resolved',
  '/workspace/cases?q=nothing-is-called-this',
  '/workspace/cases/new',
  '/workspace/cases/CASE',
  '/workspace/incidents',
  '/workspace/incidents/new',
  '/workspace/incidents/INCIDENT',
  '/workspace/incidents/INCIDENT?tab=customer-cases',
  '/workspace/problems',
  '/workspace/problems/new',
  '/workspace/problems/PROBLEM',
  '/workspace/problems/PROBLEM?tab=incidents',
  '/workspace/changes',
  '/workspace/changes/new',
  '/workspace/changes/CHANGE',
  '/workspace/changes/CHANGE?tab=approvals',
  '/workspace/requests',
  '/workspace/requests/new',
  '/workspace/requests/REQUEST',
  '/workspace/requests/REQUEST?tab=items',
  '/workspace/requested-items',
  '/workspace/requested-items/ITEM',
  '/workspace/knowledge',
  '/workspace/knowledge/ARTICLE',
  '/workspace/customers/accounts',
  '/workspace/customers/contacts',
  '/workspace/customers/consumers',
  '/workspace/cases/CS0999999',
];
const administration = [
  '/admin/properties',
  '/admin/business-rules',
  '/admin/data-lookup',
  '/admin/integrations',
  '/admin/users',
  '/admin/users/new',
  '/admin/groups',
  '/admin/roles',
  '/admin/accounts',
  '/admin/accounts/consumers',
  '/admin/catalog',
  '/admin/change-templates',
  '/admin/cmdb',
  '/admin/knowledge',
  '/admin/knowledge/new',
  '/admin/knowledge/ARTICLE',
  '/admin/audit',
];

const visits = [
  ['agent', workspace],
  ['admin', administration],
  ['approver', ['/workspace/approvals']],
] as const;

/** The addresses with the numbers of records in the place of their names. */
async function withNumbers(shortDescription: string): Promise<(path: string) => string> {
  const { theCase, incident } = await aCaseWithIncident(shortDescription);
  const numbers = {
    CASE: theCase,
    INCIDENT: incident,
    PROBLEM: await theFirst('problem'),
    CHANGE: await theFirst('change'),
    REQUEST: await theFirst('request'),
    ITEM: await theFirst('requested_item'),
    ARTICLE: await anArticle(),
  };
  return (path) => Object.entries(numbers).reduce((made, [name, number]) => made.replace(name, number), path);
}

const bothThemes = ['light', 'dark'] as const;

async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}

async function ready(page: Page, path: string) {
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

for (const colorScheme of bothThemes)
  test(`Q-14 · no page has an axe violation, ${colorScheme}`, async ({ as }) => {
    test.setTimeout(480_000);
    const addressed = await withNumbers(`Looked at in ${colorScheme}`);
    const wrong: string[] = [];
    for (const [who, paths] of visits) {
      const page = await as(`${who}@casebridge.test`, { colorScheme });
      for (const path of paths) {
        await ready(page, addressed(path));
        wrong.push(...(await violationsOf(page)).map((violation) => `${path} ${violation}`));
      }
    }
    expect(wrong).toEqual([]);
  });

for (const colorScheme of bothThemes)
  test(`Q-14 · what floats above a page has no axe violation either, ${colorScheme}`, async ({ as }) => {
    test.setTimeout(120_000);
    const { theCase } = await aCaseWithIncident(`Floating in ${colorScheme}`);
    const page = await as('agent@casebridge.test', { colorScheme });
    await ready(page, `/workspace/cases/${theCase}`);
    await chooseAction(page, 'Remove Incident');
    expect(await violationsOf(page), 'a dialog').toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Why is this here?' }).first().click();
    expect(await violationsOf(page), 'an answer').toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Additional Actions' }).click();
    expect(await violationsOf(page), 'a menu').toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await violationsOf(page), 'the palette').toEqual([]);
  });

for (const colorScheme of bothThemes)
  test(`Q-14 · the sign-in page has no axe violation, ${colorScheme}`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ colorScheme, baseURL });
    const page = await context.newPage();
    await ready(page, '/login');
    expect(await violationsOf(page)).toEqual([]);
    await context.close();
  });

test('Q-14 · at 380 pixels nothing has to be pushed aside', async ({ as }) => {
  test.setTimeout(360_000);
  const addressed = await withNumbers('A narrow look');
  const wide: string[] = [];
  for (const [who, paths] of visits) {
    const page = await as(`${who}@casebridge.test`, { viewport: { width: 380, height: 800 } });
    for (const path of paths) {
      await ready(page, addressed(path));
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (over > 0) wide.push(`${path}: ${over} px`);
    }
  }
  expect(wide).toEqual([]);
});

test('Q-15 · no page makes the browser complain', async ({ as }) => {
  test.setTimeout(360_000);
  const addressed = await withNumbers('Not a word');
  const complaints: string[] = [];
  for (const [who, paths] of visits) {
    const page = await as(`${who}@casebridge.test`);
    page.on('console', (message) => {
      // What is not found is said to be so, by its status.
      if (message.type() === 'error' && !message.text().includes('404'))
        complaints.push(`${page.url()} ${message.text()}`);
    });
    page.on('pageerror', (error) => complaints.push(`${page.url()} ${error.message}`));
    for (const path of paths) await ready(page, addressed(path));
  }
  expect(complaints).toEqual([]);
});
