'use client';

import { lazy, Suspense } from 'react';
import { Link } from '#components/ui/link.tsx';
import { useInBrowser } from '#components/ui/use-in-browser.ts';
import { BellFace, bellName, INBOX } from './bell-face.tsx';

// What it does comes once the page is there.
const LiveBell = lazy(() => import('./live-bell.tsx'));

/** The way to the inbox, with how much of it was not read: at first a link, then a button that opens it. */
export function InboxBell({ unread }: { unread: number }) {
  const link = (
    <Link href={INBOX} aria-label={bellName(unread)} title={bellName(unread)} className="bell">
      <BellFace unread={unread} />
    </Link>
  );
  return <Suspense fallback={link}>{useInBrowser() ? <LiveBell unread={unread} /> : link}</Suspense>;
}
