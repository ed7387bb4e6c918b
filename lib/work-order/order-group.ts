import type { Case } from '#lib/kinds/case/definition.ts';
import { proposedGroup } from '#lib/related/queries/proposed-group.ts';
import type { CommandContext } from '#lib/write/command-context.ts';

/** REL-17 · Default group of a work order, from the configuration item of its case. */
export async function orderGroup(
  { tx, settings }: CommandContext,
  { configurationItemId }: Pick<Case, 'configurationItemId'>,
): Promise<{ assignmentGroupId: string | null }> {
  const group = await proposedGroup(tx, settings, 'work_order', configurationItemId);
  return { assignmentGroupId: group?.id ?? null };
}
