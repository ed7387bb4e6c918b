import {
  aCase,
  activity,
  anIncident,
  aResolvedCase,
  details,
  leave,
  openRecord,
  openTab,
  properties,
  statusMessage,
  untilFocused,
  untilOpen,
} from './desk.ts';
import { expect, test } from './fixtures.ts';

test.afterAll(leave);

test('CASE-8, CASE-1, CASE-2 · an agent takes a case, asks, and proposes a solution', async ({ as }) => {
  const number = await aCase('From hand to hand');
  const agent = await as('agent@casebridge.test');
  await openRecord(agent, number);
  await agent.getByRole('button', { name: 'Assign to me' }).click();
  await expect(agent.getByRole('button', { name: 'Request info' })).toBeVisible();
  await expect(activity(agent)).toContainText('Ava Agent created the case, New');
  await expect(activity(agent)).toContainText('Ava Agent took the case');
  await expect(agent.getByRole('button', { name: 'Assign to me' })).toHaveCount(0);

  await agent.getByRole('button', { name: 'Request info' }).click();
  const ask = agent.getByRole('dialog', { name: 'Request info' });
  await ask.locator('button[type="submit"]').click();
  await expect(ask.getByRole('alert').first()).toBeVisible();
  await ask.getByRole('textbox').fill('Which port is it?');
  await ask.locator('button[type="submit"]').click();
  await expect(agent.getByRole('button', { name: 'Open case' })).toBeVisible();
  await expect(activity(agent).getByRole('article', { name: 'Comment by Ava Agent' })).toContainText(
    'Which port is it?',
  );

  await agent.getByRole('button', { name: 'Propose solution' }).click();
  const propose = agent.getByRole('dialog', { name: 'Propose solution' });
  await propose.getByLabel('Resolution code').selectOption('Solved – Fixed by support');
  await propose.getByLabel('Resolution notes', { exact: true }).fill('Port 7 was switched off.');
  await propose.locator('button[type="submit"]').click();
  await expect(agent.getByRole('main')).toContainText('Resolved');
  await expect(agent.getByRole('button', { name: 'Close case' })).toHaveCount(0);
});

for (const [answer, state, gone] of [
  ['Record rejection', 'Open', 'Record rejection'],
  ['Record acceptance', 'Closed', 'Save'],
] as const)
  test(`CASE-10, CASE-3 · ${answer}: the agent records the customer's answer, and the case is ${state}`, async ({
    as,
  }) => {
    const number = await aResolvedCase(`Answered by phone: ${answer}`);
    const agent = await as('agent@casebridge.test');
    await openRecord(agent, number);
    const waiting = agent.getByText(/^Waiting for .+ to accept the solution\.$/);
    await expect(waiting).toBeVisible();
    await expect(agent.getByText(/^It closes automatically on /)).toBeVisible();
    const dialog = agent.getByRole('dialog', { name: answer });
    await untilOpen(dialog, () => agent.getByRole('button', { name: answer }).click({ timeout: 2_000 }));
    await dialog.locator('button[type="submit"]').click();
    await expect(dialog.getByRole('alert').first()).toBeVisible();
    await dialog.getByRole('textbox', { name: 'Work notes' }).fill('Cora phoned at ten.');
    await dialog.locator('button[type="submit"]').click();
    await expect(dialog).toBeHidden();
    await expect(waiting).toBeHidden();
    await expect(agent.getByRole('button', { name: gone, exact: true })).toHaveCount(0);
    await expect(agent.getByRole('main')).toContainText(state);
    const note = activity(agent).getByRole('article', { name: 'Work note by Ava Agent' });
    await expect(note.filter({ hasText: 'Cora phoned at ten.' })).toBeVisible();
  });

test('an incident is taken in one click, and says who took it', async ({ as }) => {
  const number = await anIncident('Taken in one click');
  const agent = await as('itil@casebridge.test');
  await openRecord(agent, number);
  const take = agent.getByRole('button', { name: 'Assign to me' });
  await expect(async () => {
    await take.click({ timeout: 2_000 });
    await expect(take).toHaveCount(0, { timeout: 2_000 });
  }).toPass();
  await expect(activity(agent)).toContainText('Ian Itil took the incident');
  await agent.keyboard.press('l');
  await expect(properties(agent).getByLabel('State', { exact: true })).toBeFocused();
});

