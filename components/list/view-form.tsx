'use client';

import { DraftForm, type DraftFormProps } from '#components/actions/draft-form.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { TextField } from '#components/ui/text-field.tsx';

interface ViewFormProps extends Pick<DraftFormProps, 'action' | 'onDone'> {
  hidden: Readonly<Record<string, string>>;
  view?: { name: string; shared: boolean };
  mayShare: boolean;
}

/** The name of a view, and whether it is shared if the user may share. */
export function ViewForm({ hidden, view, mayShare, ...form }: ViewFormProps) {
  return (
    <DraftForm
      {...form}
      name={`view ${hidden.id ?? hidden.kind}`}
      hidden={hidden}
      verb="Save"
      noValidate={false}
      className="grid gap-3"
    >
      {({ field, box }) => (
        <>
          <TextField
            label="Name"
            required
            hint="Filters, words, order and columns."
            {...field('name', view?.name)}
            maxLength={60}
          />
          {mayShare && <Checkbox label="Shared with everyone" {...box('shared', view?.shared ?? false)} />}
        </>
      )}
    </DraftForm>
  );
}
