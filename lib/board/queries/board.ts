import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { readSettings } from '#lib/settings/settings.ts';
import { commentsReachChildren } from '#lib/sync/comments-reach-children.ts';
import { type BoardFigures, boardFigures } from './board-figures.ts';
import { findMajor } from './find-major.ts';
import { type LastMessage, lastMessage } from './last-message.ts';
import { type OverTime, overTime } from './over-time.ts';
import { type BoardRecords, recordsOf } from './records-of.ts';

/** MAJ-9 · A major case at a glance; its children are on separate pages. */
export type Board = {
  figures: BoardFigures;
  lastMessage: LastMessage | null;
  records: BoardRecords;
  /** The impact of the issue on the customers' business, as text. */
  businessImpact: string;
  overTime: OverTime | null;
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
    commentsReachChildren: commentsReachChildren(settings),
  };
}
