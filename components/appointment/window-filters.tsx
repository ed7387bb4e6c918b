import { SelectField, TextField } from '#components/ui/text-field.tsx';
import type { OfferedWindows } from '#lib/appointment/windows-of.ts';
import type { WindowsQuery } from './use-windows.ts';

type Filters = Omit<WindowsQuery, 'number'>;

interface WindowFiltersProps {
  query: Filters;
  offered: OfferedWindows | undefined;
  onChange: (part: Partial<Filters>) => void;
}

const lengths = [30, 60, 90, 120, 180, 240, 480];

/** WO-6 · Filters the windows: technician, first day and duration. */
export function WindowFilters({ query, offered, onChange }: WindowFiltersProps) {
  const minutes = query.minutes || String(offered?.minutes ?? '');
  const known = [...new Set([...lengths.map(String), minutes])].filter(Boolean);
  return (
    <div className="grid gap-3 sm:grid-cols-3">
      <SelectField
        label="Technician"
        value={query.technicianId}
        onChange={({ target }) => onChange({ technicianId: target.value })}
        placeholder="Anyone who is free"
        options={(offered?.technicians ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField
        label="From"
        hint="Seven days are shown."
        type="date"
        value={query.from || (offered?.from ?? '')}
        onChange={({ target }) => onChange({ from: target.value })}
      />
      <SelectField
        label="Minutes"
        value={minutes}
        onChange={({ target }) => onChange({ minutes: target.value })}
        options={known.map((value) => ({ value, label: value }))}
      />
    </div>
  );
}
