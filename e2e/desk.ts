import { expect, type Locator, type Page } from '@playwright/test';
import { defaultRoles, type Role } from '#lib/access/roles.ts';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { addPerson } from '#lib/customer/commands/add-person.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { createTask } from '#lib/engine/commands/create-task.ts';
import { updateTask } from '#lib/engine/commands/update-task.ts';
import { closeDb, db } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { createFromCase } from '#lib/related/commands/create-from-case.ts';
import { actorOfUser } from '#lib/session/actors.ts';
import { endSessionsOf } from '#lib/session/sessions.ts';
import { createUser } from '#lib/user/commands/create-user.ts';
import type { Values } from '#lib/write/check-values.ts';
import { runningPostgres } from '../scripts/postgres.ts';
import { secretsOf } from '../scripts/secrets.ts';

/** The actor of a user in the demo data, to prepare a journey's records. */
export async function someone(email: string) {
  if (!process.env.DATABASE_URL) {
    const folder = process.env.E2E_DATA ?? '';
    const database = await runningPostgres(folder);
    if (!database) throw new Error('The server does not run.');
    process.env.DATABASE_URL = database.applicationUrl('casebridge');
    // The server accepts what a command signs here.
    process.env.AUTH_SECRET = secretsOf(folder).AUTH_SECRET;
  }
  const actor = await actorOfUser(db(), email);
  if (!actor) throw new Error(`${email} is nobody.`);
  return actor;
}

/** Creates a case of Cora that no other journey touches. */
export async function aCase(shortDescription: string, values: Values = {}): Promise<string> {
  const ava = await someone('agent@casebridge.test');
  const { id: contactId } = await someone('customer@boxeo.example');
  return (await createTask(ava, { kind: 'case', values: { shortDescription, contactId, ...values } })).number;
}

/** Creates a contact of Boxeo that no other journey uses; returns the id. */
export async function aContact(name: string): Promise<string> {
  const admin = await someone('admin@casebridge.test');
  const { accountId } = await db().contact.findFirstOrThrow({ where: { account: { name: 'Boxeo' } } });
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@boxeo.example`;
  const person = { accountId, name, email, timeZone: 'UTC', password: '', roles: [defaultRoles.contact] };
  return addPerson(admin, person);
}

/** Creates an agent for cases and incidents that no other journey uses; returns the email address. */
export async function anAgent(name: string, password: string, more: readonly Role[] = []): Promise<string> {
  const admin = await someone('admin@casebridge.test');
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@casebridge.test`;
  const roles: Role[] = ['sn_customerservice_agent', 'sn_incident_write', 'sn_problem_read', ...more];
  await createUser(admin, { name, email, password, roles });
  return email;
}

/** Ends a user's sessions, as an administrator would. */
export async function endSessions(email: string): Promise<void> {
  const { id } = await someone(email);
  await transaction((tx) => endSessionsOf(tx, id, 'administrator'));
}

/** Mia saves fields of a case while others look at it. */
export async function saveAsManager(number: string, values: Values): Promise<void> {
  const mia = await someone('manager@casebridge.test');
  const { version } = await db().task.findUniqueOrThrow({ where: { number }, select: { version: true } });
  await updateTask(mia, { kind: 'case', number, version, values });
}

/** Cora adds a comment. */
export async function addCustomerComment(number: string, text: string): Promise<void> {
  await addEntry(await someone('customer@boxeo.example'), { kind: 'case', number, type: 'comment', text });
}

/** Mia adds a work note. */
export async function addManagerNote(number: string, text: string): Promise<void> {
  await addEntry(await someone('manager@casebridge.test'), { kind: 'case', number, type: 'work_note', text });
}

const solved = { resolutionCode: 'fixed_by_support', resolutionNotes: 'The port was switched on.' };

/** Creates a case of Cora with a proposed solution. */
export async function aResolvedCase(shortDescription: string): Promise<string> {
  const number = await aCase(shortDescription);
  await moveCase(await someone('agent@casebridge.test'), { number, verb: 'propose-solution', values: solved });
  return number;
}

/** The manager changes a case's priority while others look at it. */
export async function setPriority(number: string, priority: string): Promise<void> {
  const manager = await someone('manager@casebridge.test');
  const { version } = await db().task.findUniqueOrThrow({ where: { number } });
  await updateTask(manager, { kind: 'case', number, version, values: { priority } });
}

