import type { Page } from '@playwright/test';
import { aCase, leave, untilOpen } from './desk.ts';
import { expect, test } from './fixtures.ts';

test.afterAll(leave);

const rows = (page: Page) =>
  page
    .getByRole('table')
    .getByRole('row')
    .filter({ has: page.getByRole('cell') });
const numbers = (page: Page) =>
  rows(page)
    .getByRole('link')
    .filter({ hasText: /^(CS|INC)\d+$/ })
    .allTextContents();

const byText = (one: string, other: string) => (one < other ? -1 : Number(one > other));

test('lists · filters become chips and part of the address, and can be cleared', async ({ as }) => {
  const page = await as('agent@casebridge.test');
  await page.goto('/workspace/cases');
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  const filter = page.getByRole('dialog', { name: 'Filter' });
  await filter.getByRole('checkbox', { name: 'Resolved' }).check();
  await filter.getByRole('button', { name: 'Apply' }).click();
  await expect(page).toHaveURL(/state=resolved/);
  await expect(page.getByRole('button', { name: 'Filter, 1 on' })).toBeFocused();
  await expect(rows(page).first()).toContainText('Resolved');
  const all = await rows(page).count();
  await expect(rows(page).filter({ hasText: 'Resolved' })).toHaveCount(all);

  await page.reload();
  await expect(rows(page)).toHaveCount(all);
  await page.getByRole('link', { name: /^Remove filter State/ }).click();
  await expect(page).not.toHaveURL(/state=/);
});

test('lists · a header sorts, shows its order, and keeps it in the address', async ({ as }) => {
  const page = await as('agent@casebridge.test');
  await page.goto('/workspace/cases');
  await page.getByRole('columnheader', { name: 'Number' }).getByRole('link').click();
  await expect(page).toHaveURL(/sort=number/);
  const header = page.getByRole('columnheader', { name: 'Number' });
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
  const up = await numbers(page);
  expect(up).toHaveLength(50);
  expect(up).toEqual(up.toSorted(byText));
  await header.getByRole('link').click();
  await expect(page).toHaveURL(/sort=-number/);
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  const down = await numbers(page);
  expect(down).toEqual(down.toSorted(byText).toReversed());
  // The two orders show opposite ends of the list.
  expect(up).not.toContain(down[0]);
  expect(down).not.toContain(up[0]);

  // Other journeys may have created cases since then: they come first, in the same order.
  await page.reload();
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  const again = await numbers(page);
  expect(again).toEqual(again.toSorted(byText).toReversed());
  expect(byText(again[0] ?? '', down[0] ?? '')).toBeGreaterThanOrEqual(0);
});

test('lists · text and numbers are found, and the search stays in the address', async ({ as }) => {
  const number = await aCase('Quincunx in the wiring closet');
  const page = await as('agent@casebridge.test');
  await page.goto('/workspace/cases');
  await page.getByRole('searchbox', { name: 'Search' }).fill('quincunx');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/q=quincunx/);
  await expect(rows(page)).toHaveCount(1);
  expect(await numbers(page)).toEqual([number]);
  await page.getByRole('searchbox', { name: 'Search' }).fill(number);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`q=${number}`));
  expect(await numbers(page)).toEqual([number]);
  await page.goto('/workspace/cases?q=nothing-is-called-this');
  await expect(page.getByText('No cases match.')).toBeVisible();
});

test('lists · fifty rows a page; Next and Previous show every row exactly once', async ({ as }) => {
  const page = await as('agent@casebridge.test');
  await page.goto('/workspace/cases?sort=number');
  await expect(page.getByRole('checkbox', { name: /^Select CS/ })).toHaveCount(50);
  const first = await numbers(page);
  expect(first).toHaveLength(50);
  const all = page.getByRole('checkbox', { name: 'Select all on this page' });
  await all.check();
  await expect(page.getByText('50 selected')).toBeVisible();
  await page.getByRole('link', { name: 'Next' }).click();
  await expect(page).toHaveURL(/after=/);
  await expect(all).not.toBeChecked();
  await expect(async () => expect(await numbers(page)).not.toContain(first[0])).toPass();
  const second = await numbers(page);
  expect(second.filter((number) => first.includes(number))).toEqual([]);
  await page.getByRole('link', { name: 'Previous' }).click();
  await expect(async () => expect(await numbers(page)).toEqual(first)).toPass();
});

test('lists · rows are selected, counted, and assigned together', async ({ as }) => {
  const marked = [await aCase('Zephyr one'), await aCase('Zephyr two')];
  const page = await as('agent@casebridge.test');
  await page.goto('/workspace/cases?q=zephyr');
  for (const number of marked) await page.getByRole('checkbox', { name: `Select ${number}` }).check();
  await expect(page.getByText('2 selected')).toBeVisible();
  await page.getByRole('button', { name: 'Assign to me' }).click();
  await expect(rows(page).filter({ hasText: 'Ava Agent' })).toHaveCount(2);
  await expect(rows(page).filter({ hasText: 'Open' })).toHaveCount(2);
});

