import type { Locator, Page } from '@playwright/test';
import {
  aCase,
  activity,
  anIncident,
  chooseAction,
  details,
  leave,
  openRecord,
  openTab,
  properties,
  related,
  showWorkNotes,
  statusMessage,
  untilOpen,
} from './desk.ts';
import { expect, test } from './fixtures.ts';

test.afterAll(leave);

/** A case, and the users who work on the records created from it. */
interface Desk {
  theCase: string;
  agent: Page;
  itil: Page;
  approver: Page;
}

/** Creates a record with an item of the case's menu; returns its number. */
async function create(page: Page, item: string, choice = '', quantity = ''): Promise<string> {
  const dialog = await chooseAction(page, item);
  if (choice) await dialog.getByRole('radio', { name: new RegExp(choice) }).check();
  if (quantity) await dialog.getByRole('spinbutton', { name: 'Quantity' }).fill(quantity);
  await expect(dialog).toContainText('Nothing is sent to the customer.');
  await dialog.locator('button[type="submit"]').click();
  await expect(dialog).toBeHidden();
  const made = statusMessage(page, / created\./).last();
  return /[A-Z]+\d{7,}/.exec((await made.textContent()) ?? '')?.[0] ?? '';
}

async function choose(page: Page, control: Locator, words: string): Promise<void> {
  await control.fill(words);
  await page.getByRole('option', { name: words }).click();
}

/** Opens a record, fills fields in its details by their labels and saves them. */
async function save(page: Page, number: string, values: Readonly<Record<string, string | boolean>>): Promise<void> {
  await openRecord(page, number);
  await openTab(page, 'Details');
  for (const [name, value] of Object.entries(values)) {
    const control = details(page).getByLabel(name, { exact: true });
    if (typeof value === 'boolean') await control.setChecked(value);
    else if (await control.evaluate((element) => element.tagName === 'SELECT')) await control.selectOption(value);
    else if ((await control.getAttribute('role')) === 'combobox') await choose(page, control, value);
    else await control.fill(value);
  }
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(statusMessage(page, `${number} saved.`)).toBeVisible();
}

/** Moves a record through states that require no other fields. */
async function move(page: Page, number: string, ...states: string[]): Promise<void> {
  for (const state of states) await save(page, number, { State: state });
}

async function comment(page: Page, number: string, text: string): Promise<void> {
  await openRecord(page, number);
  await activity(page).getByRole('textbox', { name: 'Additional comments' }).fill(text);
  await activity(page).getByRole('button', { name: 'Post comment' }).click();
  await expect(
    activity(page)
      .getByRole('article', { name: /^Comment by/ })
      .filter({ hasText: text }),
  ).toBeVisible();
}

/** Approves or rejects a record on the approvals page. */
async function answer(page: Page, number: string, verb: 'Approve' | 'Reject', words = ''): Promise<void> {
  await page.goto('/workspace/approvals');
  const dialog = page.getByRole('dialog', { name: `${verb} ${number}` });
  await untilOpen(dialog, () => page.getByRole('button', { name: `${verb} ${number}` }).click({ timeout: 2_000 }));
  if (words) await dialog.getByRole('textbox').fill(words);
  await dialog.locator('button[type="submit"]').click();
  await expect(statusMessage(page, new RegExp(`^${number} (approved|rejected)\\.`))).toBeVisible();
}

/** The only item of a request. */
async function itemOf(page: Page, request: string): Promise<string> {
  await openRecord(page, request);
  await page.getByRole('tab', { name: /^Items/ }).click();
  return (
    (await page
      .getByRole('link', { name: /^RITM\d+$/ })
      .first()
      .textContent()) ?? ''
  );
}

/** Expects exactly these work notes in a case, the oldest first; one note may have several lines. */
async function expectNotes(page: Page, number: string, notes: readonly string[]): Promise<void> {
  await openRecord(page, number);
  await showWorkNotes(page);
  const written = activity(page)
    .getByRole('article', { name: /^Work note by/ })
    .locator('.prose');
  await expect(written).toHaveText(notes.toReversed(), { useInnerText: true });
}

