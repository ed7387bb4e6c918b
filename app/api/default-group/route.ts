import { z } from 'zod';
import { newCaseGroup } from '#lib/case/queries/new-case-group.ts';
import { route } from '#lib/door/route.ts';
import { TaskNumber } from '#lib/record/schema.ts';
import { newRequestGroup } from '#lib/request/queries/new-request-group.ts';

const id = z.uuid().optional();
const Query = z.object({
  contact: id,
  consumer: id,
  account: id,
  product: id,
  /** REL-17: for a request instead of a case, created from this case; empty: from no case. */
  request: z.union([z.literal(''), TaskNumber]).optional(),
});

/** The assignment group that a new case or request would get; its form shows the group in advance. */
export const GET = route(
  { permission: 'case.create', limit: 'type-ahead', query: Query },
  async ({ actor, query: { request, ...named } }) =>
    request === undefined ? newCaseGroup(actor, named) : newRequestGroup(actor, request),
);
