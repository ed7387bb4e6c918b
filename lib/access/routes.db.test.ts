import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v4 as uuid } from 'uuid';
import { beforeAll, expect, it } from 'vitest';
import { startRun } from '#lib/customer-messages/commands/start-run.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import { writeArticle } from '#lib/knowledge/commands/write-article.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { createRequest } from '#lib/request/commands/create-request.ts';
import { aTaskOf } from '#lib/technician-day/testing/a-task-of.ts';
import { anUpdateWithMails } from '#lib/testing/failed-update.ts';
import { anOffer } from '#lib/testing/itsm.ts';
import { signedIn } from '#lib/testing/signed-in.ts';
import { aGroupOf, aReadyTask, aTechnician } from '#lib/testing/visits.ts';
import { aWaitingMail } from '#lib/testing/waiting-mail.ts';
import { aCase, aCaseWithIncident, anIncident, holderOf, makeMajor, setProperty, world } from '#lib/testing/world.ts';
import { type Role, roleNames, roles } from './roles.ts';

type Method = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

/** Routes open to anybody, signed in or not (ACC-5). */
const OPEN = /\/(auth|calendar|health|metrics|ready)\//;
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

const modules = import.meta.glob<Record<string, unknown>>('../../app/api/**/route.ts');
const routes = new Map<string, Method>();
for (const [file, load] of Object.entries(modules).filter(([file]) => !OPEN.test(file)))
  for (const [name, value] of Object.entries(await load()))
    if (METHODS.includes(name)) routes.set(`${name} ${path.dirname(file).slice('../../app'.length)}`, value as Method);

const w = await world();
let theCase: Case;
let file: string;
let entry: string;
/** An update of the incident. */
let update: string;
let records: { number: string; entry: string; incident: string };
/** A major case, and a customer's comment on its child. */
let major: { number: string; entry: string };
let requestNumber: string;
let visited: string;
/** The visit to book, and its technician. */
let visit: { number: string; minutes: string; timeZone: string };
let technician: string;
/** A task of the technician among the holders. */
let siteTask: string;
let mails: { ofCase: string; ofStranger: string };
const everybody: readonly (Role | null)[] = [null, ...roleNames];
const holders = new Map<Role | null, Actor>();

beforeAll(async () => {
  process.env.CASEBRIDGE_DATA = mkdtempSync(path.join(tmpdir(), 'routes-'));
  theCase = await aCase(w, { shortDescription: 'Quincunx' });
  await anIncident(w, { configurationItemId: w.sdwan, shortDescription: 'Quincunx' });
  const items = [{ catalogItemId: await anOffer('Quincunx'), quantity: 1 }];
  requestNumber = (await createRequest(w.ian, { items })).number;
  await writeArticle(w.ian, { title: 'Quincunx', text: 'Five dots.', readers: 'internal', published: true });
  await db().product.update({ where: { id: w.product }, data: { assignmentGroupId: w.desk } });
  await setProperty('request.default_assignment_group', 'Service desk');
  await db().changeTemplate.create({ data: { name: 'Quincunx', category: 'Network', shortDescription: 'Swap it' } });
  for (const role of everybody) holders.set(role, await holderOf(`${role ?? 'no role'} alone`, role ? [role] : []));
  const shared = { name: 'Quincunx', text: 'Hello', usedFor: 'both', shared: true } as const;
  await db().replyTemplate.create({ data: { ...shared, userId: w.mia.id } });
  signedIn.actor = w.ava;
  await ask('POST /api/attachments', attach());
  // Another user is already present, whom the other roles see.
  await ask('POST /api/presence', present());
  // The session that all of them use; its files wait for a form.
  await db().session.create({
    data: { id: signedIn.sessionId, userId: w.cora.id, expiresAt: new Date(Date.now() + 3_600_000) },
  });
  file = (await db().attachment.findFirstOrThrow()).id;
  await addEntry(w.ava, { kind: 'case', number: theCase.number, type: 'comment', text: 'Hello' });
  const pair = await aCaseWithIncident(w);
  const isTold = { taskId: pair.theCase.id, sourceTaskId: pair.incident.id };
  const { id } = await db().journalEntry.findFirstOrThrow({ where: isTold });
  records = { number: pair.theCase.number, entry: id, incident: pair.incident.number };
  update = await anUpdateWithMails(pair.incident.id, []);
  const tom = await aTechnician(w.adam, { name: 'Tom Tech' });
  visited = (await aReadyTask(w.adam, {}, await aGroupOf(tom))).number;
  mails = { ofCase: await aWaitingMail(theCase.id), ofStranger: await aWaitingMail(null) };
  entry = (await db().journalEntry.findFirstOrThrow({ where: { taskId: theCase.id } })).id;
  await startRun(w.noa, { kind: 'incident', number: records.incident, text: 'Quincunx' });
  major = await aMajorCaseWithReply();
  technician = (await aTechnician(w.adam)).id;
  visit = { number: (await aReadyTask(w.adam)).number, minutes: '60', timeZone: 'UTC' };
  siteTask = (await aTaskOf(w.adam, holders.get('wm_agent') as { id: string }, 'Quincunx')).number;
});

