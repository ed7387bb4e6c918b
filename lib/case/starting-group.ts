import type { CommandContext } from '#lib/task/command-context.ts';
import type { Case } from './definition.ts';
import { defaultGroupOf } from './queries/default-group.ts';
import { accountOfCustomer } from './rules/derive-fields.ts';

/** The group that a case gets at its beginning; the one that was chosen stays. */
export async function startingGroup(context: CommandContext, values: Partial<Case>): Promise<Partial<Case>> {
  if (values.assignmentGroupId) return {};
  const { productId = null, accountId = null, contactId = null, consumerId = null } = values;
  const customer = { contactId, consumerId, accountId: accountOfCustomer({ contactId, consumerId, accountId }) };
  const group = await defaultGroupOf(context.tx, context.settings, { productId, ...customer });
  return group ? { assignmentGroupId: group.id } : {};
}
