import { v7 as uuid } from 'uuid';
import type { Actor } from '#lib/platform/actor.ts';
import type { Db } from '#lib/platform/db.ts';
import type { Settings } from '#lib/property/settings.ts';
import type { TaskEvent } from '#lib/sync/event.ts';
import type { TaskKind } from './kind.ts';

/** A command that is being carried out: its transaction, who and when, and what it has done so far. */
export type CommandContext = {
  tx: Db;
  actor: Actor;
  at: Date;
  settings: Settings;
  command: string;
  /** The root of all that the command writes, once it has written something (SYNC-00). */
  cause: { id: string; taskId: string } | null;
  events: TaskEvent[];
  /** Records that this command wrote itself: for open pages. */
  changedRecords: Map<string, { kind: TaskKind; number: string }>;
  /** A rule has written an entry into a record's journal: who gets its work notes is to hear of it (MAIL-10). */
  ruleWrote: boolean;
  /** How many others the rules told of it (SYNC-3). */
  told: number;
};

/** The cause of this command. The first record that a command writes is its root. */
export async function ensureCause(context: CommandContext, taskId: string): Promise<string> {
  if (!context.cause) {
    context.cause = { id: uuid(), taskId };
    await context.tx.cause.createMany({
      data: { id: context.cause.id, at: context.at, actorId: context.actor.id, taskId, command: context.command },
    });
  }
  return context.cause.id;
}
