import { may } from '#lib/access/policy.ts';
import { mayWriteAsCustomer } from '#lib/access/readable-by-customer.ts';
import { runCommand } from '#lib/engine/command.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { fromCase } from '#lib/related/from-case.ts';
import { integrationIsActive } from '#lib/related/rules/may-relate.ts';
import { valuesFromSource } from '#lib/related/values-from-source.ts';
import { createLinked } from '#lib/related/write-link.ts';
import { lockForUpdate } from '#lib/sync/lock-for-update.ts';
import { orderGroup } from '#lib/work-order/order-group.ts';
import { updateRecord } from '#lib/write/write-updates.ts';
import { mayAskVisit } from './may-ask-visit.ts';
import type { AskVisit } from './schema.ts';

/**
 * POR-11 · Requests a visit: creates a work order of the case that awaits qualification, with the mapped fields (WO-1) and the
 * customer's text as a comment. Refused: POR-11 while a visit is under way, REL-3 while field service is off.
 */
export async function askVisit(actor: Actor, { number, reason }: AskVisit): Promise<TaskRecord> {
  const { value } = await runCommand(actor, 'ask-visit', async (context) => {
    const { tx, settings } = context;
    const theCase = await lockForUpdate(context, 'case', number, { comment: reason });
    enforce(may(actor, 'answer', 'case'));
    enforce(await mayWriteAsCustomer(tx, actor, theCase));
    enforce(integrationIsActive('workOrder', settings));
    const orders = await tx.task.findMany({ where: { workOrder: { caseId: theCase.id } }, select: { state: true } });
    enforce(mayAskVisit(theCase, orders));
    const updatedCase = await updateRecord(context, 'case', theCase, theCase, { comment: reason });
    const mapped = await valuesFromSource(tx, updatedCase, 'work_order');
    const { values } = fromCase('work_order', updatedCase, { actor, settings, mapped });
    const own = { description: reason, state: 'awaiting_qualification', ...(await orderGroup(context, updatedCase)) };
    return createLinked(context, updatedCase, 'workOrder', { ...values, ...own });
  });
  return value;
}
