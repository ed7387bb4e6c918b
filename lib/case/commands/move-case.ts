import { may, mayWork } from '#lib/access/policy.ts';
import { mayWriteAsCustomer } from '#lib/access/readable-by-customer.ts';
import { type Outcome, runCommand } from '#lib/engine/command.ts';
import { hasVerbNow } from '#lib/kinds/case/rules/has-verb-now.ts';
import { caseIsNotClosed } from '#lib/kinds/case/rules/validate-update.ts';
import { type CaseVerb, caseVerbs, stateAfter } from '#lib/kinds/case/verbs.ts';
import { lockWithChildren } from '#lib/major-case/lock-cases.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { lockForUpdate } from '#lib/sync/lock-for-update.ts';
import { checkValues } from '#lib/write/check-values.ts';
import { refuseConflicts } from '#lib/write/conflict.ts';
import { updateRecord } from '#lib/write/write-updates.ts';
import { confirmResolutionCode } from '../confirm-resolution-code.ts';
import { journalOfVerb, verbAcceptsTexts } from '../journal-of-verb.ts';
import { customerName } from '../queries/customer-name.ts';
import { newestCommentIsSeen, recordCustomerAnswer, solutionIsNotRejected } from '../record-customer-answer.ts';
import type { MoveCase } from '../schema.ts';

/** Callers without a page, such as jobs, have seen no version. */
type Move = Omit<MoveCase, 'version'> & Partial<Pick<MoveCase, 'version'>>;

/** Runs a header button of a case with the fields and texts it asks for (CASE-1 to CASE-3, CASE-8, CASE-10, CASE-11). */
export function moveCase(actor: Actor, input: Move): Promise<Outcome<TaskRecord>> {
  const { number, verb, values = {}, confirmed = false } = input;
  const { asks, needs, onBehalf }: CaseVerb = caseVerbs[verb];
  return runCommand(actor, `${verb}-case`, async (context) => {
    const journal = journalOfVerb(input);
    if (verb === 'cancel') await lockWithChildren(context, number);
    const theCase = await lockForUpdate(context, 'case', number, journal);
    enforce(may(actor, needs, 'case'), mayWork(actor, theCase), await mayWriteAsCustomer(context.tx, actor, theCase));
    enforce(caseIsNotClosed(theCase), hasVerbNow(actor, theCase, verb), verbAcceptsTexts(input));
    enforce(await newestCommentIsSeen(context, theCase, input.seen));
    const settable = (_field: unknown, name: string) => asks.some((each) => each === name);
    const checked = await checkValues(context, 'case', values, { settable, record: theCase });
    // CASE-2: sharing earlier notes with the customer does not share the new notes.
    const unshared = asks.some((each) => each === 'resolutionNotes') ? { addResolutionNotesToComments: false } : {};
    const takes = verb === 'accept' || verb === 'assign-to-me' ? { assignedToId: actor.id } : {};
    const proposed = { ...theCase, ...unshared, ...checked, ...takes, state: stateAfter(verb, theCase.state) };

    if (input.version !== undefined) await refuseConflicts(context, theCase, input.version, proposed);
    enforce(await solutionIsNotRejected(context, theCase, proposed));
    const meant = await confirmResolutionCode(context, theCase, proposed, confirmed);
    const flags = onBehalf ? { answersFor: await customerName(context.tx, theCase) } : {};
    context.onBehalfOf = flags.answersFor;
    await recordCustomerAnswer(context, theCase, verb);
    return updateRecord(context, 'case', theCase, { ...proposed, ...meant }, journal, flags);
  });
}
