'use client';

import { useReader } from './locale-provider.tsx';
import { TimeAgo } from './time-ago.tsx';

/** How long ago, for whoever looks at the page. A list of many times asks for its reader once, and draws `TimeAgo`. */
export function RelativeTime({ at, className }: { at: Date | string; className?: string }) {
  return <TimeAgo at={new Date(at)} reader={useReader()} className={className} />;
}
