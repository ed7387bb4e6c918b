'use client';

import { useState } from 'react';
import type { FieldControl } from '#components/ui/field.tsx';
import { useLocale } from '#components/ui/locale-provider.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { localText, zonedToUtc } from '#lib/platform/local-time.ts';
import { readSkipped, skippedTime, writeSkipped } from '#lib/platform/skipped-time.ts';

interface DateTimeControlProps extends FieldControl {
  name: string;
  /** ISO text in UTC, a time that does not exist in the reader's time zone, or empty. */
  value: string;
  onChange: (value: string | null) => void;
}

/** A date and time, typed in the reader's time zone and stored in UTC. */
export function DateTimeControl({ value, onChange, ...control }: DateTimeControlProps) {
  const { timeZone } = useLocale();
  // While a part is missing the value is empty, although the browser keeps the typed parts.
  const [typed, setTyped] = useState<{ text: string; value: string } | null>(null);
  return (
    <TextInput
      {...control}
      type="datetime-local"
      value={typed?.value === value ? typed.text : (readSkipped(value)?.text ?? localText(value, timeZone))}
      onChange={({ target }) => {
        // A time skipped by a clock change is kept as typed and refused, never moved silently.
        const skipped = skippedTime(target.value, timeZone);
        const utc = skipped ? writeSkipped(skipped) : zonedToUtc(target.value, timeZone);
        setTyped({ text: target.value, value: utc ?? '' });
        onChange(utc);
      }}
    />
  );
}
