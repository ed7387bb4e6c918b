import type { ReactNode } from 'react';
import { CaseVerbs } from '#components/case/case-verbs.tsx';
import { IncidentVerbs } from '#components/incident/incident-verbs.tsx';
import { ListPosition } from '#components/list/list-position.tsx';
import { AdditionalActions } from '#components/related/additional-actions.tsx';
import type { RecordView } from '#lib/record-page/record-view.ts';
import { sourceOf } from '#lib/related/source-ref.ts';
import { AssignToMe } from './assign-to-me.tsx';
import { MoreActions } from './more-actions.tsx';

/** The header's buttons for the actions allowed now. A small screen shows the first, and the rest in a menu. */
export function RecordActions({ viewerId, children, ...view }: RecordView & { viewerId: string; children: ReactNode }) {
  const { kind, number, fields, verbs, answer, actions, majorActions, related, updates, version, audience } = view;
  const customer = [fields.contactId, fields.consumerId].find((field) => field?.value);
  const requestedFor = customer ? { id: String(customer.value), label: customer.display } : null;
  // A case has its own verb for it, which also opens the case (CASE-8).
  const mayTake =
    kind !== 'case' && view.mayTake && fields.assignedToId?.editable && fields.assignedToId.value !== viewerId;
  // CASE-11: the buttons that respond to the customer's comment are beside that comment.
  const inHeader = answer ? verbs.filter(({ handlesComment }) => !handlesComment) : verbs;
  return (
    <>
      <ListPosition number={number} />
      {kind === 'case' && <CaseVerbs {...{ number, version, audience }} verbs={inHeader} />}
      {kind === 'incident' && (
        <IncidentVerbs
          view={{
            number,
            version,
            fields,
            audience,
            state: view.state,
            stateFields: view.stateFields,
            commentWith: view.commentWith,
            propagation: view.propagation,
            childIncidents: view.childIncidents,
          }}
        />
      )}
      {mayTake && <AssignToMe {...{ kind, number, version, viewerId }} />}
      {children}
      <AdditionalActions
        {...{ source: sourceOf({ kind, number }), related, updates, requestedFor }}
        actions={[...actions, ...majorActions]}
        hasCustomer={customer !== undefined || Boolean(fields.accountId?.value)}
      />
      <MoreActions />
    </>
  );
}
