import { aCase, aContact, leave, statusMessage, untilOpen } from './desk.ts';
import { expect, test } from './fixtures.ts';

test.afterAll(leave);

// Serial: a value that is changed here is changed for all users.
test.describe.configure({ mode: 'serial' });

test('ADM-1 · a property is found while typing, validated, and changed at once', async ({ as }) => {
  const admin = await as('admin@casebridge.test');
  await admin.goto('/admin/properties');
  await admin.getByRole('searchbox').last().fill('max_size');
  const value = admin.getByRole('textbox', { name: 'Value of attachment.max_size_mb' });
  await expect(admin.getByRole('button', { name: /^Update / })).toHaveCount(1);
  await value.fill('0');
  await admin.getByRole('button', { name: 'Update attachment.max_size_mb' }).click();
  await expect(value).toHaveAccessibleDescription(/whole number from 1 to 100/);
  await value.fill('24');
  await admin.getByRole('button', { name: 'Update attachment.max_size_mb' }).click();
  await expect(statusMessage(admin, 'attachment.max_size_mb is now 24.')).toBeVisible();
});

test('ADM-12 · a change is in the audit log with both values, and is undone from there', async ({ as }) => {
  const admin = await as('admin@casebridge.test');
  await admin.goto('/admin/audit?subject=attachment.max_size_mb');
  const entry = admin.getByRole('row').filter({ hasText: 'attachment.max_size_mb' }).first();
  await expect(entry).toContainText('25');
  await expect(entry).toContainText('24');
  await entry.getByRole('button', { name: /^Undo/ }).click();
  await expect(entry).toContainText('undoes the change');
  await admin.goto('/admin/properties');
  await expect(admin.getByRole('textbox', { name: 'Value of attachment.max_size_mb' })).toHaveValue('25');
});

test('ADM-3 · two active rows for one pair are refused', async ({ as }) => {
  const admin = await as('admin@casebridge.test');
  await admin.goto('/admin/data-lookup');
  await admin
    .getByRole('button', { name: /^(New|Add) / })
    .first()
    .click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByLabel('Impact').selectOption('1');
  await dialog.getByLabel('Urgency').selectOption('1');
  await dialog.getByLabel('Priority').selectOption('5');
  await dialog.getByLabel('Order').fill('900');
  await dialog.getByRole('checkbox', { name: 'Active' }).check();
  await dialog.getByRole('button', { name: /^(Save|Submit|Add)/ }).click();
  await expect(dialog.getByRole('alert').filter({ hasText: /impact 1|1 - High/i })).toBeVisible();
});

test('ADM-7, REC-5 · typed text stays while the server is down, and Enter saves a draft', async ({ as }) => {
  const admin = await as('admin@casebridge.test');
  await admin.goto('/admin/knowledge/new');
  const title = admin.getByRole('textbox', { name: 'Title' });
  await admin.getByRole('textbox', { name: 'Text', exact: true }).fill('Hold the key for ten seconds.');
  await title.fill('How to start it again');
  const isSent = (url: URL) => url.pathname === '/admin/knowledge/new';
  await admin.route(isSent, (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
  await title.press('Enter');
  await expect(admin.getByRole('alert').filter({ hasText: 'The server did not answer.' })).toBeVisible();
  await expect(title).toHaveValue('How to start it again');
  await admin.unroute(isSent);
  await title.press('Enter');
  await expect(admin).toHaveURL(/\/admin\/knowledge\/KB\d+$/);
  await expect(admin.getByRole('main')).toContainText('Draft');
});

test('ADM-6, ADM-12 · the roles of a user are changed, and restored from the audit log', async ({ as }) => {
  const admin = await as('admin@casebridge.test');
  const email = `rosa-${Date.now()}@casebridge.test`;
  await admin.goto('/admin/users/new');
  await admin.getByRole('textbox', { name: 'Name', exact: true }).fill('Rosa Roles');
  await admin.getByRole('textbox', { name: 'Email' }).fill(email);
  await admin.getByLabel('First password').fill('a long first password');
  const role = admin.getByRole('checkbox', { name: 'approver_user' });
  await role.check();
  await admin.getByRole('button', { name: 'Create user' }).click();
  await statusMessage(admin, 'Rosa Roles can sign in now.').getByRole('link').click();
  await expect(role).toBeChecked();
  await role.uncheck();
  await admin.getByRole('button', { name: 'Save roles' }).click();
  await expect(statusMessage(admin, 'Roles saved.')).toBeVisible();
  const page = admin.url();

  await admin.goto(`/admin/audit?subject=${encodeURIComponent(email)}&action=user.roles-changed`);
  const entry = admin.getByRole('row').filter({ hasText: 'Roles changed' }).first();
  await expect(entry).toContainText('Rosa Roles');
  await expect(entry).toContainText('approver_user');
  await entry.getByRole('button', { name: 'Undo the change of Rosa Roles' }).click();
  await expect(entry).toContainText('undoes the change');
  await admin.goto(page);
  await expect(role).toBeChecked();
});

test('ADM-6 · a contact is moved to another account', async ({ as }) => {
  const id = await aContact('Mona Moved');
  const admin = await as('admin@casebridge.test');
  await admin.goto(`/admin/users/${id}`);
  await expect(admin.getByRole('main').getByRole('link', { name: 'Boxeo', exact: true })).toBeVisible();
  const dialog = admin.getByRole('dialog');
  await untilOpen(dialog, () => admin.getByRole('button', { name: 'Change account' }).click({ timeout: 2_000 }));
  await dialog.getByRole('combobox', { name: 'Account' }).fill('Funco');
  await admin.getByRole('option', { name: /Funco/ }).first().click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await admin.reload();
  await expect(admin.getByRole('main').getByRole('link', { name: /Funco/ })).toBeVisible();
});

test('ADM-4, WO-1 · a field map with a condition is added, validated and previewed on a case', async ({ as }) => {
  const number = await aCase('The line of the lift is dead');
  const admin = await as('admin@casebridge.test');
  await admin.goto('/admin/field-mappings');
  const dialog = admin.getByRole('dialog');
  const press = (name: string) => untilOpen(dialog, () => admin.getByRole('button', { name, exact: true }).click());
  await press('Add map for work orders');
  await dialog.getByLabel('Name').fill('Visits by chat');
  await dialog.getByLabel('Channel').selectOption('Chat');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await admin.getByRole('main').getByRole('link', { name: 'Visits by chat' }).click();
  await expect(admin.getByText('Channel is Chat')).toBeVisible();
  await press('Add mapped field');
  await dialog.getByLabel('Field of the case').selectOption('Description');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText(/Short description cannot hold Description: it takes one line/)).toBeVisible();
  await dialog.getByLabel('Field of the case').selectOption('Fixed value');
  await dialog.getByLabel('Fixed value').fill('Make a visit');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByRole('cell', { name: 'Make a visit' })).toBeVisible();
  await admin.goto(`/admin/field-mappings?preview=${number}`);
  await expect(admin.getByRole('list', { name: 'Maps that are not used' })).toContainText('not Chat');
  await expect(admin.getByRole('table', { name: `Case to work order: ${number}` })).toContainText(
    'The line of the lift',
  );
});
