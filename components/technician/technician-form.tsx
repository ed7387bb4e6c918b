'use client';

import { RefusalBanner } from '#components/actions/refusal-banner.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { useFormDraft } from '#components/ui/drafts/use-form-draft.ts';
import { FieldGrid } from '#components/ui/field.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { saveTechnicianAction } from '#lib/technician/actions.ts';
import type { ShownTechnician } from '#lib/technician/queries/technicians.ts';
import { WorkingTimeZone } from './working-time-zone.tsx';

const texts = [
  { name: 'region', label: 'Region', hint: 'This technician is not offered tasks in other regions.' },
  { name: 'address', label: 'Home address', hint: 'The first trip of the day starts here.' },
  {
    name: 'latitude',
    label: 'Latitude',
    hint: 'In degrees, such as 51.59. Without coordinates a trip counts as half an hour.',
  },
  { name: 'longitude', label: 'Longitude', hint: 'In degrees, such as 4.78.' },
] as const;

interface TechnicianFormProps {
  technician: ShownTechnician;
  timeZones: readonly { value: string; label: string }[];
}

/** WO-10, WO-16 · A technician's home location, time zone and skills. */
export function TechnicianForm({ technician, timeZones }: TechnicianFormProps) {
  const { userId, version } = technician;
  const formDraft = useFormDraft(`technician ${userId}`);
  const { submit, refused, typedOr, field, box } = useAction(saveTechnicianAction, { formDraft });
  return (
    <form
      key={`${formDraft.key} ${version}`}
      action={submit}
      onInput={formDraft.save}
      noValidate
      className="grid gap-3"
    >
      <RefusalBanner refused={refused} />
      <input type="hidden" name="userId" value={userId} />
      <input type="hidden" data-drafted name="version" value={typedOr('version', `${version}`)} />
      <FieldGrid>
        <WorkingTimeZone field={field} saved={technician.timeZone} options={timeZones} />
        {texts.map(({ name, label, hint }) => (
          <TextField
            key={name}
            label={label}
            hint={hint}
            {...field(name, String(technician[name] ?? ''))}
            autoComplete="off"
          />
        ))}
      </FieldGrid>
      <TextField
        label="Skills"
        hint="Separated by commas, such as fibre, SD-WAN."
        {...field('skills', technician.skills.join(', '))}
        autoComplete="off"
      />
      <Checkbox
        label="Active"
        hint="Appointments are offered with active technicians only."
        {...box('active', technician.active)}
      />
      <div>
        <SubmitButton>Save</SubmitButton>
      </div>
    </form>
  );
}
