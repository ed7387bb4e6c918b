import type { Role } from '#lib/access/roles.ts';

/** Who acts. Roles are effective ones (containment resolved), read per request (ACC-4). */
export type Actor = {
  /** null is the product itself: rules, jobs, imports of unknown people. */
  id: string | null;
  kind: 'internal' | 'contact' | 'consumer' | 'system';
  name: string;
  roles: ReadonlySet<Role>;
  groupIds: readonly string[];
  /** The account of a contact. */
  accountId: string | null;
  accountName: string | null;
  timeZone: string;
};

/** The product itself: jobs that run by the clock, and nobody else. */
export const system: Actor = {
  id: null,
  kind: 'system',
  name: 'System',
  roles: new Set<Role>(['admin']),
  groupIds: [],
  accountId: null,
  accountName: null,
  timeZone: 'UTC',
};

/** A customer is an external person: a contact of an account or a consumer. */
export function isCustomer(actor: Actor): boolean {
  return actor.kind === 'contact' || actor.kind === 'consumer';
}