test('REC-3 · the second of two editors sees both values and can apply their own', async ({ as }) => {
  const number = await aCase('Two hands on one field');
  const [first, second] = [await as('agent@casebridge.test'), await as('manager@casebridge.test')];
  await openRecord(first, number);
  await openRecord(second, number);
  await properties(second).getByLabel('Priority', { exact: true }).selectOption('1 - Critical');
  await properties(first).getByLabel('Priority', { exact: true }).selectOption('2 - High');
  await first.getByRole('button', { name: 'Save' }).click();
  await expect(statusMessage(first, `${number} saved.`)).toBeVisible();

  // The first user's change arrives, and keeps the second user's input.
  await expect(properties(second)).toContainText('Changed to “2 - High” while you were editing.');
  await expect(properties(second).getByLabel('Priority', { exact: true })).toHaveValue('1');
  await second.getByRole('button', { name: 'Save' }).click();
  const conflict = second.getByRole('alert').filter({ hasText: 'Ava Agent changed Priority' });
  await expect(conflict).toContainText('Ava Agent set “2 - High”, you typed “1 - Critical”.');
  await conflict.getByRole('button', { name: 'Apply mine' }).click();
  await expect(statusMessage(second, `${number} saved.`)).toBeVisible();
  await expect(properties(first).getByLabel('Priority', { exact: true })).toHaveValue('1');
});

test('REC-3 · changes to different fields merge, and other users on the record are shown', async ({ as }) => {
  const number = await aCase('Two hands on two fields');
  const [first, second] = [await as('agent@casebridge.test'), await as('manager@casebridge.test')];
  await openRecord(first, number);
  await openRecord(second, number);
  await expect(first.getByRole('status', { name: `Others on ${number}` })).toContainText('Mia Manager');
  await properties(second).getByLabel('Impact').selectOption('1 - High');
  await properties(first).getByLabel('Channel').selectOption('Phone');
  await first.getByRole('button', { name: 'Save' }).click();
  await second.getByRole('button', { name: 'Save' }).click();
  await expect(statusMessage(second, `${number} saved.`)).toBeVisible();
  await second.reload();
  await expect(properties(second).getByLabel('Channel')).toHaveValue('phone');
  await expect(properties(second).getByLabel('Impact')).toHaveValue('1');
});

test('REC-5 · errors show beside their fields, and typed values stay', async ({ as }) => {
  const number = await aCase('A name to take away');
  const agent = await as('agent@casebridge.test');
  await openRecord(agent, number);
  await openTab(agent, 'Details');
  await details(agent).getByLabel('Short description').fill('  ');
  await details(agent).getByLabel('Cause', { exact: true }).fill('I am still here');
  await agent.getByRole('button', { name: 'Save' }).click();
  await expect(agent.getByRole('alert').filter({ hasText: 'Short description is missing.' }).first()).toBeVisible();
  await expect(details(agent).getByLabel('Short description')).toHaveAccessibleDescription(/missing/);
  await expect(details(agent).getByLabel('Cause', { exact: true })).toHaveValue('I am still here');
});

test('REC-5 · a refusal scrolls into view, whichever tab is open', async ({ as }) => {
  const number = await aCase('Refused behind a tab');
  const agent = await as('agent@casebridge.test');
  await openRecord(agent, number);
  await openTab(agent, 'Details');
  await details(agent).getByLabel('Short description').fill('  ');
  await agent.getByRole('tab', { name: 'Attachments', exact: true }).click();
  await agent.getByRole('button', { name: 'Save' }).click();
  await expect(agent.getByRole('tab', { name: 'Details', exact: true })).toHaveAttribute('aria-selected', 'true');
  await expect(details(agent).getByLabel('Short description')).toBeFocused();
  await expect(agent.getByRole('alert').filter({ hasText: 'Short description is missing.' })).toBeInViewport();
});

