'use client';

import { RecordPriority } from '#components/record/record-priority.tsx';
import { RecordState } from '#components/record/record-state.tsx';
import { SearchPicker } from '#components/ui/search-picker.tsx';
import type { Linkable } from '#lib/related/queries/linkable.ts';

interface RecordPickerProps {
  label: string;
  /** The address that answers `?q=`. */
  source: string;
  chosen: string;
  onChoose: (number: string) => void;
}

/** REL-10 · Chooses one record, found by number or words, with details that tell records apart. */
export function RecordPicker({ label, source, chosen, onChoose }: RecordPickerProps) {
  return (
    <SearchPicker<Linkable>
      label={label}
      searchLabel="Search by number or words"
      source={source}
      empty="No open records found."
      chosen={chosen}
      onChoose={({ number }) => onChoose(number)}
      row={({ number, title, state, priority, detail }) => (
        <>
          <span className="min-w-0">
            <span className="record-number text-sm">{number}</span> <span className="wrap-anywhere">{title}</span>
          </span>
          <RecordState state={state} />
          <span className="col-start-2 flex flex-wrap items-center gap-x-3 text-sm text-ink-muted">
            <RecordPriority {...priority} />
            {detail}
          </span>
        </>
      )}
    />
  );
}
