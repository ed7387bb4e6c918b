import { listed } from '#lib/platform/listed.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { type CommandContext, ensureCause, recordChanged } from '#lib/write/command-context.ts';
import { writeEntries } from '#lib/write/write-entry.ts';
import { describedMessage } from '../rules/fill-message.ts';
import type { MessageRun } from './message-run.ts';

/** Case numbers listed in the note before it only counts. */
const NAMED = 50;
/** People listed in the note of an answer. */
const PEOPLE = 20;

type Source = { id: string; kind: TaskKind; number: string };

/** Since the last note: people emailed, how many are staff, first names, the cases with and without an email, and the first. */
type Notified = { people: number; staff: number; names: string[]; mailed: string[]; alone: string[]; firstId?: string };

async function claimNotified({ tx }: CommandContext, runId: string): Promise<Notified> {
  const [notified] = await tx.$queryRaw<Notified[]>`
    with people as (
      update notify_people set noted = true where run_id = ${runId}::uuid and state = 'mailed' and not noted returning user_id),
    mailed as (
      select distinct c.case_id from people join notify_case_people p on p.run_id = ${runId}::uuid and p.user_id = people.user_id
      join notify_cases c on c.run_id = p.run_id and c.case_id = p.case_id and c.state = 'told'),
    cases as (
      update notify_cases set noted = true where run_id = ${runId}::uuid and state = 'told' and not noted returning case_id),
    alone as (select case_id from cases except select case_id from mailed)
    select (select count(*)::int from people) as people,
      (select count(*)::int from people join users u on u.id = people.user_id where u.kind = 'internal') as staff,
      array(select u.name from people join users u on u.id = people.user_id order by u.name, u.id limit ${PEOPLE}) as names,
      array(select t.number from mailed join tasks t on t.id = mailed.case_id order by t.number) as mailed,
      array(select t.number from alone join tasks t on t.id = alone.case_id order by t.number) as alone,
      coalesce((select t.id from mailed join tasks t on t.id = mailed.case_id order by t.number limit 1),
        (select t.id from alone join tasks t on t.id = alone.case_id order by t.number limit 1)) as "firstId"`;
  return notified ?? { people: 0, staff: 0, names: [], mailed: [], alone: [] };
}

/**
 * NOT-2, NOT-9 · Writes a work note of who was notified since the last note. Only stopped runs get several notes. The first
 * case is its source: readers who may not know it do not read the note (ACC-6).
 */
export async function noteNotified(
  context: CommandContext,
  { id, sourceId, text, senderId, answers }: Omit<MessageRun, 'tries'>,
): Promise<void> {
  const [source] = await context.tx.$queryRaw<Source[]>`
    select id, kind::text as kind, number from tasks where id = ${sourceId}::uuid for no key update`;
  const notified = await claimNotified(context, id);
  if (source) recordChanged(context, source);
  if (notified.mailed.length + notified.alone.length === 0) return;
  const whom = answers ? answeredWhom(notified) : notifiedWhom(notified);
  const first = notified.firstId ? { sourceTaskId: notified.firstId } : {};
  const entry = { taskId: sourceId, type: 'work_note', authorId: senderId, ...first } as const;
  ensureCause(context, sourceId);
  await writeEntries(context, [{ ...entry, text: noteOf(whom, notified, text) }], [sourceId]);
}

const named = (numbers: readonly string[]) => listed(numbers.slice(0, NAMED), numbers.length);

/** NOT-2 · Counts customers, and watchers who are staff separately. */
function notifiedWhom({ people, staff }: Notified): string {
  const customers = people - staff;
  const count = customers === 1 ? '1 customer' : `${customers.toLocaleString('en')} customers`;
  return `Notified ${count}${staff > 0 ? ` and ${staff.toLocaleString('en')} of the staff` : ''}`;
}

/** NOT-8 · An answer names its recipients. */
const answeredWhom = ({ people, names }: Notified) => (people > 0 ? `Answered ${listed(names, people)}` : 'Answered');

/**
 * "Notified 2 customers (CS0001001, CS0001002): TEXT", or "Answered Cora Customer (CS0001001): TEXT". Cases with only the
 * comment come last: "; without an email: CS0001003".
 */
function noteOf(whom: string, { mailed, alone }: Notified, text: string): string {
  const cases = [
    ...(mailed.length > 0 ? [named(mailed)] : []),
    ...(alone.length > 0 ? [`without an email: ${named(alone)}`] : []),
  ];
  return `${whom} (${cases.join('; ')}): ${describedMessage(text)}`;
}
