'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LoadFailed } from '#components/ui/load-failed.tsx';
import { SegmentedControl } from '#components/ui/segmented-control.tsx';
import { ShowMore } from '#components/ui/show-more.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { type ReplyFilter, replyFilterNames, replyFilters } from '#lib/replies/filters.ts';
import type { ReplyCounts } from '#lib/replies/reply.ts';
import { ReplyList } from './reply-list.tsx';
import { useMarks } from './use-marks.ts';
import { useOthersAnswers } from './use-others-answers.ts';
import { type RepliesSource, useReplyCounts, useReplyPages } from './use-replies.ts';

const nothing: Readonly<Record<ReplyFilter, string>> = {
  all: 'What customers write in the cases of this record appears here.',
  unread: 'You have read all replies.',
  unanswered: 'No reply waits for an answer.',
};

/** NOT-8 · Customers' replies in all cases of a record, in one queue. New ones are announced; rows never move by themselves. */
export function RepliesView({ source }: { source: RepliesSource }) {
  const [filter, setFilter] = useState<ReplyFilter>('all');
  const { rows, patch, error, refetch, ...pages } = useReplyPages(source, filter);
  const { counts, setCounts } = useReplyCounts(source);
  const mark = useMarks({ source, patch, onCounts: setCounts });
  // The counts when the list was loaded.
  const [known, setKnown] = useState<ReplyCounts | null>(null);
  if (counts && rows && known === null) setKnown(counts);
  const fresh = counts && known ? counts.all - known.all : 0;
  useOthersAnswers({ source, rows: rows ?? [], counts, known, patch });

  function show() {
    setKnown(null);
    void refetch();
  }
  function choose(next: ReplyFilter) {
    setKnown(null);
    setFilter(next);
  }
  const answered = (caseNumbers: readonly string[]) =>
    patch((reply) => (caseNumbers.includes(reply.caseNumber) ? { ...reply, answered: true, unread: false } : reply));

  return (
    <section aria-label="Replies" className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <SegmentedControl
          label="Show replies"
          value={filter}
          onChange={choose}
          options={replyFilterNames.map((value) => ({
            value,
            label: replyFilters[value],
            ...(counts ? { count: counts[value] } : {}),
          }))}
        />
        <div role="status" className="ml-auto flex min-h-7 items-center">
          {fresh > 0 && (
            <Button size="s" variant="quiet" onClick={show}>
              {`${fresh} new ${fresh === 1 ? 'reply' : 'replies'} - Show`}
            </Button>
          )}
        </div>
      </div>
      {error && !rows && (
        <LoadFailed error={error} onRetry={() => void refetch()}>
          The replies could not be loaded.
        </LoadFailed>
      )}
      {!rows && !error && <SkeletonRows rows={6} label="Loading the replies" />}
      {rows?.length === 0 && <EmptyState title="No replies">{nothing[filter]}</EmptyState>}
      {rows && rows.length > 0 && (
        <ReplyList key={filter} source={source} rows={rows} onMark={mark} onAnswered={answered} />
      )}
      <ShowMore pages={pages} />
    </section>
  );
}
