import { mayOpenOwn } from '#lib/access/open-cases.ts';
import { runCommand } from '#lib/engine/command.ts';
import type { Person } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import type { RecordOf } from '#lib/record/record.ts';
import { integrationIsActive } from '#lib/related/rules/may-relate.ts';
import { createLinked } from '#lib/related/write-link.ts';
import { orderItems } from '#lib/request/order-items.ts';
import { requestGroup } from '#lib/request/request-group.ts';
import { findApprovers } from '#lib/request/rules/find-approvers.ts';
import { wordsOfOrder } from '#lib/request/words-of-order.ts';
import { createRecord } from '#lib/write/create-records.ts';
import { startingGroup } from '#lib/write/default-group.ts';
import { customerOfNew } from '../customer-of-new.ts';
import { notifyColleague } from '../notify-of-share.ts';
import type { Order } from '../schema.ts';

/**
 * POR-6 · Orders from the catalog for a customer, or for a colleague for whom the customer may open cases: creates a case,
 * initiated as a request, with the request as its child. Items without approval start at once (REQ-1).
 * Refused: REL-8 an item that is no longer offered, REL-3 while the integration is off.
 */
export async function order(actor: Person, input: Order): Promise<RecordOf<'case'>> {
  const { items, forEmail, deliveryInformation } = input;
  const { value } = await runCommand(actor, 'order', async (context) => {
    enforce(mayOpenOwn(actor));
    enforce(integrationIsActive('request', context.settings));
    const customer = await customerOfNew(context.tx, actor, forEmail);
    const offers = await context.tx.catalogItem.findMany({
      where: { id: { in: items.map(({ catalogItemId }) => catalogItemId) } },
    });
    const { shortDescription } = wordsOfOrder(null, items, offers);
    const values = { shortDescription, channel: 'web', initiatedAsRequest: true, ...customer };
    const theCase = await createRecord(context, 'case', { ...values, ...(await startingGroup(context, values)) });
    const needsApproval = offers.some((offer) => findApprovers(offer, theCase) !== null);
    const request = await createLinked(context, theCase, 'request', {
      ...wordsOfOrder(theCase, items, offers),
      accountId: theCase.accountId,
      requestedForId: theCase.contactId ?? theCase.consumerId,
      deliveryInformation,
      ...(await requestGroup(context, theCase)),
      state: needsApproval ? 'requested' : 'approved',
    });
    await orderItems(context, { ...theCase, ...request, accountId: theCase.accountId }, items);
    await notifyColleague(context, actor, theCase);
    return theCase;
  });
  return value;
}
