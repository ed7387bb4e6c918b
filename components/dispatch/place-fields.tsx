import { Checkbox } from '#components/ui/checkbox.tsx';
import { SelectField, TextField } from '#components/ui/text-field.tsx';
import type { usePlaceForm } from './use-place-form.ts';

interface PlaceFieldsProps {
  form: ReturnType<typeof usePlaceForm>;
  /** Name of the chosen technician. */
  name: string | null;
  zone: string;
  errors: Readonly<Record<string, string>>;
}

/** WO-17 · Technician, day, time and duration. */
export function PlaceFields({ form, name, zone, errors }: PlaceFieldsProps) {
  const { values, who } = form;
  const people = [...(who.data?.candidates ?? []), ...(who.data?.leftOut ?? [])];
  const names = new Map(people.map((person) => [person.id, person.name]));
  if (name && values.technicianId) names.set(values.technicianId, name);
  const options = [...names].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label));
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-6">
        <SelectField
          label="Technician"
          required
          error={errors.technicianId}
          className="sm:col-span-6"
          placeholder={who.isPending ? 'Loading…' : 'Choose a technician'}
          options={options}
          value={values.technicianId}
          onChange={({ target }) => form.setTechnician(target.value)}
        />
        <TextField
          label="Day"
          required
          className="sm:col-span-2"
          type="date"
          value={values.day}
          onChange={({ target }) => form.setDay(target.value)}
        />
        <TextField
          label="Time"
          required
          error={errors.startsAt}
          hint={zone.replaceAll('_', ' ')}
          className="sm:col-span-2"
          type="time"
          step={900}
          value={values.time}
          onChange={({ target }) => form.setTime(target.value)}
        />
        <TextField
          label="Minutes"
          required
          error={errors.minutes}
          className="sm:col-span-2"
          type="number"
          min={15}
          max={720}
          step={15}
          value={values.minutes}
          onChange={({ target }) => form.setMinutes(target.value)}
        />
      </div>
      {form.clock === 2 && (
        <Checkbox
          label="This time occurs twice on that day: use the second one."
          checked={values.later}
          onChange={({ target }) => form.setLater(target.checked)}
        />
      )}
      {form.clock === 0 && (
        <p role="alert" className="mt-3 text-tone-red">
          This time does not exist on that day because the clocks change. Choose another one.
        </p>
      )}
    </>
  );
}
