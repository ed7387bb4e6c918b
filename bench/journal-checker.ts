import { db, Prisma } from '#lib/platform/db.ts';

/** An update of a record that must be propagated to its cases, but not to the case where it began (SYNC-00). */
type Notified = { cause: string; record: string; root: string; next: string | null; communicated: boolean; at: Date };
/** The record in a case's link field from this cause on; each of the case's requests counts as its own field. */
type Linked = { cause: string; field: string; record: string | null };
type Note = { task: string; cause: string; source: string; text: string };
type Incident = { id: string; problem: string; createdAt: Date };

/** The changed fields that the rules propagate, by kind. Comments and communications are propagated too. */
const toldFields = Prisma.sql`
  (values ('incident', 'state'), ('incident', 'holdReason'), ('problem', 'state'),
          ('change', 'state'), ('change', 'type'), ('change', 'onHold'), ('request', 'state')) as told(kind, field)`;
const toldComments = ['incident', 'change', 'request', 'requested_item'];
const linkFields = ['incidentId', 'problemId', 'changeId', 'causedByChangeId'];

/** An incident created while its problem propagated an update may have missed it: the order of the two is unknown. */
const MAKING = 10_000;

/**
 * Compares every journal with the rules, from history alone. Commands on one record are serialised by its lock, and the ids
 * of their causes rise in that order. A case that closed during a fan-out may have the note or not.
 */
export async function faultsInJournals(): Promise<{ wrong: string[]; notes: number; causes: number }> {
  const [told, links, closings, notes, incidents] = [
    await causesWithoutNotice(),
    await linksOfCases(),
    await closingsOfCases(),
    await notesOfRules(),
    await incidentsOfProblems(),
  ];
  const wrong: string[] = [];
  const byCause = Map.groupBy(notes, ({ cause, source }) => `${cause} ${source}`);
  for (const { cause, record, root, next, communicated, at } of told) {
    const got = byCause.get(`${cause} ${record}`) ?? [];
    byCause.delete(`${cause} ${record}`);
    if (new Set(got.map(({ text }) => text)).size > 1) wrong.push(`${cause}: not all were told the same`);
    const times = Map.groupBy(got, ({ task }) => task);
    const expect = (task: string, expected: number, unsure: boolean) => {
      const count = times.get(task)?.length ?? 0;
      times.delete(task);
      if (count !== expected && !(unsure && count <= 1))
        wrong.push(`${cause}: ${task} got ${count} notes, not ${expected}`);
    };
    for (const [task, history] of links) {
      const closed = closings.get(task);
      const expected = hasAt(history, cause, record) && task !== root && !(closed && closed < cause) ? 1 : 0;
      expect(task, expected, expected === 1 && closed !== undefined && (next === null || closed < next));
    }
    for (const { id, createdAt } of communicated ? (incidents.get(record) ?? []) : [])
      expect(id, 1, createdAt.getTime() > at.getTime() - MAKING);
    for (const task of times.keys()) wrong.push(`${cause}: ${task} has nothing to do with it`);
  }
  for (const [key, [note]] of byCause) wrong.push(`${key}: nobody caused this note: ${note?.text}`);
  return { wrong: [...wrong, ...(await roundsAnsweredTwice())], notes: notes.length, causes: told.length };
}

function hasAt(history: readonly Linked[], cause: string, record: string): boolean {
  return [...linkFields, record].some(
    (field) => history.findLast((each) => each.field === field && each.cause <= cause)?.record === record,
  );
}

