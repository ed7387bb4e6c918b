'use client';

import { SelectField } from '#components/ui/text-field.tsx';
import { setOwnTimeZoneAction } from '#lib/user/actions.ts';
import { OwnForm } from './own-form.tsx';

interface TimeZoneFormProps {
  timeZone: string;
  timeZones: readonly { value: string; label: string }[];
}

/** The user's time zone. */
export function TimeZoneForm({ timeZone, timeZones }: TimeZoneFormProps) {
  return (
    <OwnForm action={setOwnTimeZoneAction} verb="Save time zone">
      {({ field }) => <SelectField label="Time zone" {...field('timeZone', timeZone)} options={timeZones} />}
    </OwnForm>
  );
}
