'use client';

import { RefusalBanner } from '#components/actions/refusal-banner.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Dialog, DialogActions, DialogCancel } from '#components/ui/dialog.tsx';
import { useFormDraft } from '#components/ui/drafts/use-form-draft.ts';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { SelectField } from '#components/ui/text-field.tsx';
import { NameAndEmail } from '#components/user/name-and-email.tsx';
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
  const formDraft = useFormDraft(`details of ${person.id}`);
  const { submit, refused, errors, typedOr } = useAction(editCustomerAction, { onDone: onClose, formDraft });
  const [timeZone, language] = [typedOr('timeZone', person.timeZone ?? ''), typedOr('language', person.language)];
  return (
    <Dialog open onOpenChange={onClose} title={`Edit ${person.name}`} size="s">
      <form key={formDraft.key} action={submit} onInput={formDraft.save} noValidate className="grid gap-3">
        <RefusalBanner refused={refused} />
        <input type="hidden" name="id" value={person.id} />
        <input type="hidden" name="asOf" value={person.asOf} />
        <NameAndEmail
          errors={errors}
          name={typedOr('name', person.name)}
          email={typedOr('email', person.email ?? '')}
        />
        <SelectField
          key={timeZone}
          label="Time zone"
          error={errors.timeZone}
          name="timeZone"
          defaultValue={timeZone}
          placeholder="That of the browser, at the first sign-in"
          options={timeZoneOptions(timeZone)}
        />
        <SelectField
          key={language}
          label="Language"
          error={errors.language}
          name="language"
          defaultValue={language}
          options={languageChoices}
        />
        <DialogActions>
          <DialogCancel onCancel={formDraft.discard} />
          <SubmitButton>Save customer</SubmitButton>
        </DialogActions>
      </form>
    </Dialog>
  );
}
