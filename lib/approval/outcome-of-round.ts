import type { JournalInput } from '#lib/record/definition.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { property } from '#lib/settings/settings.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { updateRecord } from '#lib/write/write-updates.ts';
import { type Answer, outcomeWithContacts, type RoundOutcome } from './outcome.ts';

/** CHG-1 · The outcome of a round including the new answer; once it is decided, open requests become not needed. */
export async function outcomeOfRound(
  { tx, settings, preview }: CommandContext,
  { taskId, round, ...given }: { taskId: string; round: number; id?: string; answer?: string },
): Promise<RoundOutcome> {
  const found = await tx.approval.findMany({
    where: { taskId, round },
    select: { id: true, answer: true, approver: { select: { kind: true } } },
  });
  const rule = property(settings, 'change.approval.rule') === 'all' ? 'all' : 'first';
  const answersOf = (isStaff: boolean) =>
    found
      .filter(({ approver }) => (approver.kind === 'internal') === isStaff)
      .map(({ id, answer }) => (id === given.id ? given.answer : answer) as Answer);
  const outcome = outcomeWithContacts(answersOf(true), answersOf(false), rule);
  if (outcome !== 'requested' && !preview)
    await tx.approval.updateMany({ where: { taskId, round, answer: 'requested' }, data: { answer: 'not_needed' } });
  return outcome;
}

/**
 * CHG-1 · A rejected change returns to New; an approved change may leave its state. REQ-1, REQ-2 · An approved item starts, a
 * rejected item is skipped. The record must be locked.
 */
export function applyOutcome(
  context: CommandContext,
  record: TaskRecord,
  outcome: 'approved' | 'rejected',
  journal: JournalInput,
): Promise<TaskRecord> {
  const approved = outcome === 'approved';
  if (record.kind === 'change') {
    const proposed = { ...record, approval: outcome, state: approved ? record.state : 'new' };
    // NTF-1: the cases of the change receive the reason.
    const refused = approved ? undefined : journal.workNote;
    return updateRecord(context, 'change', record, proposed, journal, { refused });
  }
  if (record.kind === 'requested_item') {
    const proposed = { ...record, approval: outcome, state: approved ? 'open' : 'closed_skipped' };
    return updateRecord(context, 'requested_item', record, proposed, journal);
  }
  throw new Error(`A ${record.kind} asks for no approval.`);
}
