import type { Case } from '#lib/kinds/case/definition.ts';
import { accountOfCustomer } from '#lib/kinds/case/rules/derive-fields.ts';
import type { CommandContext } from './command-context.ts';
import { defaultGroupOf } from './default-group.ts';

/** The default group of a new case; a chosen group stays. */
export async function startingGroup(context: CommandContext, values: Partial<Case>): Promise<Partial<Case>> {
  if (values.assignmentGroupId) return {};
  const { productId = null, accountId = null, contactId = null, consumerId = null } = values;
  const customer = { contactId, consumerId, accountId: accountOfCustomer({ contactId, consumerId, accountId }) };
  const group = await defaultGroupOf(context.tx, context.settings, { productId, ...customer });
  return group ? { assignmentGroupId: group.id } : {};
}
