import { may } from '#lib/access/policy.ts';
import { mayWriteAsCustomer } from '#lib/access/readable-by-customer.ts';
import { runCommand } from '#lib/engine/command.ts';
import { caseIsNotClosed } from '#lib/kinds/case/rules/validate-update.ts';
import type { Person } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { lockForUpdate } from '#lib/sync/lock-for-update.ts';
import { colleagueOf, setWatching } from '../colleagues-of-case.ts';
import { notifyOfShare } from '../notify-of-share.ts';
import { colleagueIsUnknown, colleagueMayBeAdded } from '../rules/colleagues.ts';
import type { AddColleague } from '../schema.ts';

/** POR-19 · Lets a colleague of the customer's account read a case, or also answer it. Email about it follows. */
export async function addColleague(actor: Person, { number, email, may: allowed }: AddColleague): Promise<string> {
  const { value } = await runCommand(actor, 'add-colleague', async (context) => {
    const theCase = await lockForUpdate(context, 'case', number);
    enforce(may(actor, 'answer', 'case'));
    enforce(await mayWriteAsCustomer(context.tx, actor, theCase));
    enforce(caseIsNotClosed(theCase));
    const colleague = await colleagueOf(context.tx, actor, theCase.accountId, email);
    if (!colleague) throw colleagueIsUnknown('email');
    const others = await context.tx.caseColleague.count({
      where: { caseId: theCase.id, userId: { not: colleague.id } },
    });
    enforce(colleagueMayBeAdded(colleague, theCase.contactId, others));

    const key = { caseId: theCase.id, userId: colleague.id };
    const mayAnswer = allowed === 'answer';
    const before = await context.tx.caseColleague.findUnique({ where: { caseId_userId: key } });
    await context.tx.caseColleague.upsert({
      where: { caseId_userId: key },
      create: { ...key, mayAnswer, addedById: actor.id, addedAt: context.at },
      update: { mayAnswer },
    });
    await setWatching(context, theCase, colleague, true);
    if (before?.mayAnswer !== mayAnswer) notifyOfShare(context, theCase, colleague.id, mayAnswer ? 'writer' : 'reader');
    return colleague.name;
  });
  return value;
}
