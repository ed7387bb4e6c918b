import { beforeAll, expect, it } from 'vitest';
import { rolesThatWork } from '#lib/access/assignable.ts';
import { board } from '#lib/board/queries/board.ts';
import { ensureConfiguration } from '#lib/configuration/ensure-configuration.ts';
import { unassignedWork } from '#lib/home/work.ts';
import { affectedCustomers } from '#lib/impact/queries/affected-customers.ts';
import { definitions } from '#lib/kinds/definitions.ts';
import { type Person, system } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { openCase } from '#lib/portal/commands/open-case.ts';
import { OpenCase } from '#lib/portal/schema.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { replyCounts } from '#lib/replies/queries/reply-counts.ts';
import { variablesAreKnown } from '#lib/reply-template/rules/variables.ts';
import { actorOfUser } from '#lib/session/actors.ts';
import { priorityFor } from '#lib/settings/priority.ts';
import { readSettings } from '#lib/settings/settings.ts';
import { syncRules } from '#lib/sync/rules.ts';
import { isEmpty, writeDemo } from './demo.ts';

const today = new Date('2026-11-21T10:00:00Z');

beforeAll(async () => {
  await ensureConfiguration(db());
  expect(await isEmpty()).toBe(true);
  await writeDemo(today);
});

const atLeast: readonly (readonly [TaskKind, number, string])[] = [
  ['case', 60, 'CASE-1'],
  ['incident', 30, 'INC-1'],
  ['problem', 8, 'PRB-1'],
  ['change', 12, 'CHG-1'],
  ['request', 8, 'REQ-2'],
  ['requested_item', 12, 'REQ-1'],
];

it.each(atLeast.map(([kind, least, rule]) => ({ kind, least, rule })))(
  '$rule · the demonstration has records of $kind in every state, at least $least',
  async ({ kind, least }) => {
    const states = await db().task.groupBy({ by: ['state'], where: { kind }, _count: true });
    expect(states.map(({ state }) => state).sort()).toEqual(Object.keys(definitions[kind].states).sort());
    expect(states.reduce((sum, { _count }) => sum + _count, 0)).toBeGreaterThanOrEqual(least);
  },
);

it('WO-4, WO-5 · the demonstration has work orders and tasks in every state that people bring them to', async () => {
  const statesOf = async (kind: TaskKind) =>
    new Set((await db().task.findMany({ where: { kind }, select: { state: true } })).map(({ state }) => state));
  // With qualification, no task is Ready for Dispatch.
  const missing = async (kind: TaskKind) => {
    const there = await statesOf(kind);
    return Object.keys(definitions[kind].states).filter((state) => !there.has(state));
  };
  expect(await missing('work_order')).toEqual(['ready_for_dispatch']);
  expect(await missing('work_order_task')).toEqual([]);
});

it('REC-5 · every assignee in the demonstration has a role for the record', async () => {
  const assigned = await db().task.findMany({
    where: { assignedToId: { not: null } },
    include: { assignedTo: { include: { roles: true } } },
  });
  expect(assigned.length).toBeGreaterThan(20);
  const unable = assigned.filter((task) => {
    const working = rolesThatWork(task);
    return !task.assignedTo?.roles.some(({ role }) => working.some((each) => each === role));
  });
  expect(unable.map(({ number }) => number)).toEqual([]);
});

it('REL-17 · every open case and its created records are in the queue of a group that works them', async () => {
  const lost = await db().task.findMany({
    where: {
      active: true,
      assignmentGroupId: null,
      kind: { in: ['case', 'incident', 'problem', 'change'] },
      OR: [{ kind: 'case' }, { incident: { cases: { some: {} } } }],
    },
    select: { number: true, priority: true },
  });
  expect(lost).toEqual([]);
});

it('CASE-12 · impact, urgency and priority contradict each other nowhere in the demonstration', async () => {
  const { lookup } = await readSettings(db());
  // MAJ-5: a child case has the priority of its major case.
  const rated = await db().task.findMany({
    where: { kind: { in: ['case', 'incident', 'problem', 'change'] }, NOT: { case: { parentId: { not: null } } } },
  });
  const contradicting = rated.filter(
    ({ impact, urgency, priority }) => priorityFor(lookup, impact, urgency) !== priority,
  );
  expect(contradicting.map(({ number, impact, urgency, priority }) => [number, impact, urgency, priority])).toEqual([]);
});

it('the catalog has 12 items in 4 categories, some of which ask CAB or another group', async () => {
  const items = await db().catalogItem.findMany({ include: { approvalGroup: true } });
  expect(items.length).toBe(12);
  expect(new Set(items.map(({ categoryId }) => categoryId)).size).toBe(4);
  const asked = new Set(items.map(({ approvalGroup }) => approvalGroup?.name ?? 'nobody'));
  expect([...asked].sort()).toEqual(['CAB', 'Purchasing', 'nobody']);
});

