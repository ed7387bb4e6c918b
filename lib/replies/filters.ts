/** NOT-8 · What of a queue is shown. */
export const replyFilterNames = ['all', 'unread', 'unanswered'] as const;
export type ReplyFilter = (typeof replyFilterNames)[number];

export const replyFilters: Readonly<Record<ReplyFilter, string>> = {
  all: 'All',
  unread: 'Unread',
  unanswered: 'Unanswered',
};
