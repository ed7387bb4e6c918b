'use client';

import { useRef, useState } from 'react';
import { usePageActions } from '#components/shell/page-actions.ts';
import { Composer } from '#components/timeline/composer.tsx';
import { Posting } from '#components/timeline/posting.tsx';
import { Timeline, TimelineSkeleton } from '#components/timeline/timeline.tsx';
import { usePosts } from '#components/timeline/use-posts.ts';
import { LateBoundary } from '#components/ui/late-boundary.tsx';
import type { Packed } from '#components/ui/packed.ts';
import { Panel } from '#components/ui/panel.tsx';
import { SegmentedControl } from '#components/ui/segmented-control.tsx';
import type { Soon } from '#components/ui/soon.ts';
import type { TimelineFilter, TimelinePage } from '#lib/journal/timeline-entry.ts';
import { addEntryAction } from '#lib/task/actions.ts';
import { taskKinds } from '#lib/task/kind.ts';
import type { RecordView } from '#lib/task/record-view.ts';
import { commentAffectsMessage } from '#lib/task/rules/updated-cases-message.ts';
import { recordTimeline } from './record-timeline.ts';

const filters: readonly { value: TimelineFilter; label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'work_note', label: 'Work notes' },
  { value: 'comment', label: 'Comments' },
  { value: 'change', label: 'Field changes' },
  { value: 'mail', label: 'Mail' },
];

type ActivityProps = Pick<RecordView, 'kind' | 'number' | 'mayComment' | 'mayNote' | 'audience' | 'propagation'> & {
  timeline: Soon<Packed<TimelinePage>>;
};

/** The conversation with what happened between, and the composers. */
export function Activity({ kind, number, mayComment, mayNote, audience, propagation, timeline }: ActivityProps) {
  const [filter, setFilter] = useState<TimelineFilter>('all');
  const { posts, add, retry, drop } = usePosts((entry) => addEntryAction({ kind, number, ...entry }));
  const workNotes = useRef<HTMLTextAreaElement>(null);
  const comments = useRef<HTMLTextAreaElement>(null);
  const updates =
    propagation.comments && propagation.affectedCases > 0 ? commentAffectsMessage(propagation.affectedCases) : '';

  usePageActions([
    ...(mayComment ? [{ label: 'Write a comment', key: 'c', run: () => comments.current?.focus() }] : []),
    ...(mayNote ? [{ label: 'Write a work note', key: 'n', run: () => workNotes.current?.focus() }] : []),
  ]);

  return (
    <Panel
      title="Activity"
      flush
      action={<SegmentedControl label="Show" options={filters} value={filter} onChange={setFilter} />}
    >
      <div className="flex flex-col">
        <div className="grid gap-3 border-b bg-surface p-3 md:grid-cols-2 max-md:sticky max-md:bottom-0 max-md:z-10 max-md:order-last max-md:gap-2 max-md:rounded-b-md max-md:border-t max-md:border-b-0 max-md:p-2 empty:hidden">
          <Composer
            internal
            label="Work notes"
            button="Post work note"
            audience="Staff only. Customers never see this."
            box={workNotes}
            closed={!mayNote}
            onPost={(text) => add({ type: 'work_note', text })}
          />
          <Composer
            label={kind === 'case' ? 'Additional comments (customer visible)' : 'Additional comments'}
            button="Post comment"
            audience={[audience, updates].filter(Boolean).join(' ')}
            box={comments}
            closed={!mayComment}
            onPost={(text) => add({ type: 'comment', text })}
          />
        </div>
        <div className="grid gap-2 p-3">
          {posts.map((post) => (
            <Posting key={post.id} post={post} onRetry={() => retry(post)} onDrop={() => drop(post.id)} />
          ))}
          <LateBoundary late={'later' in timeline} fallback={<TimelineSkeleton />}>
            <Timeline
              source={recordTimeline({ kind, number })}
              filter={filter}
              first={timeline}
              commentLabel={kind === 'case' ? 'Customer visible' : 'Comment'}
              noun={taskKinds[kind].label.toLowerCase()}
            />
          </LateBoundary>
        </div>
      </div>
    </Panel>
  );
}