it('six standard change templates, and changes that were made from them', async () => {
  expect(await db().changeTemplate.count({ where: { active: true } })).toBe(6);
  expect(await db().change.count({ where: { type: 'standard' } })).toBeGreaterThanOrEqual(2);
});

it('SYNC-PRB-5 · eight articles, three of them known errors of problems', async () => {
  expect(await db().article.count()).toBe(8);
  const known = await db().article.findMany({ where: { problems: { some: { knownError: true } } } });
  expect(known.map(({ publishedAt }) => publishedAt !== null)).toEqual([true, true, true]);
});

it('MAIL-2 · the emails of the stories were sent in time: none is queued, and two bounced', async () => {
  const statuses = await db().mail.groupBy({ by: ['status'], _count: true });
  expect(statuses.map(({ status }) => status).toSorted()).toEqual(['failed', 'sent', 'suppressed']);
  expect(statuses.find(({ status }) => status === 'failed')?._count).toBe(2);
  expect(await db().mail.count({ where: { status: 'sent', sentAt: null } })).toBe(0);
});

it('Arno, who was asked alone and has answered many approvals, has an open one', async () => {
  const answers = await db().approval.groupBy({
    by: ['answer'],
    where: { approver: { email: 'approver@casebridge.test' } },
  });
  expect(answers.map(({ answer }) => answer).sort()).toEqual(['approved', 'not_needed', 'rejected', 'requested']);
  const unable = { approver: { roles: { none: { role: 'approver_user' } } } };
  expect(await db().approval.count({ where: unable })).toBe(0);
});

it('every rule of problems, changes and requests has updated a case', async () => {
  const told = await db().$queryRaw<{ rule: string }[]>`
    select distinct line->>'rule' as rule from journal_entries e cross join jsonb_array_elements(e.lines) line join tasks t on t.id = e.task_id
    where t.kind = 'case'`;
  const expected = syncRules.map(({ id }) => id).filter((id) => /^SYNC-(PRB|CHG|REQ)/.test(id));
  expect(told.map(({ rule }) => rule)).toEqual(expect.arrayContaining(expected));
});

it('nothing happens before the record is there, or on the day of seeding', async () => {
  const odd = await db().$queryRaw`
    select t.number from tasks t join journal_entries e on e.task_id = t.id where e.created_at < t.created_at
    union select t.number from tasks t join field_changes f on f.task_id = t.id where f.changed_at < t.created_at
    union select number from tasks where updated_at >= ${new Date('2026-11-21T00:00:00Z')}`;
  expect(odd).toEqual([]);
});

it('reply templates · three are shared, with variables that there are', async () => {
  const shared = await db().replyTemplate.findMany({ where: { shared: true } });
  expect(shared).toHaveLength(3);
  for (const { text } of shared) expect(variablesAreKnown(text)).toEqual({ ok: true });
});

it('numbers rise with the times of opening', async () => {
  const cases = await db().task.findMany({ where: { kind: 'case' }, orderBy: { number: 'asc' } });
  const times = cases.map(({ openedAt }) => openedAt.getTime());
  expect(times).toEqual(times.toSorted((a, b) => a - b));
});

it('SYNC-INC-1 · an incident of four customers has updated each of them', async () => {
  const told = await db().$queryRaw`
    select a.name, count(*)::int as notes from cases c join tasks t using (id) join accounts a on a.id = t.account_id
    join journal_entries e on e.task_id = t.id and e.lines::text like '%SYNC-INC%'
    join tasks i on i.id = c.incident_id where i.short_description like 'Branch offices%' group by a.name order by a.name`;
  expect(told).toEqual(['Boxeo', 'Funco', 'Nordwind', 'Wayfarer'].map((name) => ({ name, notes: expect.any(Number) })));
});

it('five, three, forty-three and eight accounts are reached by their configuration items', async () => {
  const reached = await db().$queryRaw`
    with recursive above as (
      select id, id as root from configuration_items
      union select r.parent_id, above.root from above join ci_relationships r on r.child_id = above.id)
    select c.name, count(distinct i.account_id)::int as accounts, count(distinct i.consumer_id)::int as consumers
    from above join configuration_items c on c.id = above.root
    join install_base_items i on i.configuration_item_id = above.id
    where c.name in ('sdwan-ctl-1', 'mail-gw-1', 'db-core-1', 'mon-col-1') group by c.name order by c.name`;
  expect(reached).toEqual([
    { name: 'db-core-1', accounts: 43, consumers: 2 },
    { name: 'mail-gw-1', accounts: 3, consumers: 2 },
    { name: 'mon-col-1', accounts: 8, consumers: 0 },
    { name: 'sdwan-ctl-1', accounts: 5, consumers: 0 },
  ]);
});

