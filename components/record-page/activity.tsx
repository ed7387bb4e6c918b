'use client';

import dynamic from 'next/dynamic';
import { currentPageActions } from '#components/shell/page-actions.ts';
import { Composer } from '#components/timeline/composer.tsx';
import { Posting } from '#components/timeline/posting.tsx';
import { QuotingContext } from '#components/timeline/quoting.ts';
import { Timeline, TimelineSkeleton } from '#components/timeline/timeline.tsx';
import { usePosts } from '#components/timeline/use-posts.ts';
import type { Deferred } from '#components/ui/deferred.ts';
import { LazyBoundary } from '#components/ui/lazy-boundary.tsx';
import type { Serialized } from '#components/ui/serialized.ts';
import type { TimelinePage } from '#lib/journal/timeline-entry.ts';
import { taskKinds } from '#lib/record/kind.ts';
import { addEntryAction } from '#lib/record-page/actions.ts';
import type { RecordView } from '#lib/record-page/record-view.ts';
import { ATTACH_FILE } from './attach-file.ts';
import { EntryPreview } from './entry-preview.tsx';
import { openingOf } from './opening-of.ts';
import { recordTimeline } from './record-timeline.ts';
import { TimelineFilterBar } from './timeline-filter-bar.tsx';
import { typedSources } from './typed-sources.ts';
import { useComposers } from './use-composers.ts';
import { useTimelineFilter } from './use-timeline-filter.ts';
import { WhichComposer } from './which-composer.tsx';

// Loaded after the page.
const DroppedFiles = dynamic(() => import('./dropped-files.tsx').then((module) => module.DroppedFiles), { ssr: false });

type ActivityProps = Pick<
  RecordView,
  | 'kind'
  | 'number'
  | 'mayComment'
  | 'mayNote'
  | 'audience'
  | 'propagation'
  | 'lastVisit'
  | 'maxMegabytes'
  | 'mayAttach'
  | 'fields'
  | 'done'
  | 'openedAt'
> & { timeline: Deferred<Serialized<TimelinePage>> };

/** Uses the page's file chooser, as the command palette does. */
const chooseFiles = () =>
  currentPageActions()
    .findLast(({ label }) => label === ATTACH_FILE)
    ?.run();

/** The conversation with events in between, and the composers: two, or one of them at the foot of a small screen. */
export function Activity({ kind, number, mayComment, mayNote, audience, propagation, ...shown }: ActivityProps) {
  const { filter, choose, showAll } = useTimelineFilter(kind);
  const { writing, setWriting, workNotes, comments, quoting } = useComposers({ mayComment, mayNote });
  const { posts, add, retry, drop } = usePosts((entry, id) => addEntryAction({ kind, number, ...entry }, id));
  const isCase = kind === 'case';
  const posting = {
    ...typedSources({ kind, number }),
    tools: (text: string) => <EntryPreview text={text} />,
    onPost: add,
    onAttach: shown.mayAttach ? chooseFiles : null,
  };

  return (
    <section aria-label="Activity" className="flex flex-col gap-3">
      <div className="composers">
        {mayComment && mayNote && <WhichComposer isCase={isCase} chosen={writing} onChoose={setWriting} />}
        <Composer
          {...posting}
          internal
          label="Work notes"
          button="Post work note"
          audience={`Staff only. Customers never see this. ${propagation.onNote}`}
          shortcut="n"
          aside={writing !== 'work_note'}
          box={workNotes}
          closed={!mayNote}
        />
        <Composer
          {...posting}
          label={isCase ? 'Additional comments (customer visible)' : 'Additional comments'}
          button="Post comment"
          audience={`${audience} ${propagation.onComment}`}
          shortcut="c"
          aside={writing !== 'comment'}
          box={comments}
          closed={!mayComment}
        />
      </div>
      {shown.mayAttach && <DroppedFiles kind={kind} number={number} maxMegabytes={shown.maxMegabytes} />}
      <TimelineFilterBar filter={filter} onChoose={choose} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
        {posts.map((post) => (
          <Posting key={post.id} post={post} onRetry={() => retry(post)} onDrop={() => drop(post.id)} />
        ))}
        <LazyBoundary late={'later' in shown.timeline} fallback={<TimelineSkeleton />}>
          <QuotingContext value={quoting}>
            <Timeline
              source={recordTimeline({ kind, number })}
              filter={filter}
              first={shown.timeline}
              lastVisit={shown.lastVisit}
              opening={openingOf(shown)}
              commentLabel={isCase ? 'Customer visible' : 'Comment'}
              noun={taskKinds[kind].label.toLowerCase()}
              onShowAll={showAll}
            />
          </QuotingContext>
        </LazyBoundary>
      </div>
    </section>
  );
}