test('Q-14 · tabs that do not fit are one click or key away', async ({ as }) => {
  const number = await aCase('More tabs than fit');
  const agent = await as('agent@casebridge.test', { viewport: { width: 380, height: 800 } });
  await openRecord(agent, number);
  const [activityTab, last] = [
    agent.getByRole('tab', { name: 'Activity' }),
    agent.getByRole('tab', { name: 'History' }),
  ];
  const more = agent.locator('[data-more-tabs=after]');
  await expect(more).toBeVisible();
  await expect(last).not.toBeInViewport();
  await expect(async () => {
    if (await more.isVisible()) await more.click({ timeout: 1_000 });
    await expect(more).toHaveCount(0, { timeout: 1_000 });
  }).toPass();
  await expect(last).toBeInViewport({ ratio: 0.9 });
  await agent.locator('[data-more-tabs=before]').click();
  await activityTab.press('End');
  await expect(last).toBeFocused();
  await expect(last).toHaveAttribute('aria-selected', 'true');
  await expect(last).toBeInViewport({ ratio: 0.9 });
});

test('REC-1, REC-2 · entries and field changes share one timeline, which can be filtered', async ({ as }) => {
  const number = await aCase('One timeline');
  const agent = await as('agent@casebridge.test');
  await openRecord(agent, number);
  await activity(agent)
    .getByRole('textbox', { name: 'Work notes' })
    .fill('Only for **us** <img src=x onerror=alert(1)>');
  await agent.getByRole('button', { name: 'Post work note' }).click();
  await activity(agent).getByRole('textbox', { name: 'Additional comments (customer visible)' }).fill('For you too.');
  await agent.getByRole('button', { name: 'Post comment' }).click();
  const articles = activity(agent).getByRole('article');
  await expect(articles.filter({ hasText: 'For you too.' }).first()).toBeVisible();
  const note = activity(agent).getByRole('article', { name: 'Work note by Ava Agent' });
  await expect(note.locator('strong', { hasText: 'us' })).toBeVisible();
  await expect(note.locator('img')).toHaveCount(0);
  await activity(agent).getByRole('button', { name: 'Comments', exact: true }).click();
  await expect(articles).toHaveCount(1);
  await activity(agent).getByRole('button', { name: 'Field changes' }).click();
  await expect(articles).toHaveCount(1);
  await expect(articles.first()).toHaveAccessibleName('Field change by Ava Agent');
});

test('Q-19 · a long note is cut off and can be expanded', async ({ as }) => {
  const number = await aCase('A long story');
  const agent = await as('agent@casebridge.test');
  await openRecord(agent, number);
  const story = Array.from({ length: 400 }, (_, line) => `Line **${line}** of the story.`).join('\n\n');
  await activity(agent).getByRole('textbox', { name: 'Work notes' }).fill(story);
  await agent.getByRole('button', { name: 'Post work note' }).click();
  const note = activity(agent).getByRole('article', { name: 'Work note by Ava Agent' });
  await expect(note.getByText('Line 1 of the story.')).toBeVisible();
  await expect(note.getByText('Line 399 of the story.')).toHaveCount(0);
  await note.getByRole('button', { name: 'Show all' }).press('Enter');
  await expect(note.getByText('Line 399 of the story.')).toBeVisible();
  await note.getByRole('button', { name: 'Show less', expanded: true }).press('Enter');
  await expect(note.getByText('Line 399 of the story.')).toHaveCount(0);
  await expect(note.getByRole('button', { name: 'Show all', expanded: false })).toBeFocused();
});

test('REC-2 · an email in the timeline loads when expanded', async ({ as }) => {
  const number = await aCase('With a mail');
  const agent = await as('agent@casebridge.test');
  await openRecord(agent, number);
  await activity(agent).getByRole('textbox', { name: 'Additional comments (customer visible)' }).fill('Read **this**.');
  await agent.getByRole('button', { name: 'Post comment' }).click();
  const mail = activity(agent).getByRole('article', { name: 'Email from Ava Agent' }).first();
  await mail.getByText('Email to Cora Customer').click();
  await expect(mail.locator('strong', { hasText: 'this' })).toBeVisible();
});

