/** NOT-8 · The filters of a queue of replies. */
export const replyFilterNames = ['all', 'unread', 'unanswered'] as const;
export type ReplyFilter = (typeof replyFilterNames)[number];

export const replyFilters: Readonly<Record<ReplyFilter, string>> = {
  all: 'All',
  unread: 'Unread',
  unanswered: 'Unanswered',
};

/** The number of replies on a page, which can be marked together. */
export const PAGE = 50;

/** The most cases that can be answered together. */
export const MAX_ANSWERED = 200;
