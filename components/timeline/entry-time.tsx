import type { MouseEvent } from 'react';
import { ClockTime } from '#components/ui/clock-time.tsx';
import type { Reader } from '#components/ui/time-ago.tsx';
import { toast } from '#components/ui/toast.ts';
import { entryAnchor } from '#lib/journal/entry-anchor.ts';

interface EntryTimeProps {
  entry: { id: string; at: string };
  reader: Reader;
}

/** Tells the router about the hash: it would drop an unknown hash on the next refresh. */
function follow(event: MouseEvent<HTMLAnchorElement>) {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  history.pushState(null, '', event.currentTarget.href);
  dispatchEvent(new HashChangeEvent('hashchange'));
}

/** REC-2 · An entry's time, as a link to the entry. */
export function EntryTime({ entry: { id, at }, reader }: EntryTimeProps) {
  return (
    <a href={`#${entryAnchor(id)}`} className="entry-time" onClick={follow}>
      <ClockTime from={new Date(at)} reader={reader} />
    </a>
  );
}

async function copyLink(id: string) {
  const link = `${location.origin}${location.pathname}#${entryAnchor(id)}`;
  try {
    await navigator.clipboard.writeText(link);
    toast({ text: 'Link copied.' });
  } catch {
    // Pages may copy only in a secure context and with permission: shows the link so that the user can copy it.
    toast({ tone: 'info', text: link });
  }
}

/** Copies the link to an entry. */
export function CopyLink({ id }: { id: string }) {
  return (
    <button type="button" onClick={() => void copyLink(id)}>
      Copy link
    </button>
  );
}
