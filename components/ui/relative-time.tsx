'use client';

import { useReader } from './locale-provider.tsx';
import { TimeAgo } from './time-ago.tsx';

/** A relative time for the current reader. A list with many times should call `useReader` once and render `TimeAgo`. */
export function RelativeTime({ at, className }: { at: Date | string; className?: string }) {
  return <TimeAgo at={new Date(at)} reader={useReader()} className={className} />;
}
