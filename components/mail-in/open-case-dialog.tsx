'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { DialogForm } from '#components/actions/dialog-form.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { ReferenceControl } from '#components/field/reference-control.tsx';
import { Radios } from '#components/new-record/radios.tsx';
import { Field } from '#components/ui/field.tsx';
import type { CustomerOption, NewCustomer } from '#lib/customer/customer-option.ts';
import { openCaseFromMailAction } from '#lib/mail-in/actions.ts';
import { type NewSender, NewSenderFields } from './new-sender-fields.tsx';
import type { ReviewDialogProps } from './review-actions.tsx';

// Only users who may add customers need it.
const AddCustomerDialog = dynamic(
  () => import('#components/new-record/add-customer-dialog.tsx').then((module) => module.AddCustomerDialog),
  { ssr: false },
);

const whose = ({ id, customer }: CustomerOption) =>
  customer?.is === 'consumer' ? { consumerId: id } : { contactId: id };

type Whose = 'contact' | 'consumer' | 'other';

const labels: Readonly<Record<Whose, string>> = {
  consumer: 'New consumer from this sender',
  contact: 'New contact from this sender',
  other: 'Someone else',
};

const asSent = (kind: 'contact' | 'consumer', { name, account, invite }: NewSender) => ({
  kind,
  name,
  invite,
  ...(kind === 'contact' && account ? { accountId: account.id } : {}),
});

/** MAIL-5 · Opens a case from an email: for its sender, who is added if unknown, or for a chosen or added customer. */
export function OpenCaseDialog({ id, customer, unknownSender, onClose }: ReviewDialogProps) {
  const whom: Whose[] = [...(unknownSender?.kinds.toReversed() ?? []), 'other'];
  const [isOf, setIsOf] = useState(whom[0] ?? 'other');
  const [sender, setSender] = useState<NewSender>({ name: unknownSender?.name ?? '', account: null, invite: false });
  const [chosen, setChosen] = useState<CustomerOption | null>(null);
  const [added, setAdded] = useState<NewCustomer | null>(null);
  const { run, pending, refused, errors } = useAction(openCaseFromMailAction, { onDone: onClose });

  function choose(option: CustomerOption | null) {
    if (option?.add) setAdded(option.add);
    else setChosen(option);
  }

  return (
    <>
      <DialogForm
        title="Open case"
        verb="Open case"
        description="The case gets the subject, the text and the files of this email. Its customer sees them."
        onClose={onClose}
        refused={refused}
        pending={pending}
        disabled={isOf === 'other' && !customer && !chosen}
        onSubmit={() =>
          run({ id, ...(isOf === 'other' ? chosen && whose(chosen) : { newCustomer: asSent(isOf, sender) }) })
        }
      >
        {unknownSender && (
          <Radios
            name="whose"
            legend="Customer"
            options={whom.map((value) => ({ value, label: labels[value] }))}
            value={isOf}
            onChange={setIsOf}
          />
        )}
        {unknownSender && isOf !== 'other' ? (
          <NewSenderFields
            kind={isOf}
            sender={sender}
            email={unknownSender.email}
            onChange={(more) => setSender({ ...sender, ...more })}
            errors={errors}
          />
        ) : (
          <Field
            label="Customer"
            required={!customer}
            error={errors.contactId}
            {...(customer ? { hint: `Leave empty for the sender, ${customer}.` } : {})}
          >
            {(control) => <ReferenceControl {...control} source="/api/customers" chosen={chosen} onSelect={choose} />}
          </Field>
        )}
      </DialogForm>
      {added !== null && (
        <AddCustomerDialog
          {...added}
          onClose={() => setAdded(null)}
          onAdded={(option) => {
            setChosen(option);
            setAdded(null);
          }}
        />
      )}
    </>
  );
}
