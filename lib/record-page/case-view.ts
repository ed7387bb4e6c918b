import { outcomeOf } from '#lib/case/queries/related-outcome.ts';
import { verbViews } from '#lib/case/verb-views.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import { waitingForAnswer } from '#lib/kinds/case/rules/unanswered.ts';
import { isAnswered } from '#lib/kinds/case/verbs.ts';
import type { ReferenceNames } from '#lib/kinds/reference-names.ts';
import { majorCaseActions, majorCaseType } from '#lib/major-case/major-case-actions.ts';
import { additionalActions } from '#lib/related/additional-actions.ts';
import { integer } from '#lib/settings/settings.ts';
import { updatesByLink } from '#lib/sync/link-updates.ts';
import { solutionProposals } from './proposals.ts';
import type { LoadedRecord, ViewParts } from './record-view.ts';
import { relatedGroups } from './related-view.ts';

const customerOf = (names: ReferenceNames) =>
  names.get('contactId') ?? names.get('consumerId') ?? names.get('accountId');

type CaseView = Pick<
  LoadedRecord,
  'type' | 'verbs' | 'waiting' | 'answer' | 'actions' | 'majorActions' | 'related' | 'updates' | 'proposals'
>;

/** What the page of a case shows in addition to that of every record. */
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