test('REC-4 · a file is attached and can be downloaded', async ({ as }) => {
  const number = await aCase('With a file');
  const agent = await as('agent@casebridge.test');
  await openRecord(agent, number);
  await agent.getByRole('tab', { name: /^Attachments/ }).click();
  const chooser = agent.waitForEvent('filechooser');
  await agent.getByRole('button', { name: 'Attach a file' }).click();
  await (await chooser).setFiles({ name: 'log.html', mimeType: 'text/html', buffer: Buffer.from('<h1>Log</h1>') });
  const link = agent.getByRole('tabpanel').getByRole('link', { name: /log\.html/ });
  await expect(link).toBeVisible();
  const answer = await agent.request.get((await link.getAttribute('href')) ?? '');
  expect(answer.headers()['content-disposition']).toContain('attachment');
  expect(await answer.text()).toBe('<h1>Log</h1>');
});

test('REC-4 · a file over the limit is refused before it is sent', async ({ as }) => {
  const number = await aCase('With a file that is too large');
  const agent = await as('agent@casebridge.test');
  await openRecord(agent, number);
  await agent.getByRole('tab', { name: 'Attachments', exact: true }).click();
  const chooser = agent.waitForEvent('filechooser');
  await agent.getByRole('button', { name: 'Attach a file' }).click();
  // Another journey temporarily sets the limit to 24.
  await (await chooser).setFiles({ name: 'film.bin', mimeType: 'video/mp4', buffer: Buffer.alloc(25_000_001) });
  const large = agent.getByRole('alert').filter({ hasText: /film\.bin: The file is larger than 2[45] MB\./ });
  await expect(large).toBeVisible();
  await expect(agent.getByRole('tabpanel').getByRole('link', { name: /film/ })).toHaveCount(0);
});

test('INC-1 · fields required by the target state appear with it', async ({ as }) => {
  const number = await anIncident('Waiting for words');
  const itil = await as('itil@casebridge.test');
  await openRecord(itil, number);
  await expect(properties(itil).getByLabel('On hold reason')).toHaveCount(0);
  await properties(itil).getByLabel('State').selectOption('On Hold');
  await itil.getByRole('button', { name: 'Save' }).click();
  await expect(itil.getByRole('alert').first()).toContainText('Choose what the incident is waiting for.');
  await properties(itil).getByLabel('On hold reason').selectOption('Awaiting Caller');
  await expect(itil.getByText('Choose what the incident is waiting for.')).toHaveCount(0);
  await properties(itil).getByLabel('Additional comment').fill('Which floor?');
  await itil.getByRole('button', { name: 'Save' }).click();
  await expect(statusMessage(itil, `${number} saved.`)).toBeVisible();
  await expect(activity(itil).getByRole('article', { name: 'Comment by Ian Itil' })).toContainText('Which floor?');
});

test('a failed search in a reference field says so, and Enter or Retry repeats it', async ({ as }) => {
  const number = await aCase('Nobody answers');
  const agent = await as('agent@casebridge.test');
  await openRecord(agent, number);
  const assignedTo = properties(agent).getByRole('combobox', { name: 'Assigned to' });
  await agent.route('**/api/references?*', (route) => route.abort());
  await assignedTo.fill('Ava');
  await expect(properties(agent)).toContainText("Couldn't search.");
  await properties(agent).getByRole('button', { name: 'Retry' }).click();
  await expect(properties(agent)).toContainText("Couldn't search.");

  await agent.unroute('**/api/references?*');
  await assignedTo.press('Enter');
  await expect(properties(agent).getByRole('option', { name: /Ava Agent/ })).toBeVisible();
  await assignedTo.press('Enter');
  await expect(assignedTo).toHaveValue('Ava Agent');
});

