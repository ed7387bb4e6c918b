import type { Role } from '#lib/access/roles.ts';

/** What every signed-in person has. Roles are effective ones (containment resolved), read per request (ACC-4). */
type Identity = {
  id: string;
  name: string;
  timeZone: string;
  roles: ReadonlySet<Role>;
  /** MAIL-3: those among the roles that the way in gives for one command, and that are not held. */
  lent?: ReadonlySet<Role>;
  /** MAIL-8: speaks by an email whose sender no server vouches for. */
  unverified?: true;
};

/** Somebody who works here. */
export type Staff = Identity & { kind: 'staff'; groupIds: readonly string[] };

/** An external user of one account. */
export type Contact = Identity & { kind: 'contact'; accountId: string; accountName: string };

/** An external person with no account. */
export type Consumer = Identity & { kind: 'consumer' };

/** The product itself: scheduled jobs, rules, and imports of unknown people. It is no person, and what it writes has no author. */
export type System = { kind: 'system'; id: null; name: string };

/** Who reads and writes cases from outside. */
export type Customer = Contact | Consumer;

/** Somebody with a session. */
export type Person = Staff | Customer;

/** Who acts. Each kind carries what it can prove and nothing else; only lib/access decides by it who may what. */
export type Actor = Person | System;

export const system: System = { kind: 'system', id: null, name: 'System' };

/** The zone in which the actor's days begin; the product has none of its own. */
export function timeZoneOf(actor: Actor): string {
  return 'timeZone' in actor ? actor.timeZone : 'UTC';
}

/** The assignment groups whose work is the actor's: staff alone have any. */
export function groupIdsOf(actor: Actor): readonly string[] {
  return actor.kind === 'staff' ? actor.groupIds : [];
}
