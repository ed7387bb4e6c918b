import type { Case } from '#lib/kinds/case/definition.ts';
import type { CustomerSort } from '#lib/kinds/outage-source.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { startingGroup } from '#lib/write/default-group.ts';

/** The customer fields of a case: the account with its primary contact, or the consumer; and the assignment group. */
type OfCustomer = Pick<Case, 'accountId' | 'contactId' | 'consumerId'> & Partial<Pick<Case, 'assignmentGroupId'>>;

type AccountRow = { id: string; contactId: string | null; groupId: string | null };

/** Whether a group works such cases depends on the group only, so one account represents all that have the group. */
async function ofAccounts(context: CommandContext, ids: readonly string[]): Promise<Map<string, OfCustomer>> {
  const accounts = await context.tx.$queryRaw<AccountRow[]>`
    select a.id, u.id as "contactId", a.assignment_group_id as "groupId"
    from accounts a left join users u on u.id = a.primary_contact_id and u.active where a.id = any(${[...ids]}::uuid[])`;
  const byCustomer = new Map<string, OfCustomer>();
  for (const [, sharing] of Map.groupBy(accounts, ({ groupId }) => groupId)) {
    const group = await startingGroup(context, { accountId: sharing[0]?.id ?? null });
    for (const { id, contactId } of sharing)
      byCustomer.set(id, { accountId: id, contactId, consumerId: null, ...group });
  }
  return byCustomer;
}

/** PRO-2, PRO-8 · The case fields of these customers, by id, in a fixed number of statements for each assignment group. */
export async function customersOfRun(
  context: CommandContext,
  of: CustomerSort,
  ids: readonly string[],
): Promise<Map<string, OfCustomer>> {
  if (of === 'accounts') return ofAccounts(context, ids);
  const group = await startingGroup(context, { consumerId: ids[0] ?? null });
  return new Map(ids.map((id) => [id, { accountId: null, contactId: null, consumerId: id, ...group }]));
}
