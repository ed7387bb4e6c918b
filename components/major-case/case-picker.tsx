'use client';

import { useState } from 'react';
import { RecordPriority } from '#components/record/record-priority.tsx';
import { RecordState } from '#components/record/record-state.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { LoadFailed } from '#components/ui/load-failed.tsx';
import { useTypeahead } from '#components/ui/use-typeahead.ts';
import type { JoinableCase } from '#lib/major-case/queries/joinable-cases.ts';
import { CaseFilters, type ChosenFilters, noFilters } from './case-filters.tsx';

interface CasePickerProps {
  /** The major case that the cases are chosen for. */
  number: string;
  chosen: ReadonlySet<string>;
  onChoose: (numbers: ReadonlySet<string>) => void;
}

/** MAJ-4 · Chooses open cases by search and filters. Chosen cases stay chosen when the filter changes. */
export function CasePicker({ number, chosen, onChoose }: CasePickerProps) {
  const [{ words, ...filters }, setFilters] = useState<ChosenFilters>(noFilters);
  const source = `/api/joinable-cases?${new URLSearchParams({ number, ...filters })}`;
  const { items, status, retry } = useTypeahead<JoinableCase>(source, words, true);
  // A case that belongs elsewhere shows the reason and cannot be chosen.
  const free = items.flatMap((item) => (item.note ? [] : [item.number]));
  const all = free.length > 0 && free.every((each) => chosen.has(each));

  function choose(numbers: readonly string[], isChosen: boolean) {
    const others = [...chosen].filter((each) => !numbers.includes(each));
    onChoose(new Set(isChosen ? [...others, ...numbers] : others));
  }

  return (
    <>
      <CaseFilters value={{ words, ...filters }} onChange={setFilters} />
      <div className="my-2 flex flex-wrap items-center justify-between gap-2 text-sm">
        <Checkbox
          label={`Select all shown (${free.length})`}
          checked={all}
          disabled={free.length === 0}
          onChange={({ target }) => choose(free, target.checked)}
        />
        <p role="status">{chosen.size} selected</p>
      </div>
      <fieldset className="h-64 overflow-y-auto rounded-md border" aria-busy={status === 'loading'}>
        <legend className="sr-only">Open cases</legend>
        {items.map((item) => (
          <label
            key={item.number}
            className="grid cursor-pointer grid-cols-[auto_1fr_auto] items-center gap-x-3 border-b px-3 py-2 hover:bg-sunken has-checked:bg-accent-soft has-disabled:cursor-default has-disabled:hover:bg-transparent"
          >
            <input
              type="checkbox"
              className="size-4"
              disabled={item.note !== ''}
              checked={chosen.has(item.number)}
              onChange={({ target }) => choose([item.number], target.checked)}
            />
            <span className="min-w-0">
              <span className="record-number text-sm">{item.number}</span>{' '}
              <span className="wrap-anywhere">{item.title}</span>
            </span>
            <RecordState state={item.state} />
            <span className="col-start-2 flex flex-wrap items-center gap-x-3 text-sm text-ink-muted">
              <RecordPriority {...item.priority} />
              {[item.customer, item.note].filter(Boolean).join(' · ')}
            </span>
          </label>
        ))}
        {status === 'failed' && (
          <div className="p-3">
            <LoadFailed onRetry={retry}>Couldn't search.</LoadFailed>
          </div>
        )}
        {items.length === 0 && status !== 'failed' && (
          <p aria-live="polite" className="p-4 text-ink-muted">
            {status === 'loading' ? 'Searching…' : 'No open case matches.'}
          </p>
        )}
      </fieldset>
    </>
  );
}
