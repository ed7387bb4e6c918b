import { property } from '#lib/property/settings.ts';
import type { CommandContext } from '#lib/task/command-context.ts';
import { type Answer, outcomeWithContacts, type RoundOutcome } from './outcome.ts';

/** CHG-1 · What the answers of a round come to; where they decide it, the others are no longer needed. */
export async function outcomeOfRound(
  { tx, settings }: CommandContext,
  { taskId, round }: { taskId: string; round: number },
): Promise<RoundOutcome> {
  const found = await tx.approval.findMany({
    where: { taskId, round },
    select: { answer: true, approver: { select: { kind: true } } },
  });
  const rule = property(settings, 'change.approval.rule') === 'all' ? 'all' : 'first';
  const answersOf = (isStaff: boolean) =>
    found.filter(({ approver }) => (approver.kind === 'internal') === isStaff).map(({ answer }) => answer as Answer);
  const outcome = outcomeWithContacts(answersOf(true), answersOf(false), rule);
  if (outcome !== 'requested')
    await tx.approval.updateMany({ where: { taskId, round, answer: 'requested' }, data: { answer: 'not_needed' } });
  return outcome;
}
