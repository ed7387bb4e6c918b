import type { Case } from '#lib/kinds/case/definition.ts';
import { resumedClock } from '#lib/kinds/case/rules/unanswered.ts';
import type { CaseVerbName } from '#lib/kinds/case/verbs.ts';
import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { lastAnswer } from './queries/customer-answer.ts';
import { rejectedSolutions } from './queries/rejected-solutions.ts';
import { solutionIsNew } from './rules/rejected-solution.ts';

/** CASE-11 · A user who handles a comment must have seen the newest one: `seen` is its entry, absent if none was shown. */
export async function newestCommentIsSeen({ tx }: CommandContext, theCase: Case, seen?: string): Promise<Verdict> {
  if (seen === undefined || !theCase.answeredAt) return yes;
  if ((await lastAnswer(tx, theCase.id, theCase.answeredAt)) === seen) return yes;
  return no('CASE-11', 'The customer has added another comment. Read it first.');
}

/** CASE-11 · The proposed solution is not one that the customer rejected. */
export async function solutionIsNotRejected(context: CommandContext, before: Case, after: Case): Promise<Verdict> {
  if (before.state === 'resolved' || after.state !== 'resolved') return yes;
  return solutionIsNew(before, after, await rejectedSolutions(context.tx, before.id));
}

/** CASE-11 · Stores a rejected solution. After a mere comment, the clock resumes. */
export async function recordCustomerAnswer(
  { tx, at, preview }: CommandContext,
  theCase: Case,
  verb: CaseVerbName,
): Promise<void> {
  if (preview) return;
  if (verb === 'reject-solution' || verb === 'record-rejection') {
    const { id: caseId, cause, resolutionNotes } = theCase;
    const solution = { resolutionCode: theCase.resolutionCode ?? '', cause, resolutionNotes };
    await tx.rejectedSolution.create({ data: { caseId, ...solution, rejectedAt: at } });
  }
  if (verb === 'just-a-comment')
    await tx.case.update({
      where: { id: theCase.id },
      data: { answeredAt: null, waitsSince: resumedClock(theCase, at) },
    });
}
