import type { Actor } from '#lib/platform/actor.ts';
import { first, no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { type TaskKind, taskKinds } from '#lib/record/kind.ts';
import { may, maySeeAffectedCount, mayUseWorkspace, mayWork } from './policy.ts';
import { staffGrants } from './staff-grants.ts';

/** SYNC-6 · The update ledger of a record is for users who may see how many cases it affects. Staff read which role shows it. */
export function maySeeUpdates(actor: Actor, { kind }: { kind: TaskKind }): Verdict {
  if (maySeeAffectedCount(actor, kind)) return yes;
  if (!mayUseWorkspace(actor)) return no('ACC-6', 'Your roles do not allow you to see these updates.');
  const { edit, comment } = staffGrants[kind];
  const roles = [...new Set([...edit, ...comment])].join(' or ');
  const plural = taskKinds[kind].plural.toLowerCase();
  return no('ACC-6', `You need the role ${roles} to see which records were updated by changes of ${plural}.`);
}

/** SYNC-6, ACC-13 · Users who see an update and may write to its record can resend its emails. */
export function mayRetryMailsOf(actor: Actor, record: Parameters<typeof mayWork>[1]): Verdict {
  return first(maySeeUpdates(actor, record), may(actor, 'edit', record.kind), mayWork(actor, record));
}
