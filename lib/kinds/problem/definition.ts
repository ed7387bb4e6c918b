import { type KindDefinition, priorityAndAssignment } from '#lib/record/definition.ts';
import type { RecordOf } from '#lib/record/record.ts';
import { computedPriority, priorityIsComputed } from '#lib/settings/computed-priority.ts';
import { problemFields } from './fields.ts';
import { problemFromCase } from './from-case.ts';
import { validateProblem } from './rules/validate-update.ts';
import { closingCodes, type ProblemState, problemMoves, problemStates } from './states.ts';

export type Problem = RecordOf<'problem'>;

/** PRB-1 · Resolved means Fix Applied. Open and reopened problems have no resolution code, whatever is proposed. */
function codeByState(proposed: Problem): string | null {
  if (proposed.state === 'resolved') return 'fix_applied';
  return proposed.state === 'closed' ? proposed.resolutionCode : null;
}

/** How problems differ from other kinds. */
export const problemDefinition: KindDefinition<'problem'> = {
  kind: 'problem',
  states: problemStates,
  fields: problemFields,
  form: [
    {
      heading: 'Problem',
      fields: [
        'state',
        'shortDescription',
        'description',
        'accountId',
        'configurationItemId',
        'firstReportedById',
        'knownError',
        'articleId',
      ],
    },
    priorityAndAssignment,
    { heading: 'Analysis', fields: ['workaround', 'causeNotes', 'fixNotes'] },
    {
      heading: 'Resolution',
      atEnd: true,
      fields: ['resolutionCode', 'riskAcceptedReason', 'cancelledReason', 'duplicateOfId'],
    },
  ],
  moveFields: {
    resolved: ['causeNotes', 'fixNotes'],
    closed: ['resolutionCode'],
  },
  fieldsWith: {
    resolutionCode: {
      fix_applied: ['causeNotes', 'fixNotes'],
      risk_accepted: ['causeNotes', 'riskAcceptedReason'],
      canceled: ['cancelledReason'],
      duplicate: ['duplicateOfId'],
    },
  },
  defaults: { state: 'new', impact: 3, urgency: 3, priority: 5 },

  defaultGroup: 'problem.default_assignment_group',
  fromCase: problemFromCase,
  fromIncident: problemFromCase,

  movesFrom(problem) {
    return problemMoves[problem.state as ProblemState];
  },
  choicesNow(problem) {
    return { resolutionCode: problem ? closingCodes[problem.state as ProblemState] : [] };
  },

  deriveFields(before, proposed, { settings }) {
    const priority = computedPriority(before, proposed, settings);
    return { ...proposed, priority, resolutionCode: codeByState(proposed) };
  },
  validateUpdate(before, after) {
    return validateProblem(before, after);
  },
  readOnly(_problem, settings) {
    return priorityIsComputed(settings);
  },
};
