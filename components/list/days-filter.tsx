'use client';

import { useState } from 'react';
import { TextInput } from '#components/ui/text-input.tsx';
import { type Days, formatDays } from '#lib/list/days.ts';

export interface DaysFilterProps {
  name: string;
  label: string;
  days: Days;
}

/** A filter by a range of days; either end may be open. */
export function DaysFilter({ name, label, days }: DaysFilterProps) {
  const [{ from, to }, setDays] = useState(days);
  const value = from || to ? formatDays({ from, to }) : '';
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium text-ink-muted">{label}</legend>
      <input type="hidden" name={name} value={value} />
      <div className="grid grid-cols-2 gap-2">
        <TextInput
          type="date"
          aria-label={`${label} from`}
          value={from ?? ''}
          max={to ?? undefined}
          onChange={({ target }) => setDays({ from: target.value || null, to })}
        />
        <TextInput
          type="date"
          aria-label={`${label} to`}
          value={to ?? ''}
          min={from ?? undefined}
          onChange={({ target }) => setDays({ from, to: target.value || null })}
        />
      </div>
    </fieldset>
  );
}
