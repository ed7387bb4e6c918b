import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLiveInbox } from '#components/live/use-live-inbox.ts';
import { fetchJson } from '#components/ui/fetch-json.ts';

/** All that the browser has asked about the inbox. */
export const INBOX_KEY = 'inbox';

/** How many lines were not read: as many as the page came with, and then as it is. */
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
