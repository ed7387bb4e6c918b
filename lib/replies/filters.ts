/** NOT-8 · What of a queue is shown. */
export const replyFilterNames = ['all', 'unread', 'unanswered'] as const;
export type ReplyFilter = (typeof replyFilterNames)[number];

export const replyFilters: Readonly<Record<ReplyFilter, string>> = {
  all: 'All',
  unread: 'Unread',
  unanswered: 'Unanswered',
};

/** So many are shown on a page, and can be marked at once. */
export const PAGE = 50;

/** So many cases can be answered at once. */
export const MOST_ANSWERED = 200;
