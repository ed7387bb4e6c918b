import { v7 as uuid } from 'uuid';
import type { Actor } from '#lib/platform/actor.ts';
import type { Db } from '#lib/platform/db.ts';
import type { Settings } from '#lib/property/settings.ts';
import type { TaskEvent } from '#lib/sync/event.ts';
import type { TaskKind } from './kind.ts';

/** One run of a command: its transaction, who and when, and what it has done so far. */
export type Run = {
  tx: Db;
  actor: Actor;
  at: Date;
  settings: Settings;
  command: string;
  /** The root of all that the command writes, once it has written something (SYNC-00). */
  cause: { id: string; taskId: string } | null;
  events: TaskEvent[];
  /** Records that this command wrote itself: for open pages. */
  touched: Map<string, { kind: TaskKind; number: string }>;
  /** A rule has written an entry into a record's journal: who gets its work notes is to hear of it (MAIL-10). */
  ruleWrote: boolean;
  /** How many others the rules told of it (SYNC-3). */
  told: number;
};

/** The cause of this run. The first record that a command writes is its root. */
export async function causeOf(run: Run, taskId: string): Promise<string> {
  if (!run.cause) {
    run.cause = { id: uuid(), taskId };
    await run.tx.cause.createMany({
      data: { id: run.cause.id, at: run.at, actorId: run.actor.id, taskId, command: run.command },
    });
  }
  return run.cause.id;
}
