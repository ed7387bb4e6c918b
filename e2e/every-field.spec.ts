import type { Locator, Page } from '@playwright/test';
import { details, leave, openTab } from './desk.ts';
import { expect, test } from './fixtures.ts';

test.afterAll(leave);

/** The kinds with their own create page: required fields, and fields that these determine or exclude. */
const kinds = [
  {
    path: 'cases',
    number: /^CS/,
    needs: { 'Short description': 'Short', Contact: 'Cora Customer' },
    not: ['Consumer', 'Account'],
  },
  { path: 'incidents', number: /^INC/, needs: { 'Short description': 'Short' }, not: [] },
  { path: 'problems', number: /^PRB/, needs: { 'Problem statement': 'Short' }, not: [] },
  { path: 'changes', number: /^CHG/, needs: { 'Short description': 'Short' }, not: [] },
] as const;

const form = (page: Page) =>
  page
    .getByRole('main')
    .locator('form')
    .filter({ has: page.getByRole('button', { name: /^Create / }) });

async function choose(control: Locator, words: string): Promise<void> {
  await control.fill(words);
  const option = control.page().getByRole('listbox').getByRole('option').filter({ hasText: words }).first();
  await option.click();
}

/** Fills a control with any valid value. */
async function fill(control: Locator, label: string, order: number): Promise<void> {
  const kind = await control.evaluate(
    (element) => element.getAttribute('role') ?? element.getAttribute('type') ?? element.tagName,
  );
  if (kind === 'checkbox') await control.check();
  else if (kind === 'combobox') {
    await control.click();
    await control.page().getByRole('listbox').getByRole('option').first().click();
  } else if (kind === 'SELECT') await control.selectOption({ index: 1 });
  else if (kind === 'datetime-local') await control.fill(`2030-01-${String(order + 1).padStart(2, '0')}T10:00`);
  else if (kind === 'number') await control.fill('2');
  else await control.fill(`The ${label.toLowerCase()} of this one`);
}

/** The labels of the form's controls. */
async function labelsOf(page: Page): Promise<string[]> {
  await expect(form(page)).toBeVisible();
  return form(page).locator('label').allInnerTexts();
}

async function submit(page: Page, number: RegExp) {
  await form(page)
    .getByRole('button', { name: /^Create / })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(number);
}

for (const { path, number, needs, not } of kinds) {
  const fillNeeds = async (page: Page) => {
    for (const [label, words] of Object.entries(needs)) {
      const control = form(page).getByLabel(label, { exact: true });
      if ((await control.getAttribute('role')) === 'combobox') await choose(control, words);
      else await control.fill(words);
    }
  };

  test(`REC-5 · a record of ${path} is created with only the required fields`, async ({ as }) => {
    const page = await as('admin@casebridge.test');
    await page.goto(`/workspace/${path}/new`);
    await fillNeeds(page);
    await submit(page, number);
    await openTab(page, 'Details');
    await expect(details(page)).toContainText('Created');
  });

  test(`REC-5 · a record of ${path} is created with every field of its form`, async ({ as }) => {
    const page = await as('admin@casebridge.test');
    await page.goto(`/workspace/${path}/new`);
    const labels = await labelsOf(page);
    await fillNeeds(page);
    const filled = new Map<string, Locator>();
    for (const [order, label] of labels.entries()) {
      if (label in needs || not.some((each) => each === label)) continue;
      const control = form(page).getByLabel(label, { exact: true });
      // A field that another choice determines, such as a contact's account, is not editable.
      if (!(await control.isEditable())) continue;
      await fill(control, label, order);
      filled.set(label, control);
    }
    expect(filled.size).toBeGreaterThan(8);
    // Read after all are filled: choosing an asset also sets its product.
    const values: [string, string][] = [];
    for (const [label, control] of filled) values.push([label, await control.inputValue()]);
    await submit(page, number);
    await openTab(page, 'Details');
    for (const [label, value] of values)
      await expect(details(page).getByLabel(label, { exact: true }), label).toHaveValue(value);
  });
}

test('REC-5, REQ-3 · a request is created with only one item, and with every field of its form', async ({ as }) => {
  const page = await as('admin@casebridge.test');
  await page.goto('/workspace/requests/new');
  await form(page).getByRole('radio').first().check();
  await submit(page, /^REQ/);
  await page.goto('/workspace/requests/new');
  await form(page).getByRole('radio').first().check();
  for (const [order, control] of (
    await form(page).locator('input:not([type=radio], [type=hidden], [type=search]), textarea').all()
  ).entries())
    await fill(control, 'field', order);
  await submit(page, /^REQ/);
  await openTab(page, 'Details');
  await expect(details(page)).toContainText('The field of this one');
});
