'use client';

import { Link } from '#components/ui/link.tsx';
import { useInBrowser } from '#components/ui/use-in-browser.ts';
import { BellFace, bellName, INBOX } from './bell-face.tsx';
import { LiveBell } from './live-bell.tsx';

/** At first, and where nothing else comes: a link. */
function BellLink({ unread }: { unread: number }) {
  const name = bellName(unread);
  return (
    <Link href={INBOX} aria-label={name} title={name} className="bell">
      <BellFace unread={unread} />
    </Link>
  );
}

/** The way to the inbox, with how much of it was not read. */
export function InboxBell(props: { unread: number }) {
  return useInBrowser() ? <LiveBell {...props} /> : <BellLink {...props} />;
}
