'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { Deferred } from '#components/ui/deferred.ts';
import { dayName, exactTime } from '#components/ui/format-time.ts';
import { LoadFailed } from '#components/ui/load-failed.tsx';
import { useReader } from '#components/ui/locale-provider.tsx';
import type { Serialized } from '#components/ui/serialized.ts';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { useInBrowser } from '#components/ui/use-in-browser.ts';
import type { TimelineEntry, TimelineFilter, TimelinePage } from '#lib/journal/timeline-entry.ts';
import { LazyLinkedEntry, LazyNewest } from './lazy-parts.ts';
import { type Opening, OpeningEntry } from './opening-entry.tsx';
import { TimelineItem } from './timeline-item.tsx';
import { countNew, timelineParts } from './timeline-parts.ts';
import { TimelineRun } from './timeline-run.tsx';
import { useLinkedEntry } from './use-linked-entry.ts';
import { type TimelineSource, useTimeline } from './use-timeline.ts';
import { ReadEntryContext } from './use-whole-text.ts';

/** Q-17 · More entries than a screen shows: the server renders these, the browser the rest from the same data. */
const DRAWN_BY_SERVER = 8;

interface TimelineProps {
  source: TimelineSource;
  filter: TimelineFilter;
  first: Deferred<Serialized<TimelinePage>>;
  /** The user's previous visit to the record; null: never. */
  lastVisit: string | null;
  /** The record's description. */
  opening: Opening | null;
  /** The label of a comment: who reads it. */
  commentLabel: string;
  /** The record's noun in a sentence. */
  noun: string;
  /** Shows entries of every type. */
  onShowAll: () => void;
}

/** REC-2 · The timeline, newest first, page by page. It suspends while its first page loads. */
export function Timeline({ source, filter, first, lastVisit, opening, commentLabel, noun, onShowAll }: TimelineProps) {
  const { entries, loadOlder, loadingOlder, loading, failed, retry } = useTimeline(source, filter, first);
  const reader = useReader();
  const inBrowser = useInBrowser();
  const linked = useLinkedEntry();
  // The state when the page was opened: viewing the page counts as a visit too.
  const [before] = useState({ lastVisit, opened: reader.now });
  if (loading) return <TimelineSkeleton />;
  const { locale, timeZone, now } = reader;
  const drawn = inBrowser ? entries : entries.slice(0, DRAWN_BY_SERVER);
  const news = countNew(entries, before);
  const draw = (entry: TimelineEntry) => (
    <TimelineItem key={entry.id} entry={entry} reader={reader} commentLabel={commentLabel} noun={noun} />
  );
  return (
    <ReadEntryContext value={source}>
      {opening && filter === 'all' && <OpeningEntry opening={opening} reader={reader} />}
      {linked !== null && (
        <LazyLinkedEntry
          entry={linked}
          {...{ source, filter, onShowAll }}
          isLoaded={entries.some(({ id }) => id === linked)}
        />
      )}
      {news > 0 && before.lastVisit && (
        <p className="entry-divider entry-divider-new" suppressHydrationWarning>
          {news} new since your last visit, {exactTime(new Date(before.lastVisit), locale, timeZone)}
        </p>
      )}
      {timelineParts(drawn, { timeZone, now, folds: filter === 'all', visit: before }).map((part) => {
        if (part.type === 'entry') return draw(part.entry);
        if (part.type === 'run') {
          const isLinked = part.entries.some(({ id }) => id === linked);
          const isOpen = isLinked || part.isNew;
          const key = isLinked ? `${part.id} ${linked}` : part.id;
          return <TimelineRun key={key} {...{ isOpen, reader, draw }} entries={part.entries} />;
        }
        return (
          <p key={part.id} className="entry-divider" suppressHydrationWarning>
            {dayName(part.at, now, locale, timeZone)}
          </p>
        );
      })}
      {entries.length === 0 && !failed && <p className="px-3 py-4 text-ink-muted">Nothing of this kind yet.</p>}
      {failed && <LoadFailed onRetry={retry}>Couldn't load the timeline.</LoadFailed>}
      {loadOlder && (
        <Button variant="quiet" size="s" aria-busy={loadingOlder || undefined} onClick={loadOlder} className="mx-auto">
          Show older
        </Button>
      )}
      {inBrowser && <LazyNewest />}
    </ReadEntryContext>
  );
}

/** The placeholder of a loading timeline. */
export function TimelineSkeleton() {
  return <SkeletonRows rows={4} label="Loading the timeline" />;
}
