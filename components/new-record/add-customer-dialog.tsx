'use client';

import { useState } from 'react';
import { RefusalBanner } from '#components/actions/refusal-banner.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Combobox } from '#components/ui/combobox.tsx';
import { Dialog, DialogActions, DialogCancel } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import type { Option } from '#components/ui/use-combobox.ts';
import { usualRoles } from '#lib/access/roles.ts';
import { addPersonAction } from '#lib/customer/actions.ts';
import type { Customer, CustomerOption } from '#lib/customer/customer-option.ts';
import { Radios } from './radios.tsx';

const kinds = [
  { value: 'contact', label: 'Contact of an account' },
  { value: 'consumer', label: 'Consumer' },
] as const satisfies readonly { value: Customer['is']; label: string }[];

export interface AddCustomerDialogProps {
  /** What was looked for: a name or an email address. */
  words: string;
  onClose: () => void;
  onAdded: (customer: CustomerOption) => void;
}

/** ADM-6 · Somebody who is not known yet becomes a contact of an account, or a consumer. */
export function AddCustomerDialog({ words, onClose, onAdded }: AddCustomerDialogProps) {
  const [is, setIs] = useState<Customer['is']>('contact');
  const [account, setAccount] = useState<Option | null>(null);
  const { submit, refused, errors, typedOr } = useAction(addPersonAction, {
    once: 'customer',
    onDone: (added) => added && done(added),
  });
  const isAddress = words.includes('@');

  function done({ id, name }: { id: string; name: string }) {
    const of = is === 'contact' ? account : null;
    onAdded({ id, label: name, customer: { is, accountId: of?.id ?? null, account: of?.label ?? '' } });
  }

  return (
    <Dialog open onOpenChange={onClose} title="Add customer" size="s">
      <form action={submit} noValidate className="grid gap-3">
        <RefusalBanner refused={refused} />
        <Field label="Name" required error={errors.name}>
          {(control) => (
            <TextInput
              {...control}
              name="name"
              defaultValue={typedOr('name', isAddress ? '' : words)}
              autoComplete="off"
            />
          )}
        </Field>
        <Field label="Email" required error={errors.email}>
          {(control) => (
            <TextInput
              {...control}
              name="email"
              type="email"
              defaultValue={typedOr('email', isAddress ? words : '')}
              autoComplete="off"
            />
          )}
        </Field>
        <Radios name="is" legend="Kind" options={kinds} value={is} onChange={setIs} />
        {is === 'contact' && (
          <Field label="Account" required error={errors.accountId}>
            {(control) => (
              <Combobox
                {...control}
                name="accountId"
                source="/api/references?kind=account"
                defaultOption={account}
                onSelect={setAccount}
              />
            )}
          </Field>
        )}
        <input type="hidden" name="roles" value={usualRoles[is]} />
        <DialogActions>
          <DialogCancel />
          <SubmitButton>Save</SubmitButton>
        </DialogActions>
      </form>
    </Dialog>
  );
}
