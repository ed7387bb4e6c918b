import { may } from '#lib/access/policy.ts';
import { runCommand } from '#lib/engine/command.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { caseToCreateFrom } from '#lib/related/case-to-create-from.ts';
import { createLinked } from '#lib/related/write-link.ts';
import { checkValues } from '#lib/write/check-values.ts';
import { createRecord } from '#lib/write/create-records.ts';
import { orderItems } from '../order-items.ts';
import { requestGroup } from '../request-group.ts';
import { findApprovers } from '../rules/find-approvers.ts';
import type { CreateRequest } from '../schema.ts';
import { wordsOfOrder } from '../words-of-order.ts';

/** REL-8, REQ-1 · Orders items of the catalog, from a case or separately; items without approval start at once. */
export async function createRequest(actor: Actor, input: CreateRequest): Promise<TaskRecord> {
  const { caseNumber, items, requestedForId, assignmentGroupId } = input;
  const { deliveryInformation = '', specialInstructions = '' } = input;
  const { value } = await runCommand(actor, 'create-request', async (context) => {
    const theCase = caseNumber ? await caseToCreateFrom(context, caseNumber, 'request') : null;
    if (!theCase) enforce(may(actor, 'create', 'request'));
    const forWhom = requestedForId ?? theCase?.contactId ?? theCase?.consumerId ?? actor.id;
    const chosen = assignmentGroupId === undefined ? await requestGroup(context, theCase) : { assignmentGroupId };
    const given = { requestedForId: forWhom, deliveryInformation, specialInstructions, ...chosen };
    const settable = (_field: unknown, name: string) => name in given;
    const checked = await checkValues(context, 'request', given, { settable, record: null });
    const offers = await context.tx.catalogItem.findMany({
      where: { id: { in: items.map(({ catalogItemId }) => catalogItemId) } },
    });
    const accountId = theCase?.accountId ?? null;
    const state = offers.some((offer) => findApprovers(offer, { accountId }) !== null) ? 'requested' : 'approved';
    const values = { ...checked, accountId, ...wordsOfOrder(theCase, items, offers), state };
    const request = theCase
      ? await createLinked(context, theCase, 'request', values)
      : await createRecord(context, 'request', values);
    await orderItems(context, request, items);
    return request;
  });
  return value;
}
