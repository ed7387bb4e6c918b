import { z } from 'zod';
import type { FoundRecord } from '#components/shell/navigation.ts';
import { mayUseWorkspace } from '#lib/access/policy.ts';
import { findCustomers } from '#lib/customer/find-customers.ts';
import { route } from '#lib/door/route.ts';
import { stateLabel } from '#lib/task/definitions.ts';
import { pathOfNumber } from '#lib/task/kind.ts';
import { findTasks } from '#lib/task/list/find-tasks.ts';

/** What the command palette finds: records by number or words, customers by name; only what the actor may see. */
export const GET = route(
  { permission: 'record.search', limit: 'search', query: z.object({ q: z.string().default('') }) },
  async ({ actor, query }): Promise<FoundRecord[]> => {
    if (!mayUseWorkspace(actor)) return [];
    const [tasks, customers] = await Promise.all([findTasks(actor, query.q), findCustomers(actor, query.q)]);
    const records = tasks.map(({ kind, number, shortDescription, state }) => ({
      href: pathOfNumber(number),
      label: `${number} ${shortDescription}`,
      detail: stateLabel(kind, state),
    }));
    return [...records, ...customers];
  },
);
