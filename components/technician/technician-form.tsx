'use client';

import { RefusalBanner } from '#components/actions/refusal-banner.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { useFormDraft } from '#components/ui/drafts/use-form-draft.ts';
import { FieldGrid } from '#components/ui/field.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { SelectField, TextField } from '#components/ui/text-field.tsx';
import { saveTechnicianAction } from '#lib/technician/actions.ts';
import type { ShownTechnician } from '#lib/technician/queries/technicians.ts';

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
  const { submit, refused, errors, typedOr, typedAll } = useAction(saveTechnicianAction, { formDraft });
  const zone = typedOr('timeZone', technician.timeZone);
  const active = typedAll('active');
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
        <SelectField
          key={zone}
          label="Time zone"
          required
          error={errors.timeZone}
          hint="Working hours use this time zone."
          name="timeZone"
          defaultValue={zone}
          options={timeZones}
        />
        {texts.map(({ name, label, hint }) => (
          <TextField
            key={name}
            label={label}
            hint={hint}
            error={errors[name]}
            name={name}
            defaultValue={typedOr(name, String(technician[name] ?? ''))}
            autoComplete="off"
          />
        ))}
      </FieldGrid>
      <TextField
        label="Skills"
        hint="Separated by commas, such as fibre, SD-WAN."
        error={errors.skills}
        name="skills"
        defaultValue={typedOr('skills', technician.skills.join(', '))}
        autoComplete="off"
      />
      <Checkbox
        label="Active"
        name="active"
        hint="Appointments are offered with active technicians only."
        defaultChecked={active ? active.length > 0 : technician.active}
      />
      <div>
        <SubmitButton>Save</SubmitButton>
      </div>
    </form>
  );
}
