import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import { fetchJson } from '#components/ui/fetch-json.ts';
import type { InboxPage } from '#lib/inbox/item.ts';
import { INBOX_KEY } from './use-unread.ts';

type Pages = InfiniteData<InboxPage, string | null>;

/** The inbox, newest first; older lines on demand. `first`: its newest page, if already loaded. */
export function useInbox(first?: InboxPage) {
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage, isPending, refetch } = useInfiniteQuery({
    queryKey: [INBOX_KEY, 'lines'],
    queryFn: ({ pageParam, signal }) => fetchJson<InboxPage>(addressFrom(pageParam), signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    // The panel always requests its lines when it opens.
    staleTime: first ? 30_000 : 0,
    ...(first ? { initialData: { pages: [first], pageParams: [null] } satisfies Pages } : {}),
  });
  return {
    items: (data?.pages ?? []).flatMap(({ items }) => items),
    loadOlder: hasNextPage ? () => void fetchNextPage() : null,
    loadingOlder: isFetchingNextPage,
    loading: isPending,
    error,
    retry: () => void refetch(),
  };
}

export type Inbox = ReturnType<typeof useInbox>;

const addressFrom = (before: string | null) =>
  before ? `/api/inbox?before=${encodeURIComponent(before)}` : '/api/inbox';
