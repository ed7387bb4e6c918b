import { z } from 'zod';
import type { FoundRecord } from '#components/shell/navigation.ts';
import { findCustomers } from '#lib/customer/find-customers.ts';
import { route } from '#lib/door/route.ts';
import { isCustomer } from '#lib/platform/actor.ts';
import { stateLabel } from '#lib/task/definitions.ts';
import { pathOfNumber } from '#lib/task/kind.ts';
import { findTasks } from '#lib/task/list/find-tasks.ts';

/** What the command palette finds: records by number or words, customers by name; only what the actor may see. */
export const GET = route(
  { permission: 'record.search', limit: 'search', query: z.object({ q: z.string().default('') }) },
  async ({ actor, query }): Promise<FoundRecord[]> => {
    if (isCustomer(actor)) return [];
    const [tasks, customers] = await Promise.all([findTasks(actor, query.q), findCustomers(actor, query.q)]);
    const records = tasks.map(({ kind, number, shortDescription, state }) => ({
      href: pathOfNumber(number),
      label: `${number} ${shortDescription}`,
      detail: stateLabel(kind, state),
    }));
    return [...records, ...customers];
  },
);
