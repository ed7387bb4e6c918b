'use client';

import { useState } from 'react';
import { DialogForm } from '#components/actions/dialog-form.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Link } from '#components/ui/link.tsx';
import { TextAreaField } from '#components/ui/text-field.tsx';
import { placeTaskAction } from '#lib/dispatch/actions.ts';
import { timeIn } from '#lib/dispatch/words-of-time.ts';
import { pathOfNumber } from '#lib/record/kind.ts';
import { FitMessages } from './fit-messages.tsx';
import { PlaceFields } from './place-fields.tsx';
import type { MovingTask, Place } from './placement.ts';
import { usePlaceForm } from './use-place-form.ts';
import { WhoShouldGo } from './who-should-go.tsx';

interface PlaceDialogProps {
  task: MovingTask;
  place: Place | null;
  day: string;
  zone: string;
  onClose: () => void;
  onPlaced: (number: string) => void;
}

/** WO-16, WO-17 · *Move...*: chooses technician, day and time, and first shows which rules that would break. */
export function PlaceDialog({ task, place, day, zone, onClose, onPlaced }: PlaceDialogProps) {
  // REC-3: the task when the dialog was opened, whatever the board behind it shows since then.
  const [{ number, version, title, account }] = useState(task);
  const form = usePlaceForm({ task, place, day, zone });
  const { values, fit, who } = form;
  const [meant, setMeant] = useState('');
  const [reason, setReason] = useState('');
  const { run, pending, refused, errors } = useAction(placeTaskAction, {
    onDone: () => {
      onPlaced(number);
      onClose();
    },
  });
  const breaks = fit?.confirm.join(' ') ?? '';
  // A confirmation covers only the warning that was shown; a new warning asks again.
  const confirmed = breaks !== '' && meant === breaks;
  function submit() {
    const { technicianId } = values;
    const startsAt = form.startsAt ?? '';
    run({ number, version, technicianId, startsAt, minutes: form.duration, timeZone: zone, confirmed, reason });
  }

  return (
    <DialogForm
      title={`Move ${number}`}
      description={
        <>
          {[account, title].filter(Boolean).join(' · ')} <Link href={pathOfNumber(number)}>{`Open ${number}`}</Link>
        </>
      }
      verb="Place"
      onClose={onClose}
      refused={refused}
      pending={pending}
      onSubmit={submit}
    >
      <PlaceFields form={form} name={fit?.name ?? null} zone={zone} errors={errors} />
      <FitMessages fit={fit} />
      {breaks && !fit?.refused && (
        <Checkbox
          label="Place it anyway"
          checked={confirmed}
          onChange={({ target }) => setMeant(target.checked ? breaks : '')}
        />
      )}
      {(fit?.reason || errors.reason) && (
        <TextAreaField
          label="Reason"
          required
          error={errors.reason}
          hint="It becomes a work note of the task."
          className="mt-3"
          rows={2}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      )}
      <WhoShouldGo
        who={who.data ?? null}
        error={who.error}
        onRetry={() => void who.refetch()}
        timeIn={(iso) => timeIn(Date.parse(iso), zone).slice(11)}
        chosen={values.technicianId}
        onChoose={({ id, from }) => {
          form.setTechnician(id);
          form.setTime(timeIn(Date.parse(from), zone).slice(11));
        }}
      />
    </DialogForm>
  );
}
