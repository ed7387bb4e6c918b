import type { Role } from '#lib/access/roles.ts';

/** What every signed-in person has. Roles are effective ones (containment resolved), read per request (ACC-4). */
type Identity = {
  id: string;
  name: string;
  timeZone: string;
  roles: ReadonlySet<Role>;
  /** MAIL-3 · Roles granted for one command because of how it arrived; the user does not hold them. */
  lent?: ReadonlySet<Role>;
  /** MAIL-8 · The actor sent an email whose sender no server vouches for. */
  unverified?: true;
};

/** A member of staff. */
export type Staff = Identity & { kind: 'staff'; groupIds: readonly string[] };

/** An external user of one account. */
export type Contact = Identity & { kind: 'contact'; accountId: string; accountName: string };

/** An external person with no account. */
export type Consumer = Identity & { kind: 'consumer' };

/** The product itself: scheduled jobs, rules, and imports of unknown people. What it writes has no author. */
export type System = { kind: 'system'; id: null; name: string };

/** A user who reads and writes cases through the portal. */
export type Customer = Contact | Consumer;

/** A user with a session. */
export type Person = Staff | Customer;

/** The actor of a command. Each kind carries only what it can prove; only lib/access decides what the actor may do. */
export type Actor = Person | System;

export const system: System = { kind: 'system', id: null, name: 'System' };

/** The time zone in which the actor's days begin; UTC for the product itself. */
export function timeZoneOf(actor: Actor): string {
  return 'timeZone' in actor ? actor.timeZone : 'UTC';
}

/** The assignment groups of the actor; only staff have any. */
export function groupIdsOf(actor: Actor): readonly string[] {
  return actor.kind === 'staff' ? actor.groupIds : [];
}
