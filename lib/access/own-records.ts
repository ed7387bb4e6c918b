import type { Actor } from '#lib/platform/actor.ts';
import { type Verdict, yes } from '#lib/platform/verdict.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { may } from './policy.ts';
import { staffGrants } from './staff-grants.ts';

/** INC-6 · Staff read and comment on incidents whose caller they are, with any roles. */
export function mayComment(actor: Actor, record: { kind: TaskKind }): Verdict {
  const { own } = staffGrants[record.kind];
  const isOwn = actor.kind === 'staff' && own?.fields.some((name) => Reflect.get(record, name) === actor.id);
  return isOwn && own?.may.includes('comment') ? yes : may(actor, 'comment', record.kind);
}

/** INC-6 · Staff who see an incident only as its caller can read and comment, nothing else. */
export function mayWatch(actor: Actor, { kind }: { kind: TaskKind }): Verdict {
  const { own } = staffGrants[kind];
  return own && !own.may.includes('watch') && actor.kind === 'staff' ? may(actor, 'see', kind) : yes;
}

/** REQ-2 · The requester may cancel a request, and so may the users who fulfill it. */
export function mayCancelRequest(
  actor: Actor,
  { requestedForId, openedById }: { requestedForId: string | null; openedById: string | null },
): Verdict {
  const isTheirs = actor.kind === 'staff' && [requestedForId, openedById].includes(actor.id);
  return isTheirs ? yes : may(actor, 'edit', 'request');
}
