import { v7 as uuid } from 'uuid';
import type { Actor } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import type { Db } from '#lib/platform/db.ts';
import type { TaskEvent } from '#lib/record/event.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { readSettings, type Settings } from '#lib/settings/settings.ts';
import { type Ledger, newLedger } from './ledger.ts';
import type { PreviewState } from './preview-state.ts';

/** Why records were written: the command's first record, the rules that followed, and how many records they wrote. */
export type Cause = { id: string; taskId: string; rules: Set<string>; written: number; ledger: Ledger };

/** A user mentioned in an entry. */
export type Mention = { taskId: string; entryId: string; userId: string };

/** Records that follow another through this rule, like children their parent (INC-7, MAJ-10); others with the reason. */
export type Followers = {
  rule: string;
  ids: readonly string[];
  leftOut: readonly { id: string; because: string }[];
};

/** A running command: its transaction, actor and time, and what it has done so far. */
export type CommandContext = {
  tx: Db;
  actor: Actor;
  at: Date;
  settings: Settings;
  command: string;
  /** Cause of everything the command writes; set by its first write (SYNC-00). Includes what rules did because of it. */
  cause: Cause | null;
  /** CASE-10 · The user the actor acts for; recorded in the history of every change. */
  onBehalfOf?: string;
  /** MAIL-4 · The text comes from an email and is not Markdown. */
  isPlain?: boolean;
  /** SYNC-5 · Set for a preview: what it would have written so far. Null: the command writes. */
  preview: PreviewState | null;
  events: TaskEvent[];
  /** Mentioned users who may see the entries. */
  mentions: Mention[];
  /** How many events the reactions have processed. */
  reactedTo: number;
  /** Records written by this command, by id, to update open pages. */
  changedRecords: Map<string, { kind: TaskKind; number: string }>;
  /** Rules wrote entries: the work notes lists of those records get an email (MAIL-10). */
  rulesWrote: boolean;
  /** SYNC-5 · Records that got a rule's work note one by one: their watchers get an email. */
  notedIds: Set<string>;
  /** Records that followed another by a rule that cannot be switched off. */
  followers: Followers[];
  /** How many records the rules updated, except the record that a case's entries are copied to (SYNC-3). */
  updatedCount: number;
  /** SYNC-MAJ-1 · How many child cases of major cases the rules updated. */
  childrenUpdated: number;
};

/** A new command context with the current settings. */
export async function commandContext(tx: Db, actor: Actor, command: string): Promise<CommandContext> {
  const settings = await readSettings(tx);
  const begun = {
    cause: null,
    preview: null,
    events: [],
    mentions: [],
    reactedTo: 0,
    changedRecords: new Map(),
    rulesWrote: false,
    notedIds: new Set<string>(),
    followers: [],
    updatedCount: 0,
    childrenUpdated: 0,
  };
  return { tx, actor, at: now(), settings, command, ...begun };
}

/** The id of the command's cause, which is stored last. The first record that a command writes is its root. */
export function ensureCause(context: CommandContext, taskId: string): string {
  context.cause ??= { id: uuid(), taskId, rules: new Set(), written: 0, ledger: newLedger() };
  return context.cause.id;
}

/** Marks the record as changed, so that open pages update. */
export function recordChanged(
  context: CommandContext,
  { id, kind, number }: { id: string; kind: TaskKind; number: string },
) {
  context.changedRecords.set(id, { kind, number });
}
