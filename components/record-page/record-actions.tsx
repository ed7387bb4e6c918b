import type { ReactNode } from 'react';
import { CaseVerbs } from '#components/case/case-verbs.tsx';
import { AdditionalActions } from '#components/related/additional-actions.tsx';
import { Button } from '#components/ui/button.tsx';
import type { RecordView } from '#lib/task/record-view.ts';
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
  children,
}: RecordView & { children: ReactNode }) {
  const customer = [fields.contactId, fields.consumerId].find((field) => field?.value);
  const requestedFor = customer ? { id: String(customer.value), label: customer.display } : null;
  return (
    <>
      {kind === 'case' && <CaseVerbs number={number} verbs={verbs} />}
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
