import { may, maySeeCustomerOf } from '#lib/access/policy.ts';
import { type Actor, isCustomer } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { lockForUpdate } from '#lib/sync/lock-for-update.ts';
import { checkValues } from '#lib/task/check-values.ts';
import { type Outcome, runCommand } from '#lib/task/command.ts';
import type { TaskRecord } from '#lib/task/record.ts';
import { updateRecord } from '#lib/task/write-updates.ts';
import { codeAsMeant } from '../code-as-meant.ts';
import { hasVerbNow } from '../rules/has-verb-now.ts';
import { caseIsNotClosed } from '../rules/validate-update.ts';
import type { MoveCase } from '../schema.ts';
import { type CaseVerb, caseVerbs, stateAfter } from '../verbs.ts';

/** Carries out a header button of a case with the fields and words that it asks for (CASE-1 to CASE-3, CASE-8). */
export function moveCase(actor: Actor, input: MoveCase): Promise<Outcome<TaskRecord>> {
  const { number, verb, values = {}, comment, confirmed = false } = input;
  const { asks }: CaseVerb = caseVerbs[verb];
  return runCommand(actor, `${verb}-case`, async (context) => {
    const notes = values.addResolutionNotesToComments ? String(values.resolutionNotes ?? '') : '';
    const journal = comment || notes ? { comment: [comment, notes].filter(Boolean).join('\n\n') } : {};
    const theCase = await lockForUpdate(context, 'case', number, journal);
    if (!isCustomer(actor)) enforce(may(actor, 'edit', 'case'), maySeeCustomerOf(actor, theCase));
    enforce(caseIsNotClosed(theCase), hasVerbNow(actor, theCase, verb));
    const settable = (_field: unknown, name: string) => asks.some((each) => each === name);
    const checked = await checkValues(context, 'case', values, { settable, record: theCase });
    const takes = verb === 'accept' || verb === 'assign-to-me' ? { assignedToId: actor.id } : {};
    const proposed = { ...theCase, ...checked, ...takes, state: stateAfter(verb, theCase.state) };

    const meant = await codeAsMeant(context, theCase, proposed, confirmed);
    return updateRecord(context, 'case', theCase, { ...proposed, ...meant }, journal);
  });
}