/** CASE-7 · One click fills the Propose solution dialog with the proposal of the ended record. */
async function expectProposal(page: Page, because: string, code: string, notes: string): Promise<void> {
  const banner = page.locator('[data-rule="CASE-7"]').filter({ hasText: because });
  await expect(banner).toContainText(code);
  const dialog = page.getByRole('dialog', { name: 'Propose solution' });
  await untilOpen(dialog, () => banner.getByRole('button', { name: 'Propose solution' }).click({ timeout: 2_000 }));
  await expect(dialog.getByRole('combobox', { name: 'Resolution code' }).locator('option:checked')).toHaveText(code);
  await expect(dialog.getByRole('textbox', { name: 'Resolution notes' })).toHaveValue(notes);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
}

/** Works a problem from statement to fix; returns the notes that its case gets. */
async function workProblem({ theCase, agent, itil }: Desk): Promise<string[]> {
  await openRecord(agent, theCase);
  const problem = await create(agent, 'Create Problem');

  const workaround = 'Turn the second relay off.';
  const ended = { 'Cause notes': 'Both relays hold the queue.', 'Fix notes': 'The queue has one owner.' };
  await move(itil, problem, 'Assess');
  await save(itil, problem, { Workaround: workaround });

  const send = async (what: string, again = false) => {
    await openRecord(itil, problem);
    await itil.getByRole('button', { name: what, exact: true }).click();
    const dialog = itil.getByRole('dialog', { name: what });
    await expect(dialog).toContainText('It is posted to 1 case and 0 incidents');
    await dialog.locator('button[type="submit"]').click();
    if (again) await dialog.getByRole('alert').getByRole('button', { name: 'Confirm' }).click();
    await expect(statusMessage(itil, '1 record updated.')).toBeVisible();
  };
  await send('Communicate Workaround');
  await send('Communicate Workaround', true);

  await itil.getByRole('button', { name: 'Create article' }).click();
  await itil.getByRole('dialog', { name: 'Create article' }).locator('button[type="submit"]').click();
  const published = statusMessage(itil, `published and attached to ${problem}.`);
  await expect(published).toBeVisible();
  const article = /KB\d+/.exec((await published.textContent()) ?? '')?.[0] ?? '';

  await move(itil, problem, 'Root Cause Analysis', 'Fix in Progress');
  await save(itil, problem, { State: 'Resolved', ...ended });
  await send('Communicate Fix');
  await save(itil, problem, { State: 'Closed', 'Resolution code': 'Fix Applied' });

  const causeAndFix = `${problem} cause notes: ${ended['Cause notes']} ${problem} fix notes: ${ended['Fix notes']}`;
  await openRecord(agent, theCase);
  await expectProposal(agent, `${problem} is Closed.`, 'Solved – Fixed by closing related PRB', ended['Fix notes']);
  return [
    `Problem ${problem} created from this case.`,
    `${problem} state changed from New to Assess.`,
    `Workaround for ${problem}: ${workaround}`,
    `Workaround for ${problem}: ${workaround}`,
    `Known error article ${article}: Mail is delivered twice`,
    `${problem} state changed from Assess to Root Cause Analysis.`,
    `${problem} state changed from Root Cause Analysis to Fix in Progress.`,
    `${problem} state changed from Fix in Progress to Resolved. ${causeAndFix}`,
    `Fix for ${problem}: ${ended['Fix notes']}`,
    `${problem} state changed from Resolved to Closed. ${causeAndFix}`,
  ];
}

