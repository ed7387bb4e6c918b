import { may } from '#lib/access/policy.ts';
import { mayWriteAsCustomer } from '#lib/access/readable-by-customer.ts';
import { runCommand } from '#lib/engine/command.ts';
import { caseIsNotClosed } from '#lib/kinds/case/rules/validate-update.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { lockForUpdate } from '#lib/sync/lock-for-update.ts';
import { setWatching } from '../colleagues-of-case.ts';
import type { RemoveColleague } from '../schema.ts';

/** POR-19 · Removes a colleague from a case; email to the colleague stops. Does nothing if the colleague was not added. */
export async function removeColleague(actor: Actor, { number, userId }: RemoveColleague): Promise<void> {
  await runCommand(actor, 'remove-colleague', async (context) => {
    const theCase = await lockForUpdate(context, 'case', number);
    enforce(may(actor, 'answer', 'case'));
    enforce(await mayWriteAsCustomer(context.tx, actor, theCase));
    enforce(caseIsNotClosed(theCase));
    const { count } = await context.tx.caseColleague.deleteMany({ where: { caseId: theCase.id, userId } });
    if (count === 0) return;
    const { name } = await context.tx.user.findUniqueOrThrow({ where: { id: userId }, select: { name: true } });
    await setWatching(context, theCase, { id: userId, name }, false);
  });
}
