import type { Actor } from '#lib/platform/actor.ts';
import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { may, maySeeAffectedCount } from './policy.ts';

/** SYNC-6 · The ledger of a record is for who may see how many cases it reaches. */
export function maySeeUpdates(actor: Actor, { kind }: { kind: TaskKind }): Verdict {
  return maySeeAffectedCount(actor, kind) ? yes : no('ACC-6', 'Your roles do not allow you to see these updates.');
}

/** SYNC-6 · Emails of an update are sent again by who sees it and may make one. */
export function mayRetryMailsOf(actor: Actor, { kind }: { kind: TaskKind }): Verdict {
  const sees = maySeeUpdates(actor, { kind });
  return sees.ok ? may(actor, 'edit', kind) : sees;
}
