import { property } from '#lib/settings/settings.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
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
