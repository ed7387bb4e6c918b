import { may } from '#lib/access/policy.ts';
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
import { hasVerbNow } from '../rules/has-verb-now.ts';
import { caseIsNotClosed } from '../rules/may-become.ts';
import { codeIsTrue } from '../rules/resolution-code.ts';
import type { MoveCase } from '../schema.ts';
import { type CaseVerb, caseVerbs, stateAfter } from '../verbs.ts';

/** Carries out a header button of a case with the fields and words that it asks for (CASE-1 to CASE-3, CASE-8). */
export function moveCase(
  actor: Actor,
  { number, verb, values = {}, comment, confirmed = false }: MoveCase,
): Promise<Outcome<TaskRecord>> {
  const { asks }: CaseVerb = caseVerbs[verb];
  return runCommand(actor, `${verb}-case`, async (run) => {
    const notes = values.addResolutionNotesToComments ? String(values.resolutionNotes ?? '') : '';
    const words = comment || notes ? { comment: [comment, notes].filter(Boolean).join('\n\n') } : {};
    const theCase = (await lockToChange(run, 'case', number, words)) as Case;
    if (!isCustomer(actor)) enforce(may(actor, 'edit', 'case'));
    enforce(caseIsNotClosed(theCase), hasVerbNow(actor, theCase, verb));
    const settable = (_field: unknown, name: string) => asks.some((each) => each === name);
    const checked = await checkValues(run, 'case', values, { settable, record: theCase });
    const takes = verb === 'accept' || verb === 'assign-to-me' ? { assignedToId: actor.id } : {};
    const code = String(checked.resolutionCode ?? '');
    const meant = code ? await codeIsMeant(run, theCase.id, code, confirmed) : {};
    const state = stateAfter(verb, theCase.state);

    return applyUpdate(run, theCase, Object.assign({ ...theCase }, checked, takes, meant, { state }), words);
  });
}

/** CASE-6 · A code that is not true of the related record is taken once it is confirmed; history keeps that. */
async function codeIsMeant(run: Run, caseId: string, code: string, confirmed: boolean) {
  const verdict = codeIsTrue(code, await relatedOutcome(run.tx, caseId));
  if (verdict.ok) return { codeConfirmation: '' };
  if (confirmed) return { codeConfirmation: verdict.because };
  throw new Refusal(verdict.rule, `${verdict.because} Use it anyway?`, {
    field: 'resolutionCode',
    details: { confirm: true },
  });
}
