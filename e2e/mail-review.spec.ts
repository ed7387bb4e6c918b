import type { Page } from '@playwright/test';
import { aCase, activity, leave, openRecord, openTab, showWorkNotes } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { aMailFromUnknownSender, caseOfMail } from './incoming-mail.ts';

test.afterAll(leave);

const phone = { viewport: { width: 380, height: 800 } };
const review = (id: string) => `/workspace/mail-review/${id}`;
/** An address part that is unique in this run. */
const unique = (name: string) => `${name}.${Date.now()}.${Math.random().toString(36).slice(2, 8)}`;

/** Opens the dialog of a button on the email's page; clicks until the page reacts. */
async function openDialog(page: Page, name: string, title = name) {
  const dialog = page.getByRole('dialog', { name: title, exact: true });
  await expect(async () => {
    if (!(await dialog.isVisible())) await page.getByRole('button', { name, exact: true }).click({ timeout: 2_000 });
    await expect(dialog).toBeVisible({ timeout: 2_000 });
  }).toPass();
  return dialog;
}

/** Searches for a case in a dialog and selects it. */
async function choose(page: Page, number: string, words = number) {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('searchbox', { name: 'Search by number or words' }).fill(words);
  await dialog.getByRole('radio', { name: number }).check();
}

/** Receives an email from an unknown sender, which an agent files to a case; returns its id. */
async function filed(page: Page, subject: string, number: string, more?: Parameters<typeof aMailFromUnknownSender>[1]) {
  const id = await aMailFromUnknownSender(subject, more);
  await page.goto(review(id));
  const dialog = await openDialog(page, 'File to case');
  await choose(page, number);
  await dialog.getByRole('button', { name: 'File', exact: true }).click();
  await expect(page.getByText('Added as a work note.')).toBeVisible();
  return id;
}

/** The page needs no horizontal scrolling. */
async function fits(page: Page) {
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(tooWide).toBeLessThanOrEqual(0);
}

test('MAIL-5, ACC-14 · an unknown sender becomes a consumer with the case, just as the email names the sender', async ({
  as,
}) => {
  const [subject, address] = [`No line since Monday ${Date.now()}`, `${unique('nora')}@elsewhere.example`];
  const id = await aMailFromUnknownSender(subject, { from: `Nora New <${address}>` });
  const another = await aMailFromUnknownSender(`${subject}, again`, { from: `Nora New <${address}>` });
  const page = await as('agent@casebridge.test');
  await page.goto(review(id));
  const dialog = await openDialog(page, 'Open case');
  await expect(dialog.getByRole('radio', { name: 'New consumer from this sender' })).toBeChecked();
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('Nora New');
  await expect(dialog.getByRole('textbox', { name: 'Email' })).toHaveValue(address);
  await dialog.getByRole('button', { name: 'Open case' }).click();
  await expect(page.getByText('Case opened.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Open case' })).toHaveCount(0);

  const number = await caseOfMail(id);
  await openRecord(page, number);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(subject);
  await page.getByRole('region', { name: 'Customer', exact: true }).getByRole('link', { name: 'Nora New' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Nora New' })).toBeVisible();
  await expect(page.getByText(address)).toBeVisible();
  await expect(page.getByRole('link', { name: number })).toBeVisible();
  // Other emails from this address now belong to the new consumer.
  await page.goto(review(another));
  await expect(page.getByText('Nora New, sender not verified')).toBeVisible();
  await expect(page.getByText('The sender was added since then.')).toBeVisible();
  await expect(page.getByText('The sender is unknown.')).toHaveCount(0);
});

test('MAIL-5, REC-5 · on a phone, errors of a new consumer show at their fields, and no typed text is lost', async ({
  as,
}) => {
  const subject = `A file of a stranger ${Date.now()}`;
  const address = `${unique('otto')}@elsewhere.example`;
  const id = await aMailFromUnknownSender(subject, { from: address, withFile: true });
  const page = await as('admin@casebridge.test', phone);
  await page.goto(review(id));
  await fits(page);
  const dialog = await openDialog(page, 'Open case');
  const [name, email] = [dialog.getByRole('textbox', { name: 'Name' }), dialog.getByRole('textbox', { name: 'Email' })];
  const send = dialog.getByRole('button', { name: 'Open case' });
  await expect(email).toHaveValue(address);

  await expect(name).toHaveValue('');
  await send.click();
  await expect(dialog.locator('[aria-invalid="true"]').first()).toBeFocused();
  await expect(name).toHaveAccessibleDescription('A person has a name.');
  await expect(email).toHaveValue(address);

  // The sender's address is fixed: the option Someone else has its own form.
  await expect(email).toHaveAttribute('readonly');
  await name.fill('Ottilie Other');

  // Switching the option and back keeps the typed text.
  await dialog.getByRole('radio', { name: 'Someone else' }).check();
  await expect(send).toBeDisabled();
  await dialog.getByRole('radio', { name: 'New consumer from this sender' }).check();
  await expect(name).toHaveValue('Ottilie Other');
  await send.click();
  await expect(page.getByText('Case opened.')).toBeVisible();

  await openRecord(page, await caseOfMail(id));
  await expect(page.getByRole('heading', { level: 1 })).toContainText(subject);
  await openTab(page, /^Attachments/);
  await expect(page.getByRole('tabpanel', { name: /^Attachments/ })).toContainText('router.log');
  await expect(page.getByRole('definition').filter({ hasText: 'Ottilie Other' })).toBeVisible();
  await fits(page);
});

test('MAIL-5 · an email is moved to another case, and both cases show where it is', async ({ as }) => {
  const [wrong, right] = [await aCase(`Wrong place ${Date.now()}`), await aCase(`Right place ${Date.now()}`)];
  const subject = `Move me ${Date.now()}`;
  const page = await as('agent@casebridge.test');
  await filed(page, subject, wrong);

  const dialog = await openDialog(page, 'Move to another case');
  const move = dialog.getByRole('button', { name: 'Move', exact: true });
  await expect(dialog).toContainText(`${wrong} keeps what the email wrote there`);
  await expect(move).toBeDisabled();
  await dialog.getByRole('searchbox').fill('no such words at all');
  await expect(dialog.getByText('No open records found.')).toBeVisible();
  // The email's current case is not offered.
  await dialog.getByRole('searchbox').fill(wrong);
  await expect(dialog.getByText('No open records found.')).toBeVisible();
  await choose(page, right);
  await move.click();
  await expect(page.getByText(`Moved from ${wrong}, as a work note.`)).toBeVisible();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText(`Moved from ${wrong} by`)).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: right })).toBeVisible();

  await openRecord(page, wrong);
  await showWorkNotes(page);
  await expect(activity(page)).toContainText(`This email belongs to ${right}: ${subject}`);
  await expect(activity(page)).toContainText('The line is down since Monday.');
  await activity(page).getByRole('link', { name: right }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(right);
  await showWorkNotes(page);
  await expect(activity(page)).toContainText('The line is down since Monday.');
  await page.goto('/workspace/mail-review?show=done');
  await expect(page.getByRole('row').filter({ hasText: subject })).toContainText(`Moved from ${wrong}`);
});