/** All causes with a change that is propagated, in order per record; an item's changes count for its request. */
function causesWithoutNotice(): Promise<Notified[]> {
  return db().$queryRaw<Notified[]>`
    with records as (
      select t.id, t.kind::text as kind, coalesce(i.request_id, t.id) as whole
      from tasks t left join requested_items i using (id) where t.kind <> 'case'),
    touched as (
      select f.cause_id, r.whole from field_changes f join records r on r.id = f.task_id
      join ${toldFields} on told.kind = r.kind and told.field = f.field
      where f.version > 1 and (f.field <> 'holdReason' or f.new_value is not null)
      union select e.cause_id, r.whole from journal_entries e join records r on r.id = e.task_id
      where e.type = 'comment' and r.kind = any(${toldComments})
      union select id, task_id from causes where command like 'communicate-%'),
    every as (
      select c.id as cause, r.whole as record from causes c join records r on r.id = c.task_id
      union select e.cause_id, r.whole from journal_entries e join records r on r.id = e.task_id
      union select e.cause_id, r.whole from journal_entries e join records r on r.id = e.source_task_id)
    select cause, record, root, next, communicated, at from (
      select e.cause, e.record, c.task_id as root, c.at, c.command like 'communicate-%' as communicated,
             lead(e.cause) over (partition by e.record order by e.cause) as next
      from every e join causes c on c.id = e.cause) o
    where exists (select from touched t where t.cause_id = o.cause and t.whole = o.record)
    order by cause`;
}

/** A request's history lacks its initial case, so the link begins with the request's first change. */
async function linksOfCases(): Promise<Map<string, Linked[]>> {
  const rows = await db().$queryRaw<(Linked & { task: string })[]>`
    select f.task_id as task, f.cause_id as cause, f.field, f.new_value as record
    from field_changes f join cases c on c.id = f.task_id
    where f.field = any(${linkFields})
    union all select begun.case_id, begun.cause_id, r.id::text, r.id::text from requests r cross join lateral (
      select made.cause_id, case when moved.id is null then r.case_id else moved.old_value::uuid end as case_id
      from (select cause_id from field_changes where task_id = r.id order by cause_id limit 1) made
      left join (select id, old_value from field_changes where task_id = r.id and field = 'caseId'
                 order by cause_id limit 1) moved on true) begun
    where begun.case_id is not null
    union all select f.old_value::uuid, f.cause_id, f.task_id::text, null from field_changes f
    where f.field = 'caseId' and f.old_value is not null
    union all select f.new_value::uuid, f.cause_id, f.task_id::text, f.task_id::text from field_changes f
    where f.field = 'caseId' and f.new_value is not null
    order by 1, 2`;
  return Map.groupBy(rows, ({ task }) => task);
}

async function closingsOfCases(): Promise<Map<string, string>> {
  const rows = await db().$queryRaw<{ task: string; cause: string }[]>`
    select f.task_id as task, f.cause_id as cause from field_changes f join cases c on c.id = f.task_id
    where f.field = 'state' and f.new_value in ('closed', 'cancelled')`;
  return new Map(rows.map(({ task, cause }) => [task, cause]));
}

/** Incidents get their problem at creation and keep it. */
async function incidentsOfProblems(): Promise<Map<string, Incident[]>> {
  const rows = await db().$queryRaw<Incident[]>`
    select id, problem_id as problem, created_at as "createdAt" from incidents join tasks using (id)
    where problem_id is not null`;
  return Map.groupBy(rows, ({ problem }) => problem);
}

/** Notes of the sync rules, except those of associating and removing, and those whose source is a case. */
function notesOfRules(): Promise<Note[]> {
  return db().$queryRaw<Note[]>`
    select e.task_id as task, e.cause_id as cause, e.source_task_id as source, e.text
    from journal_entries e join tasks s on s.id = e.source_task_id
    where e.lines -> 0 ->> 'rule' like 'SYNC-%' and s.kind <> 'case'`;
}

/** CHG-1 · Only the first answer of a round counts. */
async function roundsAnsweredTwice(): Promise<string[]> {
  const rows = await db().$queryRaw<{ number: string; round: number }[]>`
    select t.number, a.round from approvals a join tasks t on t.id = a.task_id
    where a.answer in ('approved', 'rejected') group by t.number, a.round having count(*) > 1`;
  return rows.map(({ number, round }) => `${number}: two answers counted in round ${round}`);
}
