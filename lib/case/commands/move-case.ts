import { may, maySeeCustomerOf } from '#lib/access/policy.ts';
import { type Actor, isCustomer } from '#lib/platform/actor.ts';
import { enforce, Refusal } from '#lib/platform/verdict.ts';
import { applyUpdate } from '#lib/task/apply-update.ts';
import { checkValues } from '#lib/task/check-values.ts';
import { type Outcome, runCommand } from '#lib/task/command.ts';
import type { TaskRecord } from '#lib/task/definition.ts';
import { lockToChange } from '#lib/task/lock.ts';
import type { Run } from '#lib/task/run.ts';
import type { Case } from '../definition.ts';
import { relatedOutcome } from '../queries/related-outcome.ts';
import { codeToCheck } from '../rules/code-to-check.ts';
import { hasVerbNow } from '../rules/has-verb-now.ts';
import { caseIsNotClosed } from '../rules/may-become.ts';
import { codeIsTrue } from '../rules/resolution-code.ts';
import type { MoveCase } from '../schema.ts';
import { type CaseVerb, caseVerbs, stateAfter } from '../verbs.ts';

/** Carries out a header button of a case with the fields and words that it asks for (CASE-1 to CASE-3, CASE-8). */
export function moveCase(actor: Actor, input: MoveCase): Promise<Outcome<TaskRecord>> {
  const { number, verb, values = {}, comment, confirmed = false } = input;
  const { asks }: CaseVerb = caseVerbs[verb];
  return runCommand(actor, `${verb}-case`, async (run) => {
    const notes = values.addResolutionNotesToComments ? String(values.resolutionNotes ?? '') : '';
    const words = comment || notes ? { comment: [comment, notes].filter(Boolean).join('\n\n') } : {};
    const theCase = (await lockToChange(run, 'case', number, words)) as Case;
    if (!isCustomer(actor)) enforce(may(actor, 'edit', 'case'), maySeeCustomerOf(actor, theCase));
    enforce(caseIsNotClosed(theCase), hasVerbNow(actor, theCase, verb));
    const settable = (_field: unknown, name: string) => asks.some((each) => each === name);
    const checked = await checkValues(run, 'case', values, { settable, record: theCase });
    const takes = verb === 'accept' || verb === 'assign-to-me' ? { assignedToId: actor.id } : {};
    const wished: Case = Object.assign({ ...theCase }, checked, takes, { state: stateAfter(verb, theCase.state) });

    return applyUpdate(run, theCase, { ...wished, ...(await codeAsMeant(run, theCase, wished, confirmed)) }, words);
  });
}

/** CASE-6 · A code that is not true is taken once it is confirmed; history keeps that. A customer is not asked: it goes. */
async function codeAsMeant(run: Run, before: Case, after: Case, confirmed: boolean): Promise<Partial<Case>> {
  const code = codeToCheck(before, after);
  if (!code) return {};
  const verdict = codeIsTrue(code, await relatedOutcome(run.tx, before.id));
  if (verdict.ok) return { codeConfirmation: '' };
  if (isCustomer(run.actor)) return { resolutionCode: null };
  if (confirmed) return { codeConfirmation: verdict.because };
  const asked = { field: 'resolutionCode', details: { confirm: true } };
  throw new Refusal(verdict.rule, `${verdict.because} Use it anyway?`, asked);
}
