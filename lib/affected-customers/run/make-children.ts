import { worksSql } from '#lib/access/assignable.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import { insertMails } from '#lib/mail-out/insert-mails.ts';
import { unreachableBecause } from '#lib/mail-out/unreachable-because.ts';
import { Prisma } from '#lib/platform/db.ts';
import { customersOfRun } from '#lib/proactive/customers-of-run.ts';
import { wakeJob } from '#lib/queue/enqueue.ts';
import { type CommandContext, ensureCause, recordChanged } from '#lib/write/command-context.ts';
import { createRecords } from '#lib/write/create-records.ts';
import { type NewEntry, writeEntries } from '#lib/write/write-entry.ts';
import { copiedValues } from '../rules/copied-values.ts';
import type { ChildCaseRun } from './child-case-run.ts';

/** Cases in one transaction; the major case stays locked for a few tenths of a second at most. */
const CUSTOMERS = 500;

/** A next customer. `caseId`: the customer's existing child case; `active`: inactive customers get no case. */
type NextRecipient = {
  id: string;
  customerId: string;
  communicates: boolean;
  active: boolean;
  caseId: string | null;
};

/** MAJ-5 · The next customers of a run. The major case is locked, so nobody else adds a child at the same time. */
function nextRecipients({ tx }: CommandContext, { id, of, major }: ChildCaseRun): Promise<NextRecipient[]> {
  const customer =
    of === 'accounts' ? Prisma.sql`t.account_id = r.account_id` : Prisma.sql`t.consumer_id = r.consumer_id`;
  return tx.$queryRaw<NextRecipient[]>`
    with children as materialized (
      select t.id, t.account_id, t.consumer_id from cases c join tasks t using (id) where c.parent_id = ${major.id}::uuid)
    select r.id, coalesce(r.account_id, r.consumer_id) as "customerId", r.active_communication as communicates,
           coalesce(u.active, true) as active, child.id as "caseId"
    from (select * from recipients where run_id = ${id}::uuid and state = 'queued' order by id limit ${CUSTOMERS}) r
    left join users u on u.id = r.consumer_id
    left join lateral (select t.id from children t where ${customer} order by t.id limit 1) child on true
    order by r.id`;
}

/** MAJ-5 · The values all children copy from the major case. REC-5: only assignees who may work the child are copied. */
async function valuesOf(
  { tx, settings }: CommandContext,
  { of, major, startedById }: ChildCaseRun,
): Promise<Partial<Case>> {
  const values = copiedValues(major, settings);
  const [accountId, consumerId] = of === 'accounts' ? [major.id, null] : [null, major.id];
  const works = worksSql({ kind: 'case', accountId, contactId: null, consumerId });
  const [assignee] = await tx.$queryRaw<{ id: string }[]>`
    select u.id from users u where u.id = ${values.assignedToId ?? null}::uuid and ${works}`;
  const made = { proactive: true, channel: 'proactive', parentId: major.id, openedById: startedById };
  return { ...values, ...made, assignedToId: assignee?.id ?? null };
}

/** MAJ-5 · The primary contact becomes the contact and is added to the watch list. */
async function watch({ tx }: CommandContext, cases: readonly Case[]): Promise<void> {
  const watched = cases.filter(({ contactId }) => contactId);
  await tx.$executeRaw`
    insert into task_watchers (task_id, user_id, list)
    select c.task_id, c.user_id, 'watch_list'
    from unnest(${watched.map(({ id }) => id)}::uuid[], ${watched.map(({ contactId }) => contactId)}::uuid[]) c(task_id, user_id)
    on conflict do nothing`;
}

/** MAJ-5 · Each case gets a note of its origin and the comment for its customer. */
async function writeInto(
  context: CommandContext,
  { major, comment, startedById }: ChildCaseRun,
  cases: readonly Case[],
) {
  const line = `Created as child of major case ${major.number}.`;
  const entries = cases.flatMap(({ id: taskId }): NewEntry[] => [
    { taskId, type: 'comment', text: comment, authorId: startedById },
    { taskId, type: 'work_note', text: line, authorId: null, lines: [{ rule: 'MAJ-5', line }], sourceTaskId: major.id },
  ]);
  await writeEntries(context, entries);
}

async function remember({ tx }: CommandContext, next: readonly NextRecipient[], made: ReadonlyMap<string, string>) {
  const cases = next.map(({ id, caseId }) => caseId ?? made.get(id) ?? null);
  const states = next.map(({ id, caseId }) => (caseId ? 'had' : made.has(id) ? 'made' : 'left_out'));
  await tx.$executeRaw`
    update recipients r set state = n.state::recipient_state, case_id = n.case_id,
      reason = case when n.state = 'left_out' then 'no longer active' else '' end
    from unnest(${next.map(({ id }) => id)}::uuid[], ${states}::text[], ${cases}::uuid[]) n(id, state, case_id)
    where r.id = n.id`;
}

/**
 * MAJ-5, SYNC-000 · Creates child cases for the next customers of a run who have none, with a fixed number of statements for
 * each assignment group. No sync rule reacts, and no notification is sent for each case. False: no customer is left.
 */
export async function makeChildren(context: CommandContext, run: ChildCaseRun): Promise<boolean> {
  const next = await nextRecipients(context, run);
  if (next.length === 0) return false;
  ensureCause(context, run.major.id);
  const without = next.filter(({ active, caseId }) => active && !caseId);
  const ids = without.map(({ customerId }) => customerId);
  const [values, customers] = [await valuesOf(context, run), await customersOfRun(context, run.of, ids)];
  const valuesOfEach = ids.map((id) => ({ ...values, ...customers.get(id) }));
  const cases = await createRecords(context, 'case', valuesOfEach, { silent: true });
  await watch(context, cases);
  await writeInto(context, run, cases);
  await mailCustomers(
    context,
    run,
    cases.filter((_case, at) => without[at]?.communicates),
  );
  await remember(context, next, new Map(cases.map(({ id }, at) => [without[at]?.id ?? '', id])));
  recordChanged(context, run.major);
  return next.length === CUSTOMERS;
}

/** MAJ-5, MAIL-12 · Emails the comment to these cases' customers; the caller passes cases with *Active Communication*. */
async function mailCustomers(
  { tx, at, cause }: CommandContext,
  { comment }: ChildCaseRun,
  cases: readonly Case[],
): Promise<void> {
  if (cases.length === 0) return;
  const written = Prisma.sql`
    select t.id as task_id, 'comment for the customer' as event, u.id as recipient_id, coalesce(u.email, '') as address,
           t.number || ' ' || t.short_description as subject, ${comment} as body, '{}'::jsonb as facts, true as answerable,
           ${unreachableBecause} as reason
    from tasks t join users u on u.id = coalesce(t.contact_id, t.consumer_id)
    where t.id = any(${cases.map(({ id }) => id)}::uuid[])`;
  await tx.$executeRaw`${insertMails(written, { causeId: cause?.id, at })}`;
  await tx.$executeRaw`select ${wakeJob('send-mails')}`;
}
