'use client';

import { RefusalBanner } from '#components/actions/refusal-banner.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { showFieldsAction } from '#lib/external-access/actions.ts';
import type { KindAccess } from '#lib/external-access/queries.ts';

/** ADM-8 · Checkboxes for the fields of one kind that external users see; the number is always shown. */
export function ShownFieldsForm({ table, label, fields }: KindAccess) {
  const { submit, refused } = useAction(showFieldsAction);
  return (
    <form action={submit} className="grid gap-3">
      <RefusalBanner refused={refused} />
      <input type="hidden" name="table" value={table} />
      <input type="hidden" name="fields" value="number" />
      <fieldset className="min-w-0">
        <legend className="sr-only">Fields of {label.toLowerCase()}</legend>
        <div className="grid gap-x-4 gap-y-1 sm:grid-cols-2 lg:grid-cols-3">
          {fields.map((field) => (
            <Checkbox
              key={`${field.name} ${field.shown}`}
              name="fields"
              value={field.name}
              label={field.label}
              defaultChecked={field.shown}
              disabled={field.name === 'number'}
            />
          ))}
        </div>
      </fieldset>
      <div>
        <SubmitButton>Save fields of {label.toLowerCase()}</SubmitButton>
      </div>
    </form>
  );
}
