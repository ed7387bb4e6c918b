import { groupWorksSql } from '#lib/access/assignable.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import { accountOfCustomer } from '#lib/kinds/case/rules/derive-fields.ts';
import type { Db } from '#lib/platform/db.ts';
import { property, type Settings } from '#lib/settings/settings.ts';
import type { CommandContext } from './command-context.ts';
import { type DefaultGroup, defaultGroup, type NamedGroup } from './rules/default-group.ts';

/** Fields of a new case that decide its group. */
export type NewCase = Record<'productId' | 'accountId' | 'contactId' | 'consumerId', string | null>;

/** The group of a new case if the user chooses none, for the form's hint and for the command. At most one statement. */
export async function defaultGroupOf(
  tx: Db,
  settings: Settings,
  { productId, ...customer }: NewCase,
): Promise<DefaultGroup | null> {
  const { accountId } = customer;
  const name = property(settings, 'case.default_assignment_group');
  if (!productId && !accountId && !name) return null;
  const named = await tx.$queryRaw<NamedGroup[]>`
    /* prepared */ select named.source, r.id, r.name, ${groupWorksSql({ kind: 'case', ...customer })} as works
    from (
      select 'product' as source, assignment_group_id as id from products where id = ${productId}::uuid
      union all select 'account', assignment_group_id from accounts where id = ${accountId}::uuid
      union all select 'property', id from groups where name = ${name}
    ) named join groups r on r.id = named.id`;
  return defaultGroup(named);
}

/** The default group of a new case; a chosen group stays. */
export async function startingGroup(context: CommandContext, values: Partial<Case>): Promise<Partial<Case>> {
  if (values.assignmentGroupId) return {};
  const { productId = null, accountId = null, contactId = null, consumerId = null } = values;
  const customer = { contactId, consumerId, accountId: accountOfCustomer({ contactId, consumerId, accountId }) };
  const group = await defaultGroupOf(context.tx, context.settings, { productId, ...customer });
  return group ? { assignmentGroupId: group.id } : {};
}