/** Works a change through a hold, a rejection and two approvals; unlinks the case that it caused on the way. */
async function workChange({ theCase, agent, itil, approver }: Desk): Promise<string[]> {
  const other = await aCase('The gateway was changed, now it stutters');
  await openRecord(agent, theCase);
  const change = await create(agent, 'Create Normal Change');

  await openRecord(agent, other);
  const associate = await chooseAction(agent, 'Associate Caused by Change');
  await associate.getByRole('searchbox', { name: 'Search by number or words' }).fill(change);
  await associate.getByRole('radio', { name: new RegExp(change) }).check();
  await associate.locator('button[type="submit"]').click();
  await expect(related(agent).getByRole('link', { name: new RegExp(`^${change}`) })).toBeVisible();

  await save(itil, change, { Type: 'Emergency' });
  await save(itil, change, { Type: 'Normal', 'On hold': true, 'On hold reason': 'The part is late.' });
  await save(itil, change, { 'On hold': false });
  await comment(itil, change, 'The part is here.');

  await openRecord(agent, other);
  const remove = await chooseAction(agent, 'Remove Caused by Change');
  await remove.locator('button[type="submit"]').click();
  await expect(related(agent).getByRole('group', { name: 'Caused by Change' })).toContainText('None');

  await save(itil, change, { State: 'Assess', 'Approval group': 'CAB' });
  await answer(approver, change, 'Reject', 'No plan for the way back.');
  await save(itil, change, { State: 'Assess', 'Backout plan': 'The old routes are kept.' });
  await answer(approver, change, 'Approve');
  await move(itil, change, 'Authorize');
  await answer(approver, change, 'Approve');
  await save(itil, change, {
    State: 'Scheduled',
    'Planned start': '2027-03-05T20:00',
    'Planned end': '2027-03-05T22:00',
  });
  await move(itil, change, 'Implement', 'Review');
  await save(itil, change, { State: 'Closed', 'Close code': 'Successful', 'Close notes': 'The routes stay.' });

  const early = [
    `${change} type changed from Normal to Emergency.`,
    `${change} type changed from Emergency to Normal. ${change} is on hold: The part is late.`,
    `${change} is no longer on hold.`,
    `Comment on ${change} by Ian Itil: The part is here.`,
  ];
  const moved = (from: string, to: string) => `${change} state changed from ${from} to ${to}.`;
  await expectNotes(agent, other, [
    `Caused by change ${change} associated.`,
    ...early,
    `Caused by change ${change} removed.`,
  ]);
  await openRecord(agent, theCase);
  const code = 'Solved – Fixed by closing related Change Request';
  await expectProposal(agent, `${change} is Closed.`, code, 'The routes stay.');
  return [
    `Change request ${change} created from this case.`,
    ...early,
    moved('New', 'Assess'),
    `${moved('Assess', 'New')} ${change}: Rejected by Arno Approver: No plan for the way back.`,
    moved('New', 'Assess'),
    moved('Assess', 'Authorize'),
    moved('Authorize', 'Scheduled'),
    moved('Scheduled', 'Implement'),
    moved('Implement', 'Review'),
    `${moved('Review', 'Closed')} ${change} close code: Successful. ${change} close notes: The routes stay.`,
  ];
}

/** Works two requests: one starts at once and is delivered, the other waits for approval and is rejected. */
async function workRequests({ theCase, agent, itil, approver }: Desk): Promise<string[]> {
  await openRecord(agent, theCase);
  const address = await create(agent, 'Create Request', 'Static IP address', '2');
  await openRecord(agent, theCase);
  const upgrade = await create(agent, 'Create Request', 'Bandwidth upgrade');
  const [addressItem, upgradeItem] = [await itemOf(itil, address), await itemOf(itil, upgrade)];

  // From here on the agent only watches: the open page receives the requests' updates.
  await openRecord(agent, theCase);
  await comment(itil, address, 'Both at once?');
  await comment(itil, addressItem, 'They are reserved.');
  await move(itil, addressItem, 'Work in Progress', 'Closed Complete');
  await answer(approver, upgradeItem, 'Approve');
  await move(itil, upgradeItem, 'Closed Incomplete');

  await expectProposal(
    agent,
    `${address} is Closed Complete.`,
    'Solved – Related Request is Closed Complete',
    `${address} is complete.`,
  );
  return [
    `Request ${address} created from this case.`,
    `Request ${upgrade} created from this case.`,
    `Comment on ${address} by Ian Itil: Both at once?`,
    `Comment on ${addressItem} by Ian Itil: They are reserved.`,
    `${address} state changed from Approved to Closed Complete. ${addressItem} Static IP address: Closed Complete.`,
    `${upgrade} state changed from Requested to Approved.`,
    `${upgrade} state changed from Approved to Closed Incomplete. ${upgradeItem} Bandwidth upgrade: Closed Incomplete.`,
  ];
}

