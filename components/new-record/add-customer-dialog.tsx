'use client';

import { RefusalBanner } from '#components/actions/refusal-banner.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { ReferenceControl } from '#components/field/reference-control.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Dialog, DialogActions, DialogCancel } from '#components/ui/dialog.tsx';
import { useDraftState } from '#components/ui/drafts/use-draft-text.ts';
import { Field } from '#components/ui/field.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { Option } from '#components/ui/use-combobox.ts';
import { addCustomerAction } from '#lib/customer/actions.ts';
import type { Customer, CustomerOption, NewCustomer } from '#lib/customer/customer-option.ts';
import { Radios } from './radios.tsx';

const labels: Readonly<Record<Customer['is'], string>> = { contact: 'Contact of an account', consumer: 'Consumer' };

export interface AddCustomerDialogProps extends NewCustomer {
  onClose: () => void;
  onAdded: (customer: CustomerOption) => void;
}

type Typed = { name?: string; email?: string; is?: Customer['is']; account?: Option | null; invite?: boolean };

const nothing: Typed = {};

/** ACC-14 · Adds a searched but missing person, by name or email address, as a contact or as a consumer. */
export function AddCustomerDialog({ words, kinds, onClose, onAdded }: AddCustomerDialogProps) {
  // Each search text has its own draft.
  const draftName = `customer ${words}`;
  const [typed, change] = useDraftState(draftName, nothing);
  const type = (more: Partial<Typed>) => change((now) => ({ ...now, ...more }));
  const discard = () => change(() => nothing);
  const isAddress = words.includes('@');
  const [first = 'contact'] = kinds;
  const {
    is = first,
    account = null,
    invite = false,
    name = isAddress ? '' : words,
    email = isAddress ? words : '',
  } = typed;
  const { submit, refused, errors } = useAction(addCustomerAction, {
    once: draftName,
    onDone: (added) => added && done(added),
  });

  function done(added: { id: string; name: string }) {
    const of = is === 'contact' ? account : null;
    const customer = { is, accountId: of?.id ?? null, account: of?.label ?? '' };
    discard();
    onAdded({ id: added.id, label: added.name, customer });
  }

  return (
    <Dialog open onOpenChange={onClose} title="Add customer" size="s">
      <form action={submit} noValidate className="grid gap-3">
        <RefusalBanner refused={refused} />
        <TextField
          label="Name"
          required
          error={errors.name}
          name="name"
          value={name}
          onChange={({ target }) => type({ name: target.value })}
          autoComplete="off"
        />
        <TextField
          label="Email"
          required
          error={errors.email}
          name="email"
          type="email"
          value={email}
          onChange={({ target }) => type({ email: target.value })}
          autoComplete="off"
        />
        {kinds.length > 1 ? (
          <Radios
            name="kind"
            legend="Kind"
            options={kinds.map((value) => ({ value, label: labels[value] }))}
            value={is}
            onChange={(other) => type({ is: other })}
          />
        ) : (
          <input type="hidden" name="kind" value={is} />
        )}
        {is === 'contact' && (
          <Field label="Account" required error={errors.accountId}>
            {(control) => (
              <ReferenceControl
                {...control}
                name="accountId"
                source="/api/references?kind=account"
                chosen={account}
                onSelect={(other) => type({ account: other })}
              />
            )}
          </Field>
        )}
        <Checkbox
          name="invite"
          label="Send an invitation to the portal"
          checked={invite}
          onChange={({ target }) => type({ invite: target.checked })}
        />
        <DialogActions>
          <DialogCancel onCancel={discard} />
          <SubmitButton>{is === 'contact' ? 'Add contact' : 'Add consumer'}</SubmitButton>
        </DialogActions>
      </form>
    </Dialog>
  );
}
