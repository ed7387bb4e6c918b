'use client';

import { useAction } from '#components/actions/use-action.ts';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { setOwnTimeZoneAction } from '#lib/user/actions.ts';
import { FormResult } from './form-result.tsx';

/** The user's time zone. */
export function TimeZoneForm({ timeZone, timeZones }: { timeZone: string; timeZones: readonly string[] }) {
  const { submit, result, errors } = useAction(setOwnTimeZoneAction, { quiet: true });
  return (
    <form action={submit} className="grid max-w-sm gap-4">
      <FormResult result={result} />
      <Field label="Time zone" error={errors.timeZone}>
        {(control) => (
          <Select
            {...control}
            name="timeZone"
            // An uncontrolled select keeps its first default; the key makes it take the saved value.
            key={timeZone}
            defaultValue={timeZone}
            options={[...new Set([timeZone, ...timeZones])].map((name) => ({
              value: name,
              label: name.replaceAll('_', ' '),
            }))}
          />
        )}
      </Field>
      <div>
        <SubmitButton variant="secondary">Save time zone</SubmitButton>
      </div>
    </form>
  );
}
