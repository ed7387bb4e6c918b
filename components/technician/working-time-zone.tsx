import type { TypedFields } from '#components/actions/typed-fields.ts';
import { SelectField } from '#components/ui/text-field.tsx';

interface WorkingTimeZoneProps {
  field: TypedFields['field'];
  saved: string;
  options: readonly { value: string; label: string }[];
}

/** WO-10 · The time zone of a technician's working hours. */
export function WorkingTimeZone({ field, saved, options }: WorkingTimeZoneProps) {
  return (
    <SelectField
      label="Time zone"
      required
      hint="Working hours use this time zone."
      {...field('timeZone', saved)}
      options={options}
    />
  );
}
