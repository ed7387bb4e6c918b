import { z } from 'zod';
import { route } from '#lib/door/route.ts';
import { typedWords } from '#lib/platform/text-input.ts';
import { knownIssues } from '#lib/portal/queries/known-issues.ts';

/** POR-8 · Known issues that match a customer's description while the customer types it. */
export const GET = route(
  { permission: 'case.known', limit: 'type-ahead', side: 'customers', query: z.object({ q: typedWords }) },
  ({ actor, query }) => knownIssues(actor, query.q),
);
