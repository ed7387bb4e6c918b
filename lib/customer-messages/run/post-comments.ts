import { type CommandContext, recordChanged } from '#lib/write/command-context.ts';
import { writeEntries } from '#lib/write/write-entry.ts';
import { messageValues, type NotifiedCase, notifiedCase } from '../queries/case-values.ts';
import { fillMessage } from '../rules/fill-message.ts';
import type { MessageRun } from './message-run.ts';

/** Cases in one transaction; a case stays locked for a few tenths of a second at most. */
const CASES = 500;

/**
 * NOT-2, NOT-9 · Posts the message in the next cases as the sender's additional comment. No sync rule reacts, no ordinary email
 * is sent. SYNC-000: a locked case is checked again; closed cases are left out. False: no case is left.
 */
export async function postComments(context: CommandContext, { id, text, senderId }: MessageRun): Promise<boolean> {
  const { tx } = context;
  const next = await tx.notifyCase.findMany({
    where: { runId: id, state: 'queued' },
    orderBy: { caseId: 'asc' },
    take: CASES,
    select: { caseId: true },
  });
  if (next.length === 0) return false;
  const ids = next.map(({ caseId }) => caseId);
  const cases = await tx.$queryRaw<NotifiedCase[]>`
    select ${notifiedCase} where t.id = any(${ids}::uuid[]) order by t.id for no key update of t`;
  const open = cases.filter(({ active }) => active);
  const entryIds = await writeEntries(
    context,
    open.map((each) => ({
      taskId: each.id,
      type: 'comment',
      text: fillMessage(text, messageValues(each)),
      authorId: senderId,
    })),
    open.map((each) => each.id),
  );
  await tx.$executeRaw`
    update notify_cases n set state = (case when e.id is null then 'skipped' else 'told' end)::notify_case_state,
      reason = case when e.id is null then 'the case is over' else '' end, entry_id = e.id
    from unnest(${ids}::uuid[]) next(id)
    left join unnest(${open.map((each) => each.id)}::uuid[], ${entryIds}::uuid[]) e(case_id, id) on e.case_id = next.id
    where n.run_id = ${id}::uuid and n.case_id = next.id`;
  for (const { id: taskId, number } of open) recordChanged(context, { id: taskId, kind: 'case', number });
  return true;
}
