import { AsyncLocalStorage } from 'node:async_hooks';
import { concernedUsers, fillInboxes } from '#lib/inbox/deliver.ts';
import { holdUnreadable } from '#lib/mail-out/hold-unreadable.ts';
import { queueMails } from '#lib/mail-rules/outbox.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { confirmedFigures, NOTHING_SHOWN } from '#lib/platform/confirmation.ts';
import type { Db } from '#lib/platform/db.ts';
import { snapshot, transaction } from '#lib/platform/transaction.ts';
import { react } from '#lib/reactions/reactions.ts';
import { actorsOfUsers } from '#lib/session/actors.ts';
import { propagate } from '#lib/sync/propagate.ts';
import { type CommandContext, commandContext } from '#lib/write/command-context.ts';
import { emptyPreview } from '#lib/write/preview-state.ts';
import { type ChildUpdates, childUpdatesOf, enforceShown, previewChildUpdates } from './child-updates.ts';
import { conclude } from './conclude.ts';

/** A command's result, how many records the rules updated for it (SYNC-3), and its effects on child cases (SYNC-MAJ-1). */
export type Outcome<T> = { value: T; updatedCount: number; children: ChildUpdates | null };

/**
 * What follows a command's own changes, in this order: changes in its own family (such as a request and its items), records
 * updated by the sync rules, changes in their families, and notifications by email, in the inbox and on open pages.
 */
const phases: readonly ((context: CommandContext) => Promise<void>)[] = [
  react,
  (context) => propagate(context),
  react,
  notifyPeople,
];

/** ACC-6 · Notifies recipients only if they may see the record now. */
async function notifyPeople(context: CommandContext): Promise<void> {
  const { mails, people } = await conclude(context, queueMails(context), concernedUsers(context));
  const ids = new Set([...people, ...mails.map(({ recipientId }) => recipientId)]);
  if (ids.size === 0) return;
  const actors = new Map((await actorsOfUsers(context.tx, [...ids])).map((actor) => [actor.id, actor]));
  await holdUnreadable(context.tx, mails, actors);
  await fillInboxes(
    context,
    people.flatMap((id) => actors.get(id) ?? []),
  );
}

/** SYNC-5 · Thrown to end a dry run. */
class Seen extends Error {
  override name = 'Seen';
}

type Look = (context: CommandContext) => Promise<void>;

const looking = new AsyncLocalStorage<Look>();

/**
 * SYNC-3, SYNC-5 · Dry run of a command before its consequences: runs the same code, up to the command's own family, but locks
 * writes nothing. `nothingDone`: the result if the command finds nothing to do. Refused: whatever the command refuses.
 */
export async function dryRun<T>(
  command: () => Promise<unknown>,
  look: (context: CommandContext) => Promise<T>,
  nothingDone?: T,
): Promise<T> {
  let seen: { value: T } | null = null;
  const see: Look = async (context) => {
    seen = { value: await look(context) };
  };
  try {
    await looking.run(see, command);
  } catch (error) {
    if (error instanceof Seen && seen) return (seen as { value: T }).value;
    throw error;
  }
  if (nothingDone !== undefined) return nothingDone;
  throw new Error('What was to be looked at is no command.');
}

/** Runs a command as a dry run: on a snapshot, without locks. */
async function previewStage<T>(
  { actor, command, work }: { actor: Actor; command: string; work: (context: CommandContext) => Promise<T> },
  look: Look,
): Promise<never> {
  await snapshot(async (tx) => {
    const context = { ...(await commandContext(tx, actor, command)), preview: emptyPreview() };
    await work(context);
    await react(context);
    await look(context);
  });
  throw new Seen('A command was looked at.');
}

/** SYNC-MAJ-1 · Asks a user who has confirmed nothing, before any child is updated. */
async function askFirst(context: CommandContext): Promise<void> {
  const shown = confirmedFigures();
  if (!shown || shown.children > NOTHING_SHOWN.children) return;
  await react(context);
  enforceShown(await previewChildUpdates(context));
}

/** SYNC-0 · Runs a command in one transaction: `work` and all consequences. `within`: an open transaction to use. */
export function runCommand<T>(
  actor: Actor,
  command: string,
  work: (context: CommandContext) => Promise<T>,
  within?: Db,
): Promise<Outcome<T>> {
  const look = looking.getStore();
  if (look) return previewStage({ actor, command, work }, look);
  return transaction(async (tx) => {
    const context = await commandContext(tx, actor, command);
    const value = await work(context);
    await askFirst(context);
    for (const phase of phases) await phase(context);
    const children = await childUpdatesOf(context);
    if (children) enforceShown(children);
    return { value, updatedCount: context.updatedCount, children };
  }, within);
}