async function aMajorCaseWithReply() {
  const [majorCase, child] = [await aCase(w), await aCase(w)];
  const { id, number } = majorCase;
  await db().task.update({ where: { id }, data: { contactId: null, accountId: null } });
  await makeMajor(majorCase);
  await db().case.update({ where: { id: child.id }, data: { parentId: id } });
  await startRun(w.noa, { kind: 'case', number, text: 'Quincunx' });
  await addEntry(w.cora, { kind: 'case', number: child.number, type: 'comment', text: 'Since when?' });
  const { id: reply } = await db().journalEntry.findFirstOrThrow({ where: { taskId: child.id, type: 'comment' } });
  return { number, entry: reply };
}

type Call = { query?: Record<string, string>; params?: Record<string, string>; body?: BodyInit; headers?: HeadersInit };

async function ask(name: string, { query = {}, params = {}, body, headers }: Call): Promise<Response> {
  const [method = '', route = ''] = name.split(' ');
  const door = routes.get(name);
  if (!door) throw new Error(`There is no ${name}.`);
  const init = { method, ...(body ? { body } : {}), ...(headers ? { headers } : {}) };
  const request = new Request(`http://localhost:3000${route}?${new URLSearchParams(query)}`, init);
  return door(request, { params: Promise.resolve(params) });
}

const attach = (): Call => ({
  query: { kind: 'case', number: theCase.number, name: 'a.txt' },
  body: 'Hello',
  headers: { 'content-type': 'text/plain' },
});

const present = (): Call => ({
  body: JSON.stringify({ taskId: theCase.id, tab: '1', mode: 'viewing' }),
  headers: { 'content-type': 'application/json' },
});

/** Whether a route returns content; an empty list counts as nothing. */
async function gives(response: Response): Promise<boolean | number> {
  if (response.status === 403 || response.status === 404) return false;
  if (response.status !== 200) return response.status;
  const type = response.headers.get('content-type') ?? '';
  if (!type.includes('json')) {
    await response.body?.cancel();
    return true;
  }
  const found: unknown = await response.json();
  return !(Array.isArray(found) && found.length === 0);
}

const AGENTS = ['sn_customerservice_agent', 'sn_customerservice_manager', 'sn_majorissue_mgt.major_issue_manager'];
const SEE_THE_CASE = [...AGENTS, 'sn_ind_tsm_core.noc_agent', 'sn_customerservice.case_viewer'];
const WORK_INCIDENTS = ['itil', 'sn_ind_tsm_core.noc_agent'];
/** `sn_request_read` alone sees requests and does not associate them. */
const ASSOCIATE_REQUESTS = ['sn_request_write', ...WORK_INCIDENTS];
const SEE_INCIDENTS = ['sn_incident_read', 'sn_incident_write', ...WORK_INCIDENTS];
const DISPATCH = ['wm_dispatcher', 'wm_admin'];
const SEE_IMPACT = ['sn_ind_tsm_core.noc_agent'];
/** Network operations write to customers of records and read replies; for a major case, its managers do too. */
const NOTIFY_OF_RECORDS = SEE_IMPACT;
const NOTIFY_OF_MAJOR_CASES = [
  ...NOTIFY_OF_RECORDS,
  'sn_customerservice_manager',
  'sn_majorissue_mgt.major_issue_manager',
];

type Row = { call: () => Call; to: readonly string[] | 'everybody' | 'staff' | 'customers' | 'consumers' };

