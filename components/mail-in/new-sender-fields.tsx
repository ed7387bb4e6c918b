'use client';

import { ReferenceControl } from '#components/field/reference-control.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { Option } from '#components/ui/use-combobox.ts';

export type NewSender = { name: string; account: Option | null; invite: boolean };

interface NewSenderFieldsProps {
  kind: 'contact' | 'consumer';
  sender: NewSender;
  /** The sender's email address. */
  email: string;
  onChange: (more: Partial<NewSender>) => void;
  errors: Readonly<Record<string, string>>;
}

/** MAIL-5, ACC-14 · The fields of an email's sender, who is added as contact or consumer with the case. */
export function NewSenderFields({ kind, sender, email, onChange, errors }: NewSenderFieldsProps) {
  return (
    <div className="mt-3 grid gap-3">
      <TextField
        label="Name"
        required
        error={errors['newCustomer.name'] ?? errors.name}
        value={sender.name}
        autoComplete="off"
        onChange={({ target }) => onChange({ name: target.value })}
      />
      <TextField
        label="Email"
        error={errors.email}
        hint="The address that this email came from."
        type="email"
        value={email}
        readOnly
      />
      {kind === 'contact' && (
        <Field label="Account" required error={errors['newCustomer.accountId'] ?? errors.accountId}>
          {(control) => (
            <ReferenceControl
              {...control}
              source="/api/references?kind=account"
              chosen={sender.account}
              onSelect={(account) => onChange({ account })}
            />
          )}
        </Field>
      )}
      <Checkbox
        label="Send an invitation to the portal"
        checked={sender.invite}
        onChange={({ target }) => onChange({ invite: target.checked })}
      />
    </div>
  );
}
