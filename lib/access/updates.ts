import type { Actor } from '#lib/platform/actor.ts';
import { first, no, type Verdict, yes } from '#lib/platform/verdict.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { may, maySeeAffectedCount, mayWork } from './policy.ts';

/** SYNC-6 · The update ledger of a record is for users who may see how many cases it affects. */
export function maySeeUpdates(actor: Actor, { kind }: { kind: TaskKind }): Verdict {
  return maySeeAffectedCount(actor, kind) ? yes : no('ACC-6', 'Your roles do not allow you to see these updates.');
}

/** SYNC-6, ACC-13 · Users who see an update and may write to its record can resend its emails. */
export function mayRetryMailsOf(actor: Actor, record: Parameters<typeof mayWork>[1]): Verdict {
  return first(maySeeUpdates(actor, record), may(actor, 'edit', record.kind), mayWork(actor, record));
}
