import { z } from 'zod';
import { newCaseGroup } from '#lib/case/queries/new-case-group.ts';
import { route } from '#lib/door/route.ts';

const id = z.uuid().optional();
const Query = z.object({ contact: id, consumer: id, account: id, product: id });

/** The assignment group that a new case would get, as its form says it beforehand. */
export const GET = route({ permission: 'case.create', limit: 'type-ahead', query: Query }, async ({ actor, query }) =>
  newCaseGroup(actor, query),
);
