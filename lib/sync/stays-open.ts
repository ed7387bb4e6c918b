import { Prisma } from '#lib/platform/db.ts';
import type { TaskEvent } from '#lib/record/event.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { isSingle, linksTo } from '#lib/record/link.ts';
import { hasRecord } from '#lib/record/link-sql.ts';
import type { CommandContext } from '#lib/write/command-context.ts';

/** SYNC-3 · A record that a command resolves or closes, and the major cases with it, and their children, that stay open. */
export type Ended = { id: string; kind: TaskKind; majorCases: number; firstMajorCase: string | null; children: number };

/** The record that a user's action resolves or closes. */
function endedBy(events: readonly TaskEvent[]): { id: string; kind: TaskKind } | null {
  for (const event of events)
    if (event.type === 'updated' && !event.rules && event.changed.has('state'))
      if (['resolved', 'closed'].includes(event.record.state)) return event.record;
  return null;
}

/** SYNC-3 · What stays open besides cases that rules would resolve, in one statement; null if no record ends. */
export async function staysOpen(
  { tx }: Pick<CommandContext, 'tx'>,
  events: readonly TaskEvent[],
  resolved: readonly string[],
): Promise<Ended | null> {
  const ended = endedBy(events);
  if (!ended) return null;
  const { id, kind } = ended;
  const own = linksTo(kind).filter(isSingle);
  if (own.length === 0) return null;
  const isOpen = (task: Prisma.Sql) =>
    Prisma.sql`${task}.active and ${task}.state <> 'resolved' and ${task}.id <> all(${[...resolved]}::uuid[])`;
  const [row] = await tx.$queryRaw<Omit<Ended, 'id' | 'kind'>[]>`
    select count(*)::int as "majorCases", min(t.number) as "firstMajorCase", coalesce(sum(k.open), 0)::int as children
    from cases c join tasks t using (id)
    cross join lateral (
      select count(*) as open from cases their join tasks child using (id)
      where their.parent_id = c.id and ${isOpen(Prisma.sql`child`)}) k
    where c.major_case_state = 'accepted' and ${hasRecord(own, Prisma.sql`${id}::uuid`)} and ${isOpen(Prisma.sql`t`)}`;
  return { id, kind, ...(row ?? { majorCases: 0, firstMajorCase: null, children: 0 }) };
}