test('MAIL-5 · on a phone, an email is filed with its file; if another user was faster, the dialog stays and says so', async ({
  as,
}) => {
  const words = `Basement ${Date.now()}`;
  const [wrong, right] = [await aCase(`Wrong place ${Date.now()}`), await aCase(`${words} has no light`)];
  const third = await aCase(`Third place ${Date.now()}`);
  const page = await as('agent@casebridge.test', phone);
  const id = await filed(page, `Move my file ${Date.now()}`, wrong, { withFile: true });
  const dialog = await openDialog(page, 'Move to another case');
  await choose(page, right, words);
  await fits(page);

  const other = await as('manager@casebridge.test');
  await other.goto(review(id));
  await openDialog(other, 'Move to another case');
  await choose(other, right);
  await other.getByRole('dialog').getByRole('button', { name: 'Move', exact: true }).click();
  await expect(other.getByText(`Moved from ${wrong}, as a work note.`)).toBeVisible();

  const move = dialog.getByRole('button', { name: 'Move', exact: true });
  await move.click();
  await expect(dialog.getByRole('alert')).toContainText(`This email is already filed to ${right}.`);
  await expect(dialog.getByRole('searchbox')).toHaveValue(words);
  await expect(dialog.getByRole('radio', { name: right })).toBeChecked();
  await choose(page, third);
  await move.click();
  await expect(page.getByText(`Moved from ${right}, as a work note.`)).toBeVisible();
  for (const [number, next] of [
    [wrong, right],
    [right, third],
  ] as const) {
    await openRecord(page, number);
    await showWorkNotes(page);
    await expect(activity(page)).toContainText(`This email belongs to ${next}`);
  }
  await openRecord(page, third);
  await openTab(page, /^Attachments/);
  await expect(page.getByRole('tabpanel', { name: /^Attachments/ })).toContainText('router.log');
});

test('MAIL-5 · a discarded email returns to review and is filed; a second return says that it is back already', async ({
  as,
}) => {
  const theCase = await aCase(`Taken back ${Date.now()}`);
  const subject = `Take me back ${Date.now()}`;
  const id = await aMailFromUnknownSender(subject);
  const page = await as('agent@casebridge.test');
  await page.goto(review(id));
  const discard = await openDialog(page, 'Discard', 'Discard email');
  await discard.getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByText('Email discarded.')).toBeVisible();
  await page.goto('/workspace/mail-review?show=done');
  await page.getByRole('link', { name: subject }).click();
  const dialog = await openDialog(page, 'Back to review');
  const send = dialog.getByRole('button', { name: 'Back to review' });

  const other = await as('manager@casebridge.test', phone);
  await other.goto(review(id));
  await (await openDialog(other, 'Back to review')).getByRole('button', { name: 'Back to review' }).click();
  await expect(other.getByText('Email is back in the review.')).toBeVisible();
  await fits(other);
  await send.click();
  await expect(dialog.getByRole('alert')).toContainText('This email is in the review already.');
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await page.goto('/workspace/mail-review');
  await page.getByRole('link', { name: subject }).click();
  await expect(page.getByRole('heading', { level: 1, name: subject })).toBeVisible();
  await expect(page.getByText('The sender is unknown.')).toBeVisible();
  await openDialog(page, 'File to case');
  await choose(page, theCase);
  await page.getByRole('dialog').getByRole('button', { name: 'File', exact: true }).click();
  await expect(page.getByText('Added as a work note.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Back to review' })).toHaveCount(0);
  await openRecord(page, theCase);
  await showWorkNotes(page);
  await expect(activity(page)).toContainText('The line is down since Monday.');
});
