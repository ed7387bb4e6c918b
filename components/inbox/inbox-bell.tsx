'use client';

import { lazy, Suspense } from 'react';
import { Link } from '#components/ui/link.tsx';
import { useInBrowser } from '#components/ui/use-in-browser.ts';
import { BellFace, bellName, INBOX } from './bell-face.tsx';

/** At first, and where nothing else comes: a link. */
function BellLink({ unread }: { unread: number }) {
  const name = bellName(unread);
  return (
    <Link href={INBOX} aria-label={name} title={name} className="bell">
      <BellFace unread={unread} />
    </Link>
  );
}

// It comes once the page is there.
const LiveBell = lazy(() => import('./live-bell.tsx').catch(() => ({ default: BellLink })));

/** The way to the inbox, with how much of it was not read. */
export function InboxBell(props: { unread: number }) {
  const link = <BellLink {...props} />;
  return <Suspense fallback={link}>{useInBrowser() ? <LiveBell {...props} /> : link}</Suspense>;
}