test('REL-5, REL-8, REL-12, PRB-1, PRB-2, CHG-1, CHG-3, CHG-5, REQ-1, REQ-2, CASE-7 · a case receives the updates of its problem, change and requests, and proposes their resolutions', async ({
  as,
}) => {
  test.setTimeout(300_000);
  const theCase = await aCase('Mail is delivered twice');
  const [agent, itil] = [await as('agent@casebridge.test'), await as('itil@casebridge.test')];
  const desk = { theCase, agent, itil, approver: await as('approver@casebridge.test') };
  const ofProblem = await test.step('SYNC-PRB-1, SYNC-PRB-2, SYNC-PRB-3, SYNC-PRB-4, SYNC-PRB-5', () =>
    workProblem(desk));
  const ofChange = await test.step('SYNC-CHG-1, SYNC-CHG-2, SYNC-CHG-3, SYNC-CHG-4, SYNC-CHG-5, SYNC-CHG-6', () =>
    workChange(desk));
  const ofRequests = await test.step('SYNC-REQ-1, SYNC-REQ-2, SYNC-REQ-3', () => workRequests(desk));
  await expectNotes(agent, theCase, [...ofProblem, ...ofChange, ...ofRequests]);
});

test('REL-7, CHG-4, SYNC-CHG-1, SYNC-CHG-6, CASE-7 · a standard change takes all its values from the template', async ({
  as,
}) => {
  const theCase = await aCase('Please renew what has run out', { impact: 1, urgency: 1 });
  const [agent, itil] = [await as('agent@casebridge.test'), await as('itil@casebridge.test')];
  await openRecord(agent, theCase);
  const change = await create(agent, 'Create Standard Change', 'Renew a certificate');

  await openRecord(itil, change);
  await openTab(itil, 'Details');
  const field = (name: string) => details(itil).getByLabel(name, { exact: true });
  await expect(field('Short description')).toHaveValue('Renew the certificate of a service');
  await expect(field('Justification')).toHaveValue('Certificates last 90 days.');
  await expect(field('Impact').locator('option:checked')).toHaveText('2 - Medium');
  for (const name of ['Requested for', 'Account', 'Configuration item']) await expect(field(name)).toHaveValue('');

  await save(itil, change, {
    State: 'Scheduled',
    'Planned start': '2027-03-05T20:00',
    'Planned end': '2027-03-05T22:00',
  });
  await move(itil, change, 'Implement', 'Review');
  await save(itil, change, { State: 'Closed', 'Close code': 'Successful', 'Close notes': 'Valid until summer.' });
  const moved = (from: string, to: string) => `${change} state changed from ${from} to ${to}.`;
  await expectNotes(agent, theCase, [
    `Change request ${change} created from this case.`,
    moved('New', 'Scheduled'),
    moved('Scheduled', 'Implement'),
    moved('Implement', 'Review'),
    `${moved('Review', 'Closed')} ${change} close code: Successful. ${change} close notes: Valid until summer.`,
  ]);
  const code = 'Solved – Fixed by closing related Change Request';
  await expectProposal(agent, `${change} is Closed.`, code, 'Valid until summer.');
});

test('INC-7, SYNC-5 · resolving an incident by its state offers to resolve its children', async ({ as }) => {
  const itil = await as('itil@casebridge.test');
  const [parent, child] = [await anIncident('Is over'), await anIncident('Is over with it')];
  await save(itil, child, { 'Parent incident': parent });
  await openRecord(itil, parent);
  await properties(itil).getByLabel('State', { exact: true }).selectOption('Resolved');
  const offer = properties(itil).getByRole('checkbox', { name: 'Resolve its open child incident' });
  await expect(offer).not.toBeChecked();

  const preview = itil.getByRole('dialog', { name: 'What would happen?' });
  await untilOpen(preview, () => itil.getByRole('button', { name: 'What would happen?' }).click());
  await expect(preview).toContainText('Missing: Resolution code and Resolution notes.');
  await preview.getByRole('button', { name: 'Close' }).last().click();

  await offer.check();
  await properties(itil).getByLabel('Resolution code').selectOption('Solution provided');
  await properties(itil).getByLabel('Resolution notes').fill('Restarted.');
  await itil.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(statusMessage(itil, '1 child incident resolved with it.')).toBeVisible();
  await openRecord(itil, child);
  await expect(properties(itil).getByLabel('State', { exact: true })).toHaveValue('resolved');
});
