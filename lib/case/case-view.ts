import { majorCaseActions, majorCaseType } from '#lib/major-case/major-case-actions.ts';
import { integer } from '#lib/property/settings.ts';
import { additionalActions } from '#lib/related/additional-actions.ts';
import { relatedGroups } from '#lib/related/related-view.ts';
import { updatesByLink } from '#lib/sync/link-updates.ts';
import type { ReferenceNames } from '#lib/task/queries/reference-names.ts';
import type { LoadedRecord, ViewParts } from '#lib/task/record-view.ts';
import type { Case } from './definition.ts';
import { solutionProposals } from './proposals.ts';
import { outcomeOf } from './queries/related-outcome.ts';
import { waitingForAnswer } from './rules/unanswered.ts';
import { verbViews } from './verb-views.ts';
import { isAnswered } from './verbs.ts';

const customerOf = (names: ReferenceNames) =>
  names.get('contactId') ?? names.get('consumerId') ?? names.get('accountId');

type CaseView = Pick<
  LoadedRecord,
  'type' | 'verbs' | 'waiting' | 'answer' | 'actions' | 'majorActions' | 'related' | 'updates' | 'proposals'
>;

/** What the page of a case shows beside what every record's does. */
export function caseView(
  { actor, settings, record: theCase, frame, names, affectedCases }: ViewParts & { record: Case },
  mayEdit: boolean,
): CaseView {
  const verbs = mayEdit ? verbViews(actor, theCase, affectedCases > 0) : [];
  const related = relatedGroups(frame.related, theCase, actor, settings);
  return {
    type: majorCaseType(theCase),
    verbs,
    waiting: waitingForAnswer(theCase, customerOf(names), integer(settings, 'case.autoclose.days')),
    answer: isAnswered(theCase) ? frame.answer : null,
    actions: additionalActions(theCase, actor, settings),
    majorActions: majorCaseActions(theCase, actor, settings),
    related,
    updates: updatesByLink(settings, theCase.proactive && theCase.majorCaseState !== 'accepted'),
    proposals: solutionProposals(actor, settings, {
      verbs,
      related,
      outcome: outcomeOf(frame.outcome),
      cause: theCase.cause,
      rejected: frame.rejected,
    }),
  };
}
