import { proposedGroup } from '#lib/related/queries/proposed-group.ts';
import type { CommandContext } from '#lib/write/command-context.ts';

/** REL-17 · The default group of a request without a chosen group. */
export async function requestGroup(
  { tx, settings }: Pick<CommandContext, 'tx' | 'settings'>,
  theCase: { configurationItemId: string | null } | null,
): Promise<{ assignmentGroupId: string | null }> {
  const group = await proposedGroup(tx, settings, 'request', theCase?.configurationItemId ?? null);
  return { assignmentGroupId: group?.id ?? null };
}
