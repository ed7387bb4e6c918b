import type { Page } from '@playwright/test';
import { aCaseWithIncident, activity, leave, openRecord, showWorkNotes } from './desk.ts';
import { expect, test } from './fixtures.ts';

test.afterAll(leave);

// Serial: a switch affects all users.
test.describe.configure({ mode: 'serial' });

async function comment(page: Page, number: string, text: string) {
  await openRecord(page, number);
  await activity(page).getByRole('textbox', { name: 'Additional comments' }).fill(text);
  await page.getByRole('button', { name: 'Post comment' }).click();
  await expect(
    activity(page).getByRole('article', { name: 'Comment by Ian Itil' }).filter({ hasText: text }),
  ).toBeVisible();
}

test('ADM-2, SYNC-INC-4 · updates that a deactivated rule missed are listed, and not applied later', async ({ as }) => {
  const { theCase, incident } = await aCaseWithIncident('A rule to turn off');
  const [admin, itil, agent] = [
    await as('admin@casebridge.test'),
    await as('itil@casebridge.test'),
    await as('agent@casebridge.test'),
  ];
  await openRecord(agent, theCase);
  await showWorkNotes(agent);
  const copied = (text: string) =>
    activity(agent).getByRole('article', { name: 'Work note by System' }).filter({ hasText: text });

  await comment(itil, incident, 'While it is on.');
  await expect(copied('While it is on.')).toBeVisible();
  const alsoPosted = activity(itil).getByText('Also posted as a work note on 1 case.');
  await expect(alsoPosted).toBeVisible();

  await admin.goto('/admin/business-rules');
  const rule = admin.getByRole('switch', { name: 'SYNC-INC-4 active' });
  await rule.click();
  await admin.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click();
  await expect(rule).not.toBeChecked();
  // The open page shows it at once.
  await expect(alsoPosted).toHaveCount(0);
  await comment(itil, incident, 'While it is off.');

  await rule.click();
  await expect(rule).toBeChecked();
  await expect(alsoPosted).toBeVisible();
  await comment(itil, incident, 'On again.');
  await expect(copied(`Comment on ${incident} by Ian Itil: On again.`)).toBeVisible();
  await expect(copied('While it is off.')).toHaveCount(0);
});

test('ADM-5, REL-3 · turning an integration off hides its items', async ({ as }) => {
  const { theCase } = await aCaseWithIncident('Without the integration');
  const [admin, agent] = [await as('admin@casebridge.test'), await as('agent@casebridge.test')];
  const group = agent.getByRole('group', { name: 'Incident', exact: true });
  await openRecord(agent, theCase);
  await expect(group).toHaveCount(1);
  await admin.goto('/admin/integrations');
  const integration = admin.getByRole('switch').first();
  await integration.click();
  await admin
    .getByRole('dialog')
    .getByRole('button', { name: /^(Deactivate|Turn off)/ })
    .click();
  await expect(integration).not.toBeChecked();
  await openRecord(agent, theCase);
  await expect(agent.getByRole('button', { name: 'Propose solution' })).toBeVisible();
  const items = agent.getByRole('menuitem');
  await agent.getByRole('button', { name: 'Additional Actions' }).click();
  await expect(items).toHaveText(['Create Request', 'Associate Request', 'Create Work Order', 'Propose Major Case']);
  await expect(group).toHaveCount(0);
  await integration.click();
  await expect(integration).toBeChecked();
  await agent.reload();
  await agent.getByRole('button', { name: 'Additional Actions' }).click();
  await expect(items.filter({ hasText: 'Remove Incident' })).toBeVisible();
});
