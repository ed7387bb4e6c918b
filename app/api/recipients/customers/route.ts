import { route } from '#lib/door/route.ts';
import { customersToAdd } from '#lib/recipients/queries/customers-to-add.ts';
import { CustomersQuery } from '#lib/recipients/schema.ts';

/** MAJ-5 · Type-ahead of who can be put on a list by hand. */
export const GET = route(
  { permission: 'recipients.customers', limit: 'type-ahead', query: CustomersQuery },
  ({ actor, query }) => customersToAdd(actor, query),
);
