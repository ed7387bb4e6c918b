'use client';

import { useActionState } from 'react';
import { answering } from '#components/actions/call-action.ts';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { setOwnTimeZoneAction } from '#lib/user/actions.ts';
import { FormResult } from './form-result.tsx';

const setZone = answering(setOwnTimeZoneAction);

/** The zone in which one sees times. */
export function TimeZoneForm({ timeZone, timeZones }: { timeZone: string; timeZones: readonly string[] }) {
  const [result, formAction] = useActionState(setZone, null);
  return (
    <form action={formAction} className="grid max-w-sm gap-4">
      <FormResult result={result} />
      <Field label="Time zone" error={result?.ok === false ? result.fieldErrors?.timeZone : undefined}>
        {(control) => (
          <Select
            {...control}
            name="timeZone"
            // A select keeps its first default for good; with the key it takes the one that was saved.
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
