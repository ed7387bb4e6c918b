'use client';

import { useState } from 'react';
import { RefusalBanner } from '#components/actions/refusal-banner.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Button } from '#components/ui/button.tsx';
import { Combobox } from '#components/ui/combobox.tsx';
import { Dialog, DialogActions, DialogCancel } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { ReadField } from '#components/ui/read-field.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import type { Option } from '#components/ui/use-combobox.ts';
import { setRelationAction } from '#lib/admin-table/actions.ts';
import { type RelationName, relations } from '#lib/admin-table/relations.ts';
import { constrainedUrl } from '#lib/record/reference-constraint.ts';

/** ADM-6, ADM-7 · relates two records. On the page of the first one, the user chooses only the other. */
export function RelationDialog({ relation, from }: { relation: RelationName; from?: Option }) {
  const [open, setOpen] = useState(false);
  const title = `Add ${relations[relation].noun}`;
  return (
    <>
      <Button variant={from ? 'secondary' : 'primary'} icon={<Icon name="plus" />} onClick={() => setOpen(true)}>
        {title}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={title}>
        <RelationForm relation={relation} from={from} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function RelationForm({
  relation,
  from: preset,
  onDone,
}: {
  relation: RelationName;
  from?: Option;
  onDone: () => void;
}) {
  const { submit, refused, errors } = useAction(setRelationAction, { onDone });
  const { from, to } = relations[relation];
  const toSource = constrainedUrl(`/api/references?kind=${to.target}`, to.as, preset?.id);
  return (
    <form action={submit} className="grid gap-3">
      <RefusalBanner refused={refused} />
      <input type="hidden" name="relation" value={relation} />
      <input type="hidden" name="related" value="on" />
      {preset ? (
        <>
          <input type="hidden" name="fromId" value={preset.id} />
          <ReadField label={from.label}>
            <span>
              {preset.label}
              {errors.fromId && <span className="block text-sm text-tone-red">{errors.fromId}</span>}
            </span>
          </ReadField>
        </>
      ) : (
        <Field label={from.label} required error={errors.fromId}>
          {(control) => <Combobox {...control} name="fromId" source={`/api/references?kind=${from.target}`} />}
        </Field>
      )}
      <Field label={to.label} required error={errors.toId}>
        {(control) => <Combobox {...control} name="toId" source={toSource} />}
      </Field>
      <DialogActions>
        <DialogCancel />
        <SubmitButton>Save</SubmitButton>
      </DialogActions>
    </form>
  );
}
