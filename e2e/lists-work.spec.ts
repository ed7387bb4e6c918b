import type { Page } from '@playwright/test';
import { aCase, leave, setPriority, statusMessage, untilOpen } from './desk.ts';
import { expect, test } from './fixtures.ts';

test.afterAll(leave);

const rowOf = (page: Page, number: string) => page.getByRole('row').filter({ hasText: number });
const neighbours = (page: Page) => page.getByRole('navigation', { name: 'Records of the list' });
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

test('lists · a record leads to the next and the previous one of its list, by button and by key', async ({ as }) => {
  const numbers: string[] = [];
  for (const one of ['first', 'second', 'third']) numbers.push(await aCase(`Tessellate ${one}`));
  const page = await as('agent@casebridge.test');
  await page.goto('/workspace/cases?q=tessellate&sort=number');
  await rowOf(page, numbers[0] ?? '')
    .getByRole('link')
    .click();
  await expect(neighbours(page)).toContainText('1 of 3');
  await expect(neighbours(page).getByRole('button', { name: 'Previous record' })).toBeDisabled();
  await neighbours(page).getByRole('button', { name: 'Next record' }).click();
  await expect(heading(page)).toContainText(numbers[1] ?? '');
  await expect(neighbours(page)).toContainText('2 of 3');
  await page.keyboard.press('Shift+J');
  await expect(heading(page)).toContainText(numbers[2] ?? '');
  await expect(neighbours(page).getByRole('button', { name: 'Next record' })).toBeDisabled();
  await page.keyboard.press('Shift+K');
  await expect(heading(page)).toContainText(numbers[1] ?? '');
  await page.reload();
  await expect(neighbours(page)).toContainText('2 of 3');
  await neighbours(page).getByRole('link', { name: '2 of 3' }).click();
  await expect(page).toHaveURL(/\/workspace\/cases\?q=tessellate/);
});

test('lists · going from record to record continues on the next page', async ({ as }) => {
  const page = await as('agent@casebridge.test');
  await page.goto('/workspace/cases?sort=number');
  const links = page.getByRole('table').getByRole('link', { name: /^CS\d+$/ });
  await expect(links).toHaveCount(50);
  const last = (await links.allTextContents()).at(-1) ?? '';
  await page.getByRole('link', { name: 'Next', exact: true }).click();
  await expect(page).toHaveURL(/after=/);
  const following = (await links.first().textContent()) ?? '';
  expect(following > last).toBe(true);
  await page.goBack();
  await rowOf(page, last).getByRole('link').click();
  await expect(neighbours(page)).toContainText('50 of');
  await neighbours(page).getByRole('button', { name: 'Next record' }).click();
  await expect(neighbours(page)).toContainText('51 of');
  await expect(heading(page)).toContainText(following);
  await neighbours(page).getByRole('button', { name: 'Previous record' }).click();
  await expect(heading(page)).toContainText(last);
  await expect(neighbours(page)).toContainText('50 of');
});

