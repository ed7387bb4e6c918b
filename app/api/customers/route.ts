import { z } from 'zod';
import { findCustomers } from '#lib/customer/queries/find-customers.ts';
import { route } from '#lib/door/route.ts';
import { typedWords } from '#lib/platform/text-input.ts';

const Query = z.object({
  q: typedWords,
});

/** Type-ahead for the customer of a new case: contacts and consumers together. */
export const GET = route(
  { permission: 'customer.search', limit: 'type-ahead', query: Query },
  async ({ actor, query: { q } }) => findCustomers(actor, q),
);
