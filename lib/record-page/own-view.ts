import { can } from '#lib/access/policy.ts';
import { outcomeOf } from '#lib/case/queries/related-outcome.ts';
import { verbViews } from '#lib/case/verb-views.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import { waitingForAnswer } from '#lib/kinds/case/rules/unanswered.ts';
import { isAnswered } from '#lib/kinds/case/verbs.ts';
import type { Incident } from '#lib/kinds/incident/definition.ts';
import type { ReferenceNames } from '#lib/kinds/reference-names.ts';
import { majorCaseActions, majorCaseType } from '#lib/major-case/major-case-actions.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { RecordOf } from '#lib/record/record.ts';
import { additionalActions } from '#lib/related/additional-actions.ts';
import { integer } from '#lib/settings/settings.ts';
import { updatesByLink, updatesOfIncident } from '#lib/sync/link-updates.ts';
import { solutionProposals } from './proposals.ts';
import type { LoadedRecord, ViewParts } from './record-view.ts';
import { relatedGroups } from './related-view.ts';

const customerOf = (names: ReferenceNames) =>
  names.get('contactId') ?? names.get('consumerId') ?? names.get('accountId');

/** What the page of a case shows in addition to that of every record. */
function caseView(
  { actor, settings, record: theCase, frame, names, affectedCases }: ViewParts & { record: Case },
  mayEdit: boolean,
): Partial<Own> {
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

/** REL-9 · The caller of an incident may be external. INC-7 · Only users who see incidents get its related records. */
function incidentView({ actor, settings, record, frame }: ViewParts & { record: Incident }): Partial<Own> {
  return {
    externalCaller: frame.reader?.customer === true,
    childIncidents: frame.childIncidents,
    actions: additionalActions(record, actor, settings),
    related: can(actor, 'see', 'incident') ? relatedGroups(frame.related, record, actor, settings) : [],
    updates: updatesOfIncident(settings),
  };
}

/** The parts of a record's page that only some kinds have. */
type Own = Pick<
  LoadedRecord,
  | 'type'
  | 'externalCaller'
  | 'childIncidents'
  | 'verbs'
  | 'waiting'
  | 'answer'
  | 'actions'
  | 'majorActions'
  | 'related'
  | 'updates'
  | 'proposals'
>;

const nothing: Own = {
  type: null,
  externalCaller: false,
  childIncidents: null,
  verbs: [],
  waiting: null,
  answer: null,
  actions: [],
  majorActions: [],
  related: [],
  updates: {},
  proposals: [],
};

type ViewOf<K extends TaskKind> = (parts: ViewParts & { record: RecordOf<K> }, mayEdit: boolean) => Partial<Own>;

const views: { readonly [K in TaskKind]?: ViewOf<K> } = { case: caseView, incident: incidentView };

/** The parts of this record's kind; empty for kinds without a view here. */
export function ownView(parts: ViewParts, mayEdit: boolean): Own {
  const view = views[parts.record.kind] as ViewOf<TaskKind> | undefined;
  return { ...nothing, ...view?.(parts, mayEdit) };
}
