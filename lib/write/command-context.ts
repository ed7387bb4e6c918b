import { v7 as uuid } from 'uuid';
import type { Actor } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import type { Db } from '#lib/platform/db.ts';
import type { TaskEvent } from '#lib/record/event.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { readSettings, type Settings } from '#lib/settings/settings.ts';
import type { Ahead } from './ahead.ts';
import { type Ledger, newLedger } from './ledger.ts';

/** Why something was written: the record that a command wrote first, the rules that followed and how many records they wrote. */
export type Cause = { id: string; taskId: string; rules: Set<string>; written: number; ledger: Ledger };

/** Somebody who is mentioned in an entry. */
export type Mention = { taskId: string; entryId: string; userId: string };

/** Records that follow another by such a rule, as children their parent (INC-7, MAJ-10); and those that cannot, with why. */
export type Followers = {
  rule: string;
  ids: readonly string[];
  leftOut: readonly { id: string; because: string }[];
};

/** A command that is being carried out: its transaction, who and when, and what it has done so far. */
export type CommandContext = {
  tx: Db;
  actor: Actor;
  at: Date;
  settings: Settings;
  command: string;
  /** The root of all that the command writes, once it has written something (SYNC-00), and what rules did on its account. */
  cause: Cause | null;
  /** CASE-10 · For whom the actor speaks: history says so of all that the command changes. */
  onBehalfOf?: string;
  /** MAIL-4 · What is written is text from an email, no Markdown. */
  isPlain?: boolean;
  /** SYNC-5 · The command is only looked at: what it would have written so far. Null: it writes. */
  ahead: Ahead | null;
  events: TaskEvent[];
  /** Who is mentioned in the entries of this command, and may see them. */
  mentions: Mention[];
  /** How many of the events the reactions have seen. */
  reactedTo: number;
  /** Records that this command wrote, by id: for open pages. */
  changedRecords: Map<string, { kind: TaskKind; number: string }>;
  /** Rules have written entries: the work notes lists of those records get a mail (MAIL-10). */
  rulesWrote: boolean;
  /** SYNC-5 · The records into whose work notes a rule has written one by one: who watches them gets an email. */
  notedIds: Set<string>;
  /** Whoever followed a record by a rule that nobody can turn off. */
  followers: Followers[];
  /** How many records the rules updated, beside the one that a case's words are copied to (SYNC-3). */
  updatedCount: number;
  /** SYNC-MAJ-1 · How many child cases of major cases the rules updated. */
  childrenUpdated: number;
};

/** A command at its beginning, under the settings of this moment. */
export async function commandContext(tx: Db, actor: Actor, command: string): Promise<CommandContext> {
  const settings = await readSettings(tx);
  const begun = {
    cause: null,
    ahead: null,
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

/** The id of the command's cause, which is written last. The first record that a command writes is its root. */
export function causeOf(context: CommandContext, taskId: string): string {
  context.cause ??= { id: uuid(), taskId, rules: new Set(), written: 0, ledger: newLedger() };
  return context.cause.id;
}

/** Open pages are to hear that this record changed. */
export function recordChanged(
  context: CommandContext,
  { id, kind, number }: { id: string; kind: TaskKind; number: string },
) {
  context.changedRecords.set(id, { kind, number });
}
