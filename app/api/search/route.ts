import type { FoundRecord } from '#components/shell/navigation.ts';
import { mayUseWorkspace } from '#lib/access/policy.ts';
import { findCustomers } from '#lib/customer/find-customers.ts';
import { currentActor } from '#lib/session/current-actor.ts';
import { stateLabel } from '#lib/task/definitions.ts';
import { pathOfNumber } from '#lib/task/kind.ts';
import { findTasks } from '#lib/task/list/find-tasks.ts';

/** What the command palette finds: records by number or words, customers by name; only what the actor may see. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return Response.json({ error: 'Sign in first.' }, { status: 401 });
  if (!mayUseWorkspace(actor)) return Response.json([]);
  const words = new URL(request.url).searchParams.get('q') ?? '';
  const [tasks, customers] = await Promise.all([findTasks(actor, words), findCustomers(actor, words)]);
  const found: FoundRecord[] = [
    ...tasks.map(({ kind, number, shortDescription, state }) => ({
      href: pathOfNumber(number),
      label: `${number} ${shortDescription}`,
      detail: stateLabel(kind, state),
    })),
    ...customers,
  ];
  return Response.json(found);
}