/** Creates an incident that no other journey touches. */
export async function anIncident(shortDescription: string, values: Values = {}): Promise<string> {
  const ian = await someone('itil@casebridge.test');
  return (await createTask(ian, { kind: 'incident', values: { shortDescription, ...values } })).number;
}

/** Creates a problem that no other journey touches. */
export async function aProblem(shortDescription: string): Promise<string> {
  const ian = await someone('itil@casebridge.test');
  return (await createTask(ian, { kind: 'problem', values: { shortDescription } })).number;
}

/** Counts incidents with this short description and requests with these special instructions. */
export async function countCreated(text: string): Promise<number> {
  await someone('agent@casebridge.test');
  const incidents = await db().task.count({ where: { kind: 'incident', shortDescription: text } });
  return incidents + (await db().request.count({ where: { specialInstructions: text } }));
}

/** Creates a case and an incident from it. */
export async function aCaseWithIncident(shortDescription: string): Promise<{ theCase: string; incident: string }> {
  const theCase = await aCase(shortDescription);
  const ava = await someone('agent@casebridge.test');
  const { number } = await createFromCase(ava, { caseNumber: theCase, variant: 'incident', values: {} });
  return { theCase, incident: number };
}

/** Ava adds a work note to a case. */
export async function aWorkNote(number: string, text: string): Promise<void> {
  const ava = await someone('agent@casebridge.test');
  await addEntry(ava, { kind: 'case', number, type: 'work_note', text });
}

/** The record of a kind with the lowest number. */
export async function theFirst(kind: TaskKind): Promise<string> {
  await someone('agent@casebridge.test');
  return (await db().task.findFirstOrThrow({ where: { kind }, orderBy: { number: 'asc' } })).number;
}

/** A published article. */
export async function anArticle(): Promise<string> {
  await someone('agent@casebridge.test');
  return (await db().article.findFirstOrThrow({ where: { publishedAt: { not: null } } })).number;
}

/** Demo users, groups, companies and items, by the capital words in the addresses of pages.spec.ts. */
export async function whoAndWhere(): Promise<Record<string, string>> {
  const { id: userId } = await someone('agent@casebridge.test');
  const account = await db().account.findFirstOrThrow();
  const contact = await db().contact.findFirstOrThrow();
  const consumer = await db().user.findFirstOrThrow({ where: { kind: 'consumer' } });
  const user = await db().user.findFirstOrThrow({ where: { kind: 'internal' } });
  const group = await db().group.findFirstOrThrow();
  const item = await db().configurationItem.findUniqueOrThrow({ where: { name: 'db-core-1' } });
  const answer = await db().article.findFirstOrThrow({ where: { readers: 'external', publishedAt: { not: null } } });
  const incoming = await db().incomingMail.findFirstOrThrow({ where: { outcome: 'waits_for_review' } });
  const fieldMap = await db().fieldMap.findFirstOrThrow();
  const technician = await db().technician.findFirstOrThrow();
  const own = { userId, name: 'Looked at by journeys' };
  const made = { ...own, text: 'Hello {{customer.first_name}}', usedFor: 'both' } as const;
  // Two journeys may create it at the same time.
  await db().replyTemplate.createMany({ data: [made], skipDuplicates: true });
  const template = await db().replyTemplate.findFirstOrThrow({ where: own });
  const ofCora = { contact: { user: { email: 'customer@boxeo.example' } } };
  const visit = await db().task.findFirstOrThrow({ where: { kind: 'work_order', ...ofCora } });
  const mail = await db().mail.findFirstOrThrow({
    where: { recipientId: { not: null }, status: 'sent' },
    orderBy: { createdAt: 'desc' },
  });
  return {
    VISIT: visit.number,
    MAIL: mail.id,
    MAILED: String(mail.recipientId),
    SENT_MAIL: mail.id,
    ANSWER: answer.number,
    ACCOUNT: account.number,
    COMPANY: account.id,
    CONTACT: contact.id,
    CONSUMER: consumer.id,
    USER: user.id,
    GROUP: group.id,
    ITEM: item.id,
    INCOMING: incoming.id,
    TEMPLATE: template.id,
    TECHNICIAN: technician.userId,
    FIELD_MAP: fieldMap.id,
  };
}

