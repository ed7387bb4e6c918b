'use client';

import { RefusalBanner } from '#components/actions/refusal-banner.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Dialog, DialogActions, DialogCancel } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { useKeptForm } from '#components/ui/kept/use-kept-form.ts';
import { Select } from '#components/ui/select.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { editCustomerAction } from '#lib/customer/actions.ts';
import type { CustomerShown } from '#lib/customer/customer-shown.ts';
import { timeZoneOptions } from '#lib/platform/time-zones.ts';
import { languageChoices } from '#lib/words/languages.ts';

export interface EditCustomerDialogProps {
  person: CustomerShown;
  onClose: () => void;
}

/** ACC-14 · Name, address, time zone and language of a contact or consumer. */
export function EditCustomerDialog({ person, onClose }: EditCustomerDialogProps) {
  const kept = useKeptForm(`details of ${person.id}`);
  const { submit, refused, errors, typedOr } = useAction(editCustomerAction, { onDone: onClose, kept });
  const [timeZone, language] = [typedOr('timeZone', person.timeZone ?? ''), typedOr('language', person.language)];
  return (
    <Dialog open onOpenChange={onClose} title={`Edit ${person.name}`} size="s">
      <form key={kept.key} action={submit} onInput={kept.keep} noValidate className="grid gap-3">
        <RefusalBanner refused={refused} />
        <input type="hidden" name="id" value={person.id} />
        <input type="hidden" name="asOf" value={person.asOf} />
        <Field label="Name" required error={errors.name}>
          {(control) => (
            <TextInput {...control} name="name" defaultValue={typedOr('name', person.name)} autoComplete="off" />
          )}
        </Field>
        <Field label="Email" required error={errors.email}>
          {(control) => (
            <TextInput
              {...control}
              name="email"
              type="email"
              defaultValue={typedOr('email', person.email ?? '')}
              autoComplete="off"
            />
          )}
        </Field>
        <Field label="Time zone" error={errors.timeZone}>
          {(control) => (
            <Select
              {...control}
              key={timeZone}
              name="timeZone"
              defaultValue={timeZone}
              placeholder="That of the browser, at the first sign-in"
              options={timeZoneOptions(timeZone)}
            />
          )}
        </Field>
        <Field label="Language" error={errors.language}>
          {(control) => (
            <Select {...control} key={language} name="language" defaultValue={language} options={languageChoices} />
          )}
        </Field>
        <DialogActions>
          <DialogCancel onCancel={kept.discard} />
          <SubmitButton>Save customer</SubmitButton>
        </DialogActions>
      </form>
    </Dialog>
  );
}
