import type { TimelineSource } from '#components/timeline/use-timeline.ts';
import { fetchJson } from '#components/ui/fetch-json.ts';
import type { TimelinePage, Why } from '#lib/journal/timeline-entry.ts';
import type { RecordView } from '#lib/record-page/record-view.ts';

/** The timeline of a record for staff. */
export function recordTimeline({ kind, number }: Pick<RecordView, 'kind' | 'number'>): TimelineSource {
  return {
    id: number,
    load: ({ cursor, ...page }, signal) => {
      const query = new URLSearchParams({ kind, number, ...page, ...(cursor ? { cursor } : {}) });
      return fetchJson<TimelinePage>(`/api/timeline?${query}`, signal);
    },
    readWhy: (id, signal) => {
      const query = new URLSearchParams({ kind, number });
      return fetchJson<Why>(`/api/timeline/${id}/why?${query}`, signal);
    },
    readWritten: async (id, signal) => {
      const query = new URLSearchParams({ kind, number, as: 'written' });
      return (await fetchJson<{ text: string }>(`/api/timeline/${id}?${query}`, signal)).text;
    },
    readText: async (id, signal) => {
      const query = new URLSearchParams({ kind, number });
      return (await fetchJson<{ html: string }>(`/api/timeline/${id}?${query}`, signal)).html;
    },
  };
}
