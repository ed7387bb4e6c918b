import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { readSettings } from '#lib/settings/settings.ts';
import { commentsReachChildren } from '#lib/sync/comments-reach-children.ts';
import { type BoardFigures, boardFigures } from './board-figures.ts';
import { findMajor } from './find-major.ts';
import { type LastMessage, lastMessage } from './last-message.ts';
import { type OverTime, overTime } from './over-time.ts';
import { type BoardRecords, recordsOf } from './records-of.ts';

/** MAJ-9 · What a manager sees of a major case at a glance; the children stand on pages of their own. */
export type Board = {
  figures: BoardFigures;
  lastMessage: LastMessage | null;
  records: BoardRecords;
  /** What the issue costs the customers' business, in words. */
  businessImpact: string;
  overTime: OverTime | null;
  /** SYNC-MAJ-1 · Whether customers read comments on the major case in their own cases. */
  commentsReachChildren: boolean;
};

/** MAJ-9 · The board of a major case, in as many statements for four thousand children as for one. Refused: REL-16. */
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
