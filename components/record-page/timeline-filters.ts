import type { TimelineFilter } from '#lib/journal/timeline-entry.ts';

/** The filters of a timeline. */
export const timelineFilters: readonly { value: TimelineFilter; label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'work_note', label: 'Work notes' },
  { value: 'comment', label: 'Comments' },
  { value: 'change', label: 'Field changes' },
  { value: 'mail', label: 'Email' },
];
