import type { MouseEvent } from 'react';
import { ClockTime } from '#components/ui/clock-time.tsx';
import type { Reader } from '#components/ui/time-ago.tsx';
import { toast } from '#components/ui/toast.ts';
import { entryAnchor } from '#lib/journal/entry-anchor.ts';

interface EntryTimeProps {
  entry: { id: string; at: string };
  reader: Reader;
}

/** The router hears of the place: it would drop one of which it does not know when it shows the page anew. */
function follow(event: MouseEvent<HTMLAnchorElement>) {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  history.pushState(null, '', event.currentTarget.href);
  dispatchEvent(new HashChangeEvent('hashchange'));
}

/** REC-2 · When an entry was written, which is a link to it. */
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
    // Without an encrypted connection or a permission no page may copy: the person can.
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
