import { customersToAdd } from '#lib/affected-customers/queries/customers-to-add.ts';
import { CustomersQuery } from '#lib/affected-customers/schema.ts';
import { route } from '#lib/door/route.ts';

/** MAJ-5 · Type-ahead of customers who can be added to a list by hand. */
export const GET = route(
  { permission: 'recipients.customers', limit: 'type-ahead', query: CustomersQuery },
  ({ actor, query }) => customersToAdd(actor, query),
);