/** NOT-1, MAJ-9 · Requests about the customers of a record, and of a major case. */
const ofCustomers = (): Row[] => [
  { call: () => ({ query: { kind: 'incident', number: records.incident } }), to: NOTIFY_OF_RECORDS },
  { call: () => ({ query: { kind: 'case', number: major.number } }), to: NOTIFY_OF_MAJOR_CASES },
];

/** MAJ-6 · Requests about the list of accounts of a major case. */
const ofList = (more: Record<string, string>): Row => ({
  call: () => ({ query: { number: major.number, of: 'accounts', ...more } }),
  to: ['sn_customerservice_manager', 'sn_majorissue_mgt.major_issue_manager'],
});

const marks = (kind: string, number: string, entryId: string): Call => ({
  body: JSON.stringify({ kind, number, entryIds: [entryId], read: true }),
  headers: { 'content-type': 'application/json' },
});

/** Every route with calls that find something, and who may read it, besides administrators. From the specification. */
const table: Readonly<Record<string, Row | readonly Row[]>> = {
  'GET /api/timeline': { call: () => ({ query: { kind: 'case', number: theCase.number } }), to: SEE_THE_CASE },
  'GET /api/timeline/[entry]': [
    { call: () => ({ params: { entry }, query: { kind: 'case', number: theCase.number } }), to: SEE_THE_CASE },
    {
      call: () => ({ params: { entry }, query: { kind: 'case', number: theCase.number, as: 'written' } }),
      to: SEE_THE_CASE,
    },
  ],
  'GET /api/timeline/[entry]/why': {
    call: () => ({ params: { entry: records.entry }, query: { kind: 'case', number: records.number } }),
    to: SEE_THE_CASE,
  },
  'GET /api/similar': { call: () => ({ query: { number: theCase.number } }), to: SEE_THE_CASE },
  'GET /api/suggested-articles': {
    call: () => ({ query: { kind: 'case', number: theCase.number } }),
    to: SEE_THE_CASE,
  },
  'GET /api/watchers': {
    call: () => ({ query: { kind: 'case', number: theCase.number, list: 'watch_list', q: 'Mia' } }),
    to: AGENTS,
  },
  'GET /api/search': { call: () => ({ query: { q: theCase.number } }), to: SEE_THE_CASE },
  'GET /api/attachments/[id]': { call: () => ({ params: { id: file } }), to: SEE_THE_CASE },
  'POST /api/attachments': { call: attach, to: AGENTS },
  'POST /api/presence': { call: present, to: SEE_THE_CASE },
  'POST /api/what-would-happen': {
    call: () => ({
      body: JSON.stringify({
        what: 'save',
        kind: 'incident',
        number: records.incident,
        version: 1,
        values: { impact: 1 },
      }),
      headers: { 'content-type': 'application/json' },
    }),
    to: WORK_INCIDENTS,
  },
  'POST /api/would-update': {
    call: () => ({
      body: JSON.stringify({
        what: 'save',
        kind: 'incident',
        number: records.incident,
        version: 1,
        values: { impact: 1 },
      }),
      headers: { 'content-type': 'application/json' },
    }),
    to: WORK_INCIDENTS,
  },
  'POST /api/list-changes': {
    call: () => ({
      body: JSON.stringify({ kind: 'case', query: '', changed: [theCase.id], shown: [] }),
      headers: { 'content-type': 'application/json' },
    }),
    // Consumer agents have a list of cases, which does not count this case.
    to: [...SEE_THE_CASE, 'sn_customerservice.consumer_agent'],
  },
  'GET /api/list-numbers': {
    call: () => ({ query: { kind: 'case', query: `q=${theCase.number}` } }),
    // Consumer agents have a list of cases, which does not contain this case.
    to: [...SEE_THE_CASE, 'sn_customerservice.consumer_agent'],
  },
  'POST /api/view-counts': {
    call: () => ({
      body: JSON.stringify({ kind: 'case', queries: ['', 'active=yes'] }),
      headers: { 'content-type': 'application/json' },
    }),
    to: [...SEE_THE_CASE, 'sn_customerservice.consumer_agent'],
  },
  'GET /api/preview': { call: () => ({ query: { kind: 'case', number: theCase.number } }), to: SEE_THE_CASE },
  'GET /api/bulk-choices': {
    call: () => ({ query: { kind: 'case', numbers: theCase.number } }),
    // Consumer agents have a list of cases, which does not contain this case.
    to: [...SEE_THE_CASE, 'sn_customerservice.consumer_agent'],
  },
  'GET /api/row-edit': { call: () => ({ query: { kind: 'case', number: theCase.number } }), to: SEE_THE_CASE },
  'GET /api/export/[kind]': { call: () => ({ params: { kind: 'incidents' } }), to: WORK_INCIDENTS },
  'GET /api/references': [
    { call: () => ({ query: { kind: 'contact', q: 'Cora' } }), to: SEE_THE_CASE },
    { call: () => ({ query: { kind: 'contact', ids: w.cora.id } }), to: SEE_THE_CASE },
  ],
  'GET /api/customers': {
    call: () => ({ query: { q: 'Cora' } }),
    // ACC-14: consumer agents find nobody of that name and are offered to add a consumer.
    to: [...AGENTS, 'sn_customerservice.consumer_agent'],
  },
  'GET /api/cases-to-file': { call: () => ({ query: { q: theCase.number } }), to: AGENTS },
  'GET /api/joinable-cases': {
    call: () => ({ query: { number: major.number, q: theCase.number } }),
    to: ['sn_customerservice_manager', 'sn_majorissue_mgt.major_issue_manager'],
  },
  'GET /api/recipients/matches': ofList({
    condition: JSON.stringify({ match: 'all', terms: [{ field: 'name', operator: 'contains', value: 'o' }] }),
  }),
  'GET /api/recipients/customers': ofList({}),
  'GET /api/recipients/run': ofList({}),
  'GET /api/incoming-mails/[id]': [
    { call: () => ({ params: { id: mails.ofCase } }), to: SEE_THE_CASE },
    { call: () => ({ params: { id: mails.ofStranger } }), to: [...AGENTS, 'sn_customerservice.consumer_agent'] },
  ],
  'GET /api/open-cases': { call: () => ({ query: { customer: w.cora.id } }), to: SEE_THE_CASE },
  'GET /api/default-group': [
    { call: () => ({ query: { contact: w.cora.id, product: w.product } }), to: AGENTS },
    { call: () => ({ query: { request: '' } }), to: ASSOCIATE_REQUESTS },
  ],
  'GET /api/impact': [
    { call: () => ({ query: { number: records.incident } }), to: SEE_IMPACT },
    { call: () => ({ query: { item: w.sdwan } }), to: SEE_IMPACT },
  ],
  'GET /api/impact/figures': [
    { call: () => ({ query: { number: records.incident } }), to: SEE_IMPACT },
    { call: () => ({ query: { item: w.sdwan } }), to: SEE_IMPACT },
  ],
  'GET /api/impact/picture': [
    { call: () => ({ query: { number: records.incident } }), to: SEE_IMPACT },
    { call: () => ({ query: { item: w.sdwan } }), to: SEE_IMPACT },
  ],
  'GET /api/board': {
    call: () => ({ query: { number: major.number } }),
    to: [...SEE_THE_CASE, 'sn_customerservice.consumer_agent'],
  },
  'GET /api/board/cases': {
    call: () => ({ query: { number: major.number } }),
    to: [...SEE_THE_CASE, 'sn_customerservice.consumer_agent'],
  },
  'GET /api/dispatch/fit': {
    call: () => ({ query: { ...visit, technicianId: technician, startsAt: '2096-01-02T10:00:00Z' } }),
    to: DISPATCH,
  },
  'GET /api/dispatch/who-should-go': { call: () => ({ query: { ...visit, day: '2096-01-02' } }), to: DISPATCH },
  'GET /api/ledger': { call: () => ({ query: { kind: 'incident', number: records.incident } }), to: WORK_INCIDENTS },
  'GET /api/ledger/records': { call: () => ({ query: { update, rule: 'SYNC-INC-1' } }), to: WORK_INCIDENTS },
  'GET /api/ledger/received': {
    call: () => ({ query: { kind: 'case', number: records.number } }),
    to: SEE_THE_CASE,
  },
  'GET /api/replies': ofCustomers(),
  'GET /api/replies/counts': ofCustomers(),
  'POST /api/replies/marks': [
    { call: () => marks('incident', records.incident, records.entry), to: NOTIFY_OF_RECORDS },
    { call: () => marks('case', major.number, major.entry), to: NOTIFY_OF_MAJOR_CASES },
  ],
  'GET /api/same-service': { call: () => ({ query: { ci: w.sdwan } }), to: SEE_INCIDENTS },
  'GET /api/catalog': {
    call: () => ({ query: { of: 'templates', q: 'Quincunx' } }),
    to: ['sn_change_write', ...WORK_INCIDENTS],
  },
  'GET /api/create-draft': { call: () => ({ query: { case: theCase.number, variant: 'incident' } }), to: [] },
  'POST /api/proactive-run': {
    call: () => ({
      body: JSON.stringify({ kind: 'incident', number: records.incident, of: 'accounts' }),
      headers: { 'content-type': 'application/json' },
    }),
    to: ['sn_ind_tsm_core.noc_agent'],
  },
  'POST /api/my-day/steps': {
    call: () => ({
      body: JSON.stringify({
        stepId: uuid(),
        at: '2026-01-05T09:00:00Z',
        kind: 'note',
        number: siteTask,
        text: 'Hello',
      }),
      headers: { 'content-type': 'application/json' },
    }),
    to: ['wm_agent'],
  },
  'GET /api/notify-customers/recipients': ofCustomers(),
  'GET /api/notify-customers/runs': ofCustomers(),
  'GET /api/appointment-windows': { call: () => ({ query: { number: visited } }), to: ['wm_dispatcher', 'wm_admin'] },
  'GET /api/linkable': [
    { call: () => ({ query: { link: 'incident', choose: 'record', q: 'Quincunx' } }), to: SEE_INCIDENTS },
    // The case already has its incident.
    { call: () => ({ query: { link: 'incident', choose: 'record', case: theCase.number, q: 'Quincunx' } }), to: [] },
    { call: () => ({ query: { link: 'request', choose: 'record', q: requestNumber } }), to: ASSOCIATE_REQUESTS },
  ],
  'GET /api/mentions': { call: () => ({ query: { kind: 'case', number: theCase.number, q: 'Mia' } }), to: AGENTS },
  'GET /api/reply-templates': {
    call: () => ({ query: { kind: 'case', number: theCase.number, type: 'work_note', q: 'Quincunx' } }),
    to: AGENTS,
  },
  // The inbox has only the user's own items; its own tests cover the content.
  'GET /api/inbox': { call: () => ({}), to: 'staff' },
  'GET /api/inbox/unread': { call: () => ({}), to: 'staff' },
  // The stream's own tests cover what each user receives.
  // The portal's own tests cover what each user sees.
  'GET /api/portal/known': { call: () => ({ query: { q: 'Quincunx' } }), to: 'customers' },
  'POST /api/portal/files': {
    call: () => ({ query: { form: 'new', name: 'a.txt' }, body: 'Hello', headers: { 'content-type': 'text/plain' } }),
    // Requires permission to open a case; holders of other customer roles here have no account.
    to: 'consumers',
  },
  'POST /api/portal/files/drop': { call: () => ({ query: { id: file } }), to: 'customers' },
  'GET /api/session': { call: () => ({}), to: 'everybody' },
  'GET /api/events': { call: () => ({}), to: 'everybody' },
};

it('ACC-2 · every route has its row, and every row its route', () => {
  expect(Object.keys(table).sort()).toEqual([...routes.keys()].sort());
});

const rows = Object.entries(table).flatMap(([name, of]) => [of].flat().map((row): [string, Row] => [name, row]));

/** The roles of a side; a user with a customer role is a customer. */
const named = (side: 'everybody' | 'staff' | 'customers' | 'consumers') =>
  everybody
    .filter((role) => {
      const isCustomer = role !== null && roles[role].audience === 'external';
      if (side === 'consumers') return role === 'sn_customerservice.consumer';
      return side === 'everybody' || isCustomer === (side === 'customers');
    })
    .map((role) => role ?? 'no role');

it.each(rows)('ACC-2, ACC-6 · %s answers the roles that have access', async (name, row) => {
  const given: string[] = [];
  for (const role of everybody) {
    signedIn.actor = holders.get(role) ?? null;
    const answer = await gives(await ask(name, row.call()));
    expect(answer, `${role}`).toBeTypeOf('boolean');
    if (answer) given.push(role ?? 'no role');
  }
  const wanted = typeof row.to === 'string' ? named(row.to) : ['admin', ...row.to];
  expect(given.toSorted()).toEqual([...wanted].sort());
});
