import type { TaskEvent } from '#lib/record/event.ts';
import type { CommandContext } from '#lib/write/command-context.ts';

const ended: readonly string[] = ['resolved', 'closed'];

/** Whether an event ends a case: a user's own action, or a rule. */
const ends = (event: TaskEvent) =>
  event.type === 'updated' &&
  event.record.kind === 'case' &&
  event.changed.has('state') &&
  ended.includes(event.record.state);

/**
 * SYNC-MAJ-2, SYNC-3 · How many open child cases do not end with their major case, because states are not synchronised or a child
 * cannot follow. `events`: those of the command and what the rules would do.
 */
export async function childrenLeftOpen(
  { tx }: Pick<CommandContext, 'tx'>,
  events: readonly TaskEvent[],
): Promise<number> {
  const majors = events.flatMap((event) =>
    !event.rules && ends(event) && event.record.kind === 'case' && event.record.majorCaseState === 'accepted'
      ? [event.record.id]
      : [],
  );
  if (majors.length === 0) return 0;
  const gone = events.filter((event) => event.rules && ends(event)).map(({ record }) => record.id);
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from cases c join tasks t using (id)
    where c.parent_id = any(${majors}::uuid[]) and t.active and t.state <> 'resolved' and t.id <> all(${gone}::uuid[])`;
  return row?.count ?? 0;
}
