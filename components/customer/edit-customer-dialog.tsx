'use client';

import { DraftForm } from '#components/actions/draft-form.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
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
  const { id, asOf, name, email, timeZone, language } = person;
  return (
    <Dialog open onOpenChange={onClose} title={`Edit ${name}`} size="s">
      <DraftForm
        action={editCustomerAction}
        name={`details of ${id}`}
        hidden={{ id, asOf }}
        verb="Save customer"
        className="grid gap-3"
        onDone={onClose}
      >
        {({ field }) => {
          const zone = field('timeZone', timeZone ?? '');
          return (
            <>
              <NameAndEmail field={field} name={name} email={email ?? ''} />
              <SelectField
                label="Time zone"
                {...zone}
                placeholder="That of the browser, at the first sign-in"
                options={timeZoneOptions(zone.defaultValue)}
              />
              <SelectField label="Language" {...field('language', language)} options={languageChoices} />
            </>
          );
        }}
      </DraftForm>
    </Dialog>
  );
}
