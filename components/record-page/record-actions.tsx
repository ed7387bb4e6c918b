import type { ReactNode } from 'react';
import { CaseVerbs } from '#components/case/case-verbs.tsx';
import { AdditionalActions } from '#components/related/additional-actions.tsx';
import { Button } from '#components/ui/button.tsx';
import type { RecordView } from '#lib/task/record-view.ts';
import { AssignToMe } from './assign-to-me.tsx';
import { DETAILS_FORM } from './details-form-id.ts';

/** The header's buttons: what is allowed now. */
export function RecordActions({
  kind,
  number,
  fields,
  verbs,
  actions,
  related,
  updates,
  mayEdit,
  version,
  audience,
  viewerId,
  children,
}: RecordView & { viewerId: string; children: ReactNode }) {
  const customer = [fields.contactId, fields.consumerId].find((field) => field?.value);
  const requestedFor = customer ? { id: String(customer.value), label: customer.display } : null;
  // A case has a verb of its own for it, which opens the case too (CASE-8).
  const mayTake = kind !== 'case' && fields.assignedToId?.editable && fields.assignedToId.value !== viewerId;
  return (
    <>
      {kind === 'case' && <CaseVerbs {...{ number, version, verbs, audience }} />}
      {mayTake && <AssignToMe {...{ kind, number, version, viewerId }} />}
      {children}
      <AdditionalActions {...{ number, actions, related, updates, requestedFor }} />
      {mayEdit && (
        <Button type="submit" form={DETAILS_FORM} variant="primary">
          Save
        </Button>
      )}
    </>
  );
}
