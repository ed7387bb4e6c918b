import { readableOf } from '#lib/access/readable.ts';
import { casesOfSource } from '#lib/customer-messages/queries/source-sql.ts';
import { describedMessage } from '#lib/customer-messages/rules/fill-message.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { type UnsyncedChildren, unsyncedChildren } from '#lib/property/unsynced-children.ts';
import { readSettings } from '#lib/settings/settings.ts';
import { commentsReachChildren } from '#lib/sync/comments-reach-children.ts';
import { childrenAreSynced } from '#lib/sync/synced-fields.ts';
import { markdownInTurns } from '#lib/text/markdown-in-turns.ts';
import { type BoardFigures, boardFigures } from './board-figures.ts';
import { isOfMajor } from './board-sql.ts';
import { findMajor, type Major } from './find-major.ts';
import { type OverTime, overTime } from './over-time.ts';
import { type BoardRecords, recordsOf } from './records-of.ts';

/** The last message to the customers of a major case. */
type LastMessage = { html: string; by: string; at: string; children: number };

type Row = Omit<LastMessage, 'at' | 'html'> & { at: Date; text: string; isForMany: boolean };

/** The characters of it shown on a board. */
const LONGEST = 600;

/**
 * MAJ-9 · The last comment that the major case caused in children that the actor may see, by *Notify Customers* or by a comment
 * on the major case; with its author and the number of children that have it.
 */
async function lastMessage(actor: Actor, major: Major): Promise<LastMessage | null> {
  const [row] = await db().$queryRaw<Row[]>`
    with last as (
      select coalesce(n.run_id, e.cause_id) as key, n.run_id, max(e.created_at) as at, count(*)::int as children,
        (array_agg(e.id))[1] as entry_id
      from cases c join tasks t using (id) join journal_entries e on e.task_id = c.id and e.type = 'comment'
      join causes s on s.id = e.cause_id left join notify_cases n on n.entry_id = e.id
      left join users w on w.id = e.author_id
      where ${casesOfSource({ id: major.id, kind: 'case' })} and (${readableOf('case', actor)})
        and ${isOfMajor(major, Prisma.sql`s.task_id`)} and w.kind is distinct from 'contact' and w.kind is distinct from 'consumer'
      group by 1, 2 order by at desc, 1 limit 1
    )
    select left(coalesce(r.text, e.text), ${LONGEST}::int) as text, coalesce(u.name, 'System') as by, last.at, last.children,
      r.id is not null as "isForMany"
    from last join journal_entries e on e.id = last.entry_id join causes s on s.id = e.cause_id
    left join notify_runs r on r.id = last.run_id left join users u on u.id = coalesce(r.sender_id, s.actor_id)`;
  if (!row) return null;
  const { isForMany, at, text, ...rest } = row;
  const html = await markdownInTurns(isForMany ? describedMessage(text) : text);
  return { ...rest, html, at: at.toISOString() };
}

/** MAJ-9 · A major case at a glance; its children are on separate pages. */
export type Board = {
  figures: BoardFigures;
  lastMessage: LastMessage | null;
  records: BoardRecords;
  /** The impact of the issue on the customers' business, as text. */
  businessImpact: string;
  overTime: OverTime | null;
  /** SYNC-MAJ-1 · Null: what the children get is switched on. */
  unsynced: UnsyncedChildren | null;
  /** SYNC-MAJ-1 · Whether comments on the major case are copied to the children. */
  commentsReachChildren: boolean;
};

/** MAJ-9 · The board of a major case, with the same number of statements for any number of children. Refused: REL-16. */
export async function board(actor: Actor, { number }: { number: string }): Promise<Board> {
  const major = await findMajor(actor, number);
  const [figures, last, records, moved, settings] = await Promise.all([
    boardFigures(actor, major),
    lastMessage(actor, major),
    recordsOf(actor, major),
    overTime(actor, major),
    readSettings(db()),
  ]);
  return {
    figures,
    lastMessage: last,
    records,
    businessImpact: major.businessImpact,
    overTime: moved,
    unsynced: childrenAreSynced(settings) ? null : unsyncedChildren(actor),
    commentsReachChildren: commentsReachChildren(settings),
  };
}