/** Closes the connection to the demo's database: once per file that used it. */
export const leave = closeDb;

/** Opens a record and waits until its heading is visible. */
export async function openRecord(page: Page, number: string): Promise<void> {
  await page.goto(`/go/${number}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(number);
}

/**
 * Presses until something opens: a press has no effect before the page is hydrated, so it is repeated.
 * Does not press again once it is open: what opened may cover the button, or be closed by it.
 */
export async function untilOpen(opened: Locator, press: () => Promise<void>): Promise<void> {
  await expect(async () => {
    if (!(await opened.isVisible())) await press();
    await expect(opened).toBeVisible({ timeout: 2_000 });
  }).toPass();
}

/** Presses a key until it has moved the focus there: a key has no effect before the page is hydrated. */
export async function untilFocused(there: Locator, press: () => Promise<void>): Promise<void> {
  const isThere = () => there.evaluateAll((elements) => elements.some((element) => element === document.activeElement));
  await expect(async () => {
    if (!(await isThere())) await press();
    await expect(there).toBeFocused({ timeout: 2_000 });
  }).toPass();
}

/** Chooses an item of the case's menu; returns the dialog that it opens. */
export async function chooseAction(page: Page, name: string): Promise<Locator> {
  const dialog = page.getByRole('dialog', { name, exact: true });
  await untilOpen(dialog, async () => {
    await page.getByRole('button', { name: 'Additional Actions' }).click({ timeout: 2_000 });
    await page.getByRole('menuitem', { name, exact: true }).click({ timeout: 2_000 });
  });
  return dialog;
}

export const activity = (page: Page) => page.getByRole('region', { name: 'Activity' });
export const related = (page: Page) => page.getByRole('region', { name: 'Related Records' });
export const properties = (page: Page) => page.getByRole('region', { name: 'Properties' });
export const details = (page: Page) => page.getByRole('region', { name: 'Details' });

/** Opens a tab of a record's page; clicks until the page reacts. */
export async function openTab(page: Page, name: string | RegExp): Promise<void> {
  const tab = page.getByRole('tab', { name, exact: typeof name === 'string' });
  await expect(async () => {
    await tab.click({ timeout: 2_000 });
    await expect(tab).toHaveAttribute('aria-selected', 'true', { timeout: 2_000 });
  }).toPass();
}

/** Shows only the work notes, without folding. */
export async function showWorkNotes(page: Page): Promise<void> {
  // The first tab of a major case is its board.
  await openTab(page, 'Activity');
  const filter = activity(page).getByRole('button', { name: 'Work notes', exact: true });
  await expect(async () => {
    await filter.click({ timeout: 2_000 });
    await expect(filter).toHaveAttribute('aria-pressed', 'true', { timeout: 2_000 });
  }).toPass();
}

export const statusMessage = (page: Page, text: string | RegExp) => page.getByRole('status').filter({ hasText: text });

const FIX = 'The pool had 80 connections instead of 800; declined payments went from 10 % to 0.3 % since it has them.';

/** Creates a case with more entries than its page shows at first, optionally with a banner above them. */
export async function aCaseWithManyEntries(says?: 'waiting' | 'proposal'): Promise<string> {
  const { theCase, incident } = await aCaseWithIncident('The line is down');
  const onCase = { actor: await someone('agent@casebridge.test'), kind: 'case', number: theCase } as const;
  const onIncident = { actor: await someone('itil@casebridge.test'), kind: 'incident', number: incident } as const;
  for (let entry = 0; entry < 60; entry++) {
    const { actor, ...record } = entry % 3 === 0 ? onIncident : onCase;
    const text = `Entry ${entry}: the **router** of branch ${entry} answers again, the next one is being restarted.`;
    await addEntry(actor, { ...record, type: entry % 2 === 0 ? 'comment' : 'work_note', text });
  }
  if (says === 'waiting') await moveCase(onCase.actor, { number: theCase, verb: 'propose-solution', values: solved });
  if (says === 'proposal') {
    const values = { state: 'resolved', resolutionCode: 'solution_provided', resolutionNotes: FIX };
    const { version } = await db().task.findUniqueOrThrow({ where: { number: incident }, select: { version: true } });
    await updateTask(onIncident.actor, { ...onIncident, version, values });
  }
  return theCase;
}
