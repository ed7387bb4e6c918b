import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLiveInbox } from '#components/live/use-live-inbox.ts';
import { fetchJson } from '#components/ui/fetch-json.ts';

/** Key prefix of all inbox queries. */
export const INBOX_KEY = 'inbox';

/** The number of unread lines: first as rendered with the page, then live. */
export function useUnread(first: number): number {
  const queries = useQueryClient();
  useLiveInbox(() => void queries.invalidateQueries({ queryKey: [INBOX_KEY] }));
  const { data } = useQuery({
    queryKey: [INBOX_KEY, 'unread'],
    queryFn: ({ signal }) => fetchJson<{ unread: number }>('/api/inbox/unread', signal),
    initialData: { unread: first },
  });
  return data.unread;
}