test('lists · on a phone, a record’s menu leads to the next one and shows the position', async ({ as }) => {
  const numbers = [await aCase('Zeugma one'), await aCase('Zeugma two')];
  const page = await as('agent@casebridge.test', {
    viewport: { width: 380, height: 800 },
    isMobile: true,
    hasTouch: true,
  });
  await page.goto('/workspace/cases?q=zeugma&sort=number');
  await page.getByRole('link', { name: numbers[0] ?? '' }).click();
  await expect(heading(page)).toContainText(numbers[0] ?? '');
  const next = page.getByRole('menuitem', { name: 'Next record' });
  await untilOpen(next, () => page.getByRole('button', { name: 'More actions' }).click({ timeout: 2_000 }));
  await expect(next).toContainText('1 of 2');
  await expect(page.getByRole('menuitem', { name: 'Previous record' })).toHaveCount(0);
  expect((await next.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await next.click();
  await expect(heading(page)).toContainText(numbers[1] ?? '');
});

test('REC-3 · a row is edited in place, undone from the toast, and refused after a concurrent change', async ({
  as,
}) => {
  const number = await aCase('Velleity in the row');
  const page = await as('agent@casebridge.test');
  await page.goto('/workspace/cases?q=velleity');
  const row = rowOf(page, number);
  const popover = page.getByRole('dialog', { name: `Edit priority of ${number}` });
  const open = () =>
    untilOpen(popover, async () => {
      await row.locator('.cell-title').hover();
      await row.locator('.cell-priority').hover();
      await page.getByRole('button', { name: `Edit priority of ${number}` }).click({ timeout: 2_000 });
    });
  await open();
  await popover.getByRole('button', { name: '2 - High' }).click();
  await expect(row).toContainText('2 - High');
  const message = statusMessage(page, `${number}: Priority 2 - High.`);
  await message.getByRole('button', { name: 'Undo' }).click();
  await expect(row).toContainText('4 - Low');

  await open();
  const critical = popover.getByRole('button', { name: '1 - Critical' });
  await expect(critical).toBeVisible();
  await setPriority(number, '3');
  await critical.click();
  await expect(popover.getByRole('alert')).toContainText('changed Priority while you were editing');
  await expect(popover.getByText('Priority: 3 - Moderate')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(row).toContainText('3 - Moderate');

  const edit = async (field: string) => {
    const dialog = page.getByRole('dialog', { name: `Edit ${field} of ${number}` });
    await untilOpen(dialog, async () => {
      await row.locator('.cell-title').hover();
      await row.locator(`.cell-${field}`).hover();
      await page.getByRole('button', { name: `Edit ${field} of ${number}` }).click({ timeout: 2_000 });
    });
    return dialog;
  };
  const assignee = (await edit('assignee')).getByRole('combobox', { name: 'Assigned to' });
  await assignee.fill('Ava');
  await page.getByRole('option', { name: /^Ava Agent/ }).click();
  await expect(row.locator('.cell-assignee')).toHaveText('Ava Agent');
  await (await edit('state')).getByRole('button', { name: 'Accept' }).click();
  await expect(row.locator('.cell-state')).toHaveText('Open');
});

test('lists · Shift selects a range of rows, Escape clears it', async ({ as }) => {
  const page = await as('agent@casebridge.test');
  await page.goto('/workspace/cases?sort=number');
  const boxes = page.getByRole('checkbox', { name: /^Select CS/ });
  await expect(async () => {
    await boxes.nth(2).check();
    await expect(page.getByText('1 selected')).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await boxes.nth(7).click({ modifiers: ['Shift'] });
  await expect(page.getByText('6 selected')).toBeVisible();
  await boxes.nth(4).click({ modifiers: ['Shift'] });
  await expect(page.getByText('2 selected')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Selection' })).toHaveCount(0);
  await expect(boxes.nth(2)).not.toBeChecked();
});

test('lists · the space bar previews a record, arrow keys move on, Escape closes the preview', async ({ as }) => {
  const [one, other] = [await aCase('Xebec beside one'), await aCase('Xebec beside two')];
  const page = await as('agent@casebridge.test', { viewport: { width: 1400, height: 900 } });
  await page.goto('/workspace/cases?q=xebec&sort=number');
  const preview = page.getByRole('region', { name: 'Preview' });
  await untilOpen(preview, async () => {
    await rowOf(page, one).getByRole('link').focus();
    await page.keyboard.press('Space');
  });
  await expect(preview).toContainText('Xebec beside one');
  await expect(preview).toContainText('State');
  await page.keyboard.press('ArrowDown');
  await expect(preview).toContainText('Xebec beside two');
  await expect(preview.getByRole('link', { name: 'Open' })).toHaveAttribute('href', `/workspace/cases/${other}`);
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  const keysOf = (what: string | RegExp) => help.locator('dl > div').filter({ hasText: what }).locator('kbd');
  await expect(keysOf('Preview the next row')).toHaveText(['↓']);
  await expect(keysOf('Preview the previous row')).toHaveText(['↑']);
  await expect(keysOf(/^Preview(?! the)/)).toHaveText(['V', 'Space']);
  await page.keyboard.press('Escape');
  await expect(help).toHaveCount(0);
  await rowOf(page, other).getByRole('link').focus();
  await page.keyboard.press('Escape');
  await expect(preview).toHaveCount(0);
});

test('lists · a prefetched record opens with the changes made since then', async ({ as }) => {
  const number = await aCase('Yokel at rest');
  const page = await as('agent@casebridge.test');
  await page.goto('/workspace/cases?q=yokel&sort=number');
  const link = rowOf(page, number).getByRole('link');
  let came = 0;
  page.on('response', (response) => {
    // The router prefetches the page's segments first; these responses are not the page.
    const isPage = !('next-router-segment-prefetch' in response.request().headers());
    if (isPage && response.url().includes(`/${number}?`) && response.ok()) came += 1;
  });
  await expect(async () => {
    await page.getByRole('searchbox', { name: 'Search' }).hover();
    await link.hover();
    await expect.poll(() => came, { timeout: 2_000 }).toBeGreaterThan(0);
  }).toPass();
  // Blocks all further requests for the page.
  await page.route(`**/${number}?**`, () => {});
  await link.click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(number);
});
