import { SegmentedControl } from '#components/ui/segmented-control.tsx';
import type { TimelineFilter } from '#lib/journal/timeline-entry.ts';

interface TimelineFilterBarProps {
  filter: TimelineFilter;
  onChoose: (filter: TimelineFilter) => void;
}

/** REC-2 · Shows the active filter of a timeline, as a filter chosen days ago may hide entries. */
export function TimelineFilterBar({ filter, onChoose }: TimelineFilterBarProps) {
  const label = timelineFilters.find(({ value }) => value === filter)?.label ?? '';
  const isFiltered = filter !== 'all';
  return (
    <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <SegmentedControl label="Show" options={timelineFilters} value={filter} onChange={onChoose} />
      <p role="status" className="text-sm text-ink-muted empty:hidden">
        {isFiltered && `Only ${label.toLowerCase()} shown. Other entries are hidden.`}
      </p>
      {isFiltered && (
        <button type="button" className="text-link text-sm" onClick={() => onChoose('all')}>
          Show everything
        </button>
      )}
    </div>
  );
}

/** The filters of a timeline. */
const timelineFilters: readonly { value: TimelineFilter; label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'work_note', label: 'Work notes' },
  { value: 'comment', label: 'Comments' },
  { value: 'change', label: 'Field changes' },
  { value: 'mail', label: 'Email' },
];
