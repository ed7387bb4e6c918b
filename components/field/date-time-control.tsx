'use client';

import { useState } from 'react';
import type { FieldControl } from '#components/ui/field.tsx';
import { useLocale } from '#components/ui/locale-provider.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { localText, zonedToUtc } from '#lib/platform/local-time.ts';

interface DateTimeControlProps extends FieldControl {
  name: string;
  /** ISO text in UTC, or empty. */
  value: string;
  onChange: (value: string | null) => void;
}

/** A date and time, typed in the reader's time zone and kept in UTC. */
export function DateTimeControl({ value, onChange, ...control }: DateTimeControlProps) {
  const { timeZone } = useLocale();
  // While a part of it is missing there is no value, yet the browser keeps what was typed.
  const [typed, setTyped] = useState<{ text: string; value: string } | null>(null);
  return (
    <TextInput
      {...control}
      type="datetime-local"
      value={typed?.value === value ? typed.text : localText(value, timeZone)}
      onChange={({ target }) => {
        const utc = zonedToUtc(target.value, timeZone);
        setTyped({ text: target.value, value: utc ?? '' });
        onChange(utc);
      }}
    />
  );
}