it('PRO-1, NOT-8, MAIL-6 · an outage affects eight accounts: three have a case and a message, two wait for an answer, one email bounced', async () => {
  const incident = await db().task.findFirstOrThrow({
    where: { kind: 'incident', shortDescription: { startsWith: 'Monitoring shows' } },
  });
  expect(incident).toMatchObject({ state: 'in_progress', active: true });
  const affected = await affectedCustomers(db(), incident.id);
  expect(affected).toHaveLength(8);
  const made = await db().proactiveCase.findMany({
    where: { sourceId: incident.id },
    include: { account: true },
    orderBy: { account: { name: 'asc' } },
  });
  expect(made.map(({ account }) => account?.name)).toEqual(['Boxeo', 'Funco', 'Zenith']);
  const told = { source: { id: incident.id } };
  expect(await db().notifyCase.groupBy({ by: ['state'], where: { run: told }, _count: true })).toEqual([
    { state: 'told', _count: 3 },
  ]);
  expect(await replyCounts(system, { id: incident.id, kind: 'incident' })).toMatchObject({ all: 2, unanswered: 2 });
  const byName = { orderBy: { name: 'asc' } } as const;
  const failed = await db().mail.findMany({
    where: { status: 'failed' },
    include: { recipient: true },
    orderBy: { recipient: byName.orderBy },
  });
  expect(failed.map(({ event, recipient }) => [event, recipient?.name])).toEqual([
    ['notification', 'Tess Tandem'],
    ['notification', 'Zoe Zenith'],
  ]);
  const lost = await db().user.findMany({ where: { unreachableSince: { not: null } }, ...byName });
  expect(lost.map(({ name }) => name)).toEqual(['Tess Tandem', 'Zoe Zenith']);
});

const person = async (name: string) => {
  const { id } = await db().user.findFirstOrThrow({ where: { name } });
  return (await actorOfUser(db(), id)) as Person;
};

const majorCalled = (shortDescription: string) =>
  db().case.findFirst({
    where: { majorCaseState: 'accepted', task: { shortDescription } },
    include: { children: { include: { task: true } }, task: true },
  });

it('MAJ-9 · the board of a major case in progress has something to show of forty children', async () => {
  const major = await majorCalled('Payments time out and receipts arrive late');
  expect(major?.children).toHaveLength(40);
  expect(major?.children.filter(({ task }) => task.consumerId)).toHaveLength(2);
  const mia = await person('Mia Manager');
  const { figures, records, lastMessage, overTime, businessImpact } = await board(mia, {
    number: major?.task.number ?? '',
  });
  const { counts, notified, notNotified, contractCents } = figures;
  for (const state of ['new', 'open', 'awaiting_info', 'resolved', 'closed'] as const)
    expect(counts[state], state).toBeGreaterThan(0);
  expect({ notified, notNotified: counts.not_told, waiting: counts.waiting }).toEqual({
    notified: 33,
    notNotified: 7,
    waiting: 6,
  });
  expect(notNotified.length).toBeGreaterThan(1);
  expect(counts.own_incident).toBe(1);
  expect(contractCents).toBeGreaterThan(1_000_000_00);
  expect(
    [records.incident, records.problem, records.change].map((record) => [record?.title, record?.state.label]),
  ).toEqual([
    ['Queries on db-core-1 take up to 20 seconds', 'In Progress'],
    ['Bookings lock each other out on db-core-1', 'Root Cause Analysis'],
    ['Release 8.3.1 of the bookings service', 'Scheduled'],
  ]);
  expect(lastMessage?.children).toBe(34);
  expect(overTime?.steps.length).toBe(24);
  expect(businessImpact).toContain('lose sales');
});

it('MAJ-2, MAJ-1 · a major case has three children of three customers, and a candidate waits', async () => {
  const major = await majorCalled('Emails arrive hours late');
  expect(major?.task).toMatchObject({ active: true, accountId: null });
  expect(major?.incidentId).not.toBe(null);
  expect(new Set(major?.children.map(({ task }) => task.accountId)).size).toBe(3);
  const candidates = await db().case.findMany({ where: { majorCaseState: 'proposed' }, include: { task: true } });
  expect(candidates.map(({ task }) => task.shortDescription)).toEqual(['Card readers ask for a second tap']);
});

// Last, because it writes into the demonstration.
it('REL-17 · a case that a customer opens in the portal is on the home page of the group’s agents', async () => {
  const { number } = await openCase(await person('Fiona Funco'), OpenCase.parse({ description: 'The tills are slow' }));
  await db().task.update({ where: { number }, data: { priority: 1 } });
  const { rows } = await unassignedWork(await person('Ava Agent'));
  expect(rows.map((row) => row.number)).toContain(number);
});