test('suggestions of a narrow reference field are readable and stay within the window', async ({ as }) => {
  const number = await aCase('Assigned to whom?');
  const agent = await as('agent@casebridge.test');
  await openRecord(agent, number);
  await openTab(agent, 'Details');
  for (const label of ['Contact', 'Assigned to']) {
    const list = agent.getByRole('listbox');
    await untilOpen(list, () => details(agent).getByLabel(label, { exact: true }).fill('a'));
    const { x, width } = (await list.boundingBox()) ?? { x: 0, width: 0 };
    expect(width).toBeGreaterThan(310);
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(agent.viewportSize()?.width ?? 0);
    await agent.keyboard.press('Escape');
    await expect(list).toBeHidden();
  }
  await properties(agent).getByLabel('Assigned to', { exact: true }).fill('ava');
  await expect(agent.getByRole('option', { name: 'Ava Agent Customer Service · agent@casebridge.test' })).toBeVisible();
});

test('CASE-5 · a closed case is read-only', async ({ as }) => {
  const number = await aCase('The end');
  const agent = await as('agent@casebridge.test');
  await openRecord(agent, number);
  await agent.getByRole('button', { name: 'Cancel case' }).click();
  await agent.getByRole('dialog').locator('button[type="submit"]').click();
  await expect(agent.getByRole('main')).toContainText('Cancelled');
  await expect(agent.getByRole('button', { name: 'Save' })).toHaveCount(0);
  await expect(agent.getByRole('button', { name: 'Additional Actions' })).toHaveCount(0);
  await expect(activity(agent).getByRole('textbox')).toHaveCount(0);
  await openTab(agent, 'Details');
  await expect(details(agent).getByRole('textbox')).toHaveCount(0);
});

test('CASE-5, REC-3 · text typed while another user closes the case stays and can be copied', async ({ as }) => {
  const number = await aCase('Closed under the hand');
  const [agent, manager] = [await as('agent@casebridge.test'), await as('manager@casebridge.test')];
  await openRecord(agent, number);
  await openRecord(manager, number);
  const note = activity(manager).getByRole('textbox', { name: 'Work notes' });
  await openTab(manager, 'Details');
  await details(manager).getByLabel('Cause', { exact: true }).fill('A relay that holds the queue');
  await openTab(manager, 'Activity');
  await note.fill('Half a thought');
  await agent.getByRole('button', { name: 'Cancel case' }).click();
  await agent.getByRole('dialog').locator('button[type="submit"]').click();

  await expect(activity(manager)).toContainText('The record was closed in the meantime. This was not posted.');
  await expect(note).toHaveValue('Half a thought');
  await expect(manager.getByRole('button', { name: 'Post work note' })).toBeDisabled();
  await openTab(manager, 'Details');
  await expect(details(manager)).toContainText('What you typed was not saved:');
  await expect(details(manager)).toContainText('A relay that holds the queue');
});

test('Q-14 · the keys of a record: a opens its actions, n and c write, s saves, ? lists them', async ({ as }) => {
  const number = await aCase('Without a mouse');
  const agent = await as('agent@casebridge.test');
  await openRecord(agent, number);
  const notes = activity(agent).getByRole('textbox', { name: 'Work notes' });
  await untilFocused(notes, () => agent.keyboard.press('n'));
  await agent.keyboard.type('typed, not a command: s a c');
  await agent.keyboard.press('Control+Enter');
  await expect(activity(agent).getByRole('article', { name: 'Work note by Ava Agent' })).toContainText('not a command');
  await agent.keyboard.press('Escape');
  await agent.getByRole('heading', { level: 1 }).click();
  await agent.keyboard.press('?');
  const help = agent.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(help).toContainText('Write a comment');
  await agent.keyboard.press('Escape');
  await expect(help).toHaveCount(0);
  await agent.keyboard.press('a');
  await expect(agent.getByRole('menuitem', { name: 'Create Incident' })).toBeVisible();
  await agent.keyboard.press('Escape');
  await agent.keyboard.press('g');
  await agent.keyboard.press('i');
  await expect(agent).toHaveURL(/\/workspace\/incidents/);
});