test('lists · clicking a row opens its record, clicking its checkbox selects it', async ({ as }) => {
  const number = await aCase('Quagmire in the row');
  const page = await as('agent@casebridge.test');
  await page.goto('/workspace/cases?q=quagmire');
  const row = rows(page).filter({ hasText: number });
  const box = await row.getByRole('checkbox').locator('..').boundingBox();
  await page.mouse.click((box?.x ?? 0) + 3, (box?.y ?? 0) + 3);
  await expect(async () => {
    await row.locator('.cell-title').click({ timeout: 2_000 });
    await expect(page).toHaveURL(new RegExp(`/workspace/cases/${number}$`), { timeout: 2_000 });
  }).toPass();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Quagmire in the row');
});

test('Q-14 · j and k walk through a list, Enter opens, / searches, g c comes back', async ({ as }) => {
  const page = await as('agent@casebridge.test');
  await page.goto('/workspace/cases?sort=number');
  const [, second = ''] = await numbers(page);
  await expect(async () => {
    await page.keyboard.press('j');
    await expect(page.locator('a[data-row-link]:focus')).toHaveCount(1, { timeout: 500 });
  }).toPass();
  const [one] = await numbers(page);
  while ((await page.locator(':focus').textContent()) !== one) await page.keyboard.press('k');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(second);
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await expect(page).toHaveURL(/\/workspace\/cases$/);
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Search' })).toBeFocused();
});

test('keys · the command palette finds a record by its number and a page by its name', async ({ as }) => {
  const number = await aCase('Found by the palette');
  const page = await as('admin@casebridge.test');
  await page.goto('/workspace');
  const palette = page.getByRole('dialog').getByRole('combobox');
  await untilOpen(palette, () => page.keyboard.press('Control+k'));
  await palette.fill(number);
  await page.getByRole('option', { name: new RegExp(number) }).click();
  await expect(page).toHaveURL(new RegExp(`${number}$`));
  await page.keyboard.press('Control+k');
  await palette.fill('sys_properties.list');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/admin\/properties/);
  // On an administration page, the palette leads to the page's administration. With Caps Lock the key sends a capital letter.
  await untilOpen(palette, () => page.keyboard.press('Control+K'));
  await palette.fill('go to knowledge');
  await expect(page.getByRole('dialog').getByRole('option')).toHaveText(['Go to Knowledge']);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/admin\/knowledge$/);
});

test('keys · the palette never opens a result of an earlier search', async ({ as }) => {
  const [one, other] = [await aCase('Found first'), await aCase('Found after it')];
  const page = await as('agent@casebridge.test');
  await page.goto('/workspace');
  const palette = page.getByRole('dialog').getByRole('combobox');
  await untilOpen(palette, () => page.keyboard.press('Control+k'));
  await palette.fill(one);
  await expect(page.getByRole('option', { name: new RegExp(one) })).toBeVisible();

  const { promise: requested, resolve: answer } = Promise.withResolvers<void>();
  await page.route(
    (url) => url.pathname === '/api/search' && url.searchParams.get('q') === other,
    async (route) => {
      await requested;
      await route.continue();
    },
  );
  await palette.fill(other);
  await page.keyboard.press('Enter');
  await expect(palette).toHaveValue(other);
  await expect(page).toHaveURL(/\/workspace$/);
  answer();
  await expect(page.getByRole('option', { name: new RegExp(other) })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${other}$`));
});

test('lists · a list is saved as a view, opened by its name, and deleted', async ({ as }) => {
  const page = await as('reader@casebridge.test');
  await page.goto('/workspace/cases?state=resolved');
  const save = page.getByRole('dialog', { name: 'Save view' });
  await untilOpen(save, () => page.getByRole('button', { name: 'Save view' }).click({ timeout: 2_000 }));
  await save.getByLabel('Name').fill('Solved ones');
  await save.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(save).toBeHidden();

  await page.goto('/workspace/cases');
  const view = page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Solved ones' });
  await view.click();
  await expect(page).toHaveURL(/state=resolved/);
  await expect(view).toHaveAttribute('aria-current', 'true');
  await expect(page.getByRole('link', { name: /^Remove filter State/ })).toBeVisible();
  await page.getByRole('button', { name: 'Delete view Solved ones' }).click();
  await expect(view).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Save view' })).toBeVisible();
});

for (const list of ['cases', 'changes', 'requests'])
  test(`lists · on a phone every cell of ${list} is below its heading`, async ({ as }) => {
    const page = await as('admin@casebridge.test', { viewport: { width: 380, height: 800 } });
    await page.goto(`/workspace/${list}`);
    // Measures both at once: a row that is rendered between two measurements may widen a column.
    const { headings, cells } = await page.locator('table.records').evaluate((table) => {
      const lefts = (which: string) =>
        [...table.querySelectorAll(which)].map((cell) => Math.round(cell.getBoundingClientRect().left));
      return { headings: lefts('thead th'), cells: lefts('tbody tr:first-child td') };
    });
    expect(headings.length).toBeGreaterThan(5);
    expect(cells).toEqual(headings);
  });
