'use client';

import { RefusalBanner } from '#components/actions/refusal-banner.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { ReferenceControl } from '#components/field/reference-control.tsx';
import { Dialog, DialogActions, DialogCancel } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { useKept } from '#components/ui/kept/use-kept.ts';
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

type Typed = { name?: string; email?: string; is?: Customer['is']; account?: Option | null };

const nothing: Typed = {};

/** ADM-6 · Somebody who is not known yet becomes a contact of an account, or a consumer. */
export function AddCustomerDialog({ words, onClose, onAdded }: AddCustomerDialogProps) {
  // Words that lead to somebody else begin with their own.
  const keptAs = `customer ${words}`;
  const [typed, change] = useKept(keptAs, nothing);
  const type = (more: Partial<Typed>) => change((now) => ({ ...now, ...more }));
  const discard = () => change(() => nothing);
  const isAddress = words.includes('@');
  const { is = 'contact', account = null, name = isAddress ? '' : words, email = isAddress ? words : '' } = typed;
  const { submit, refused, errors } = useAction(addPersonAction, {
    once: keptAs,
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
        <Field label="Name" required error={errors.name}>
          {(control) => (
            <TextInput
              {...control}
              name="name"
              value={name}
              onChange={({ target }) => type({ name: target.value })}
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
              value={email}
              onChange={({ target }) => type({ email: target.value })}
              autoComplete="off"
            />
          )}
        </Field>
        <Radios name="is" legend="Kind" options={kinds} value={is} onChange={(other) => type({ is: other })} />
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
        <input type="hidden" name="roles" value={usualRoles[is]} />
        <DialogActions>
          <DialogCancel onCancel={discard} />
          <SubmitButton>Save</SubmitButton>
        </DialogActions>
      </form>
    </Dialog>
  );
}
