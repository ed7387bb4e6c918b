import { first, no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { isBlank } from '#lib/platform/visible-text.ts';
import { finalRecordKeepsItsFields, mayMove } from '#lib/record/rules/may-move.ts';
import type { Problem } from '../definition.ts';
import { closingCodes, type ProblemCode, type ProblemState, problemMoves, problemStates } from '../states.ts';

/** PRB-1 · A problem moves as the table of moves allows, and closes only with a code that its state allows. */
function problemMayMove(before: Problem, after: Problem): Verdict {
  const from = before.state as ProblemState;
  const moves = problemMoves[from];
  const may = mayMove({ noun: 'A problem', states: problemStates, moves }, from, after.state);
  if (!may.ok || from === after.state || after.state !== 'closed') return may;
  if (!after.resolutionCode) return no('PRB-1', 'Choose why the problem is closed.', 'resolutionCode');
  if (closingCodes[from].includes(after.resolutionCode as ProblemCode)) return yes;
  const { label } = problemStates[from];
  return no('REC-5', `A problem in ${label} cannot be closed with that resolution code.`, 'resolutionCode');
}

const needed: Readonly<Record<ProblemCode, readonly (readonly [keyof Problem, string])[]>> = {
  fix_applied: [
    ['causeNotes', 'Write what caused the problem.'],
    ['fixNotes', 'Write what fixed it.'],
  ],
  risk_accepted: [
    ['causeNotes', 'Write what causes the problem.'],
    ['riskAcceptedReason', 'Write why the risk is accepted.'],
  ],
  canceled: [['cancelledReason', 'Write why the problem is canceled.']],
  duplicate: [['duplicateOfId', 'Choose the other problem.']],
};

/** PRB-1 · Each resolution code needs its texts. A duplicate needs another problem. */
function codeHasItsTexts(after: Problem): Verdict {
  if (after.state !== 'resolved' && after.state !== 'closed') return yes;
  if (!after.resolutionCode) return no('PRB-1', 'Choose the resolution code.', 'resolutionCode');
  for (const [field, because] of needed[after.resolutionCode as ProblemCode])
    if (isBlank(String(after[field] ?? ''))) return no('PRB-1', because, field);
  return after.duplicateOfId === after.id ? no('PRB-1', 'A problem is no duplicate of itself.', 'duplicateOfId') : yes;
}

/** All rules for an update of a problem. */
export function validateProblem(before: Problem | null, after: Problem): Verdict {
  if (!before) return codeHasItsTexts(after);
  return first(
    finalRecordKeepsItsFields(problemStates, before, after),
    problemMayMove(before, after),
    codeHasItsTexts(after),
  );
}
