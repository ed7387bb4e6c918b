import { z } from 'zod';
import { openCasesOf } from '#lib/customer/queries/open-cases.ts';
import { route } from '#lib/door/route.ts';
import { stateLabel } from '#lib/kinds/definitions.ts';

/** Open cases of a contact or consumer (`customer`): the same case may exist already. */
export const GET = route(
  { permission: 'case.search', limit: 'type-ahead', query: z.object({ customer: z.uuid() }) },
  async ({ actor, query: { customer } }) => {
    const cases = await openCasesOf(actor, customer);
    return cases.map((each) => ({ ...each, state: stateLabel('case', each.state) }));
  },
);
