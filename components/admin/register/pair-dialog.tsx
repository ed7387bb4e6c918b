'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { RefusalBanner } from '#components/actions/refusal-banner.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Button } from '#components/ui/button.tsx';
import { Combobox } from '#components/ui/combobox.tsx';
import { Dialog, DialogActions, DialogCancel } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { ReadField } from '#components/ui/read-field.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import type { Option } from '#components/ui/use-combobox.ts';
import { relatePairAction } from '#lib/register/actions.ts';
import { type PairName, pairs } from '#lib/register/pairs.ts';

/** ADM-6, ADM-7 · relates two things; where the first is given, it is not asked for. */
export function PairDialog({ pair, from }: { pair: PairName; from?: Option }) {
  const [open, setOpen] = useState(false);
  const title = `Add ${pairs[pair].noun}`;
  return (
    <>
      <Button variant={from ? 'secondary' : 'primary'} icon={<Plus aria-hidden />} onClick={() => setOpen(true)}>
        {title}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={title}>
        <PairForm pair={pair} from={from} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function PairForm({ pair, from: given, onDone }: { pair: PairName; from?: Option; onDone: () => void }) {
  const { submit, refused, errors } = useAction(relatePairAction, { onDone });
  const { from, to } = pairs[pair];
  return (
    <form action={submit} className="grid gap-3">
      <RefusalBanner refused={refused} />
      <input type="hidden" name="pair" value={pair} />
      <input type="hidden" name="related" value="on" />
      {given ? (
        <>
          <input type="hidden" name="fromId" value={given.id} />
          <ReadField label={from.label}>
            <span>
              {given.label}
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
        {(control) => <Combobox {...control} name="toId" source={`/api/references?kind=${to.target}`} />}
      </Field>
      <DialogActions>
        <DialogCancel />
        <SubmitButton>Save</SubmitButton>
      </DialogActions>
    </form>
  );
}
