'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useState } from 'react';
import { joinLiveChannel } from '#components/live/live-channel.ts';
import type { LiveEvent } from '#components/live/live-event.ts';
import { useSafeRefresh } from '#components/live/use-safe-refresh.ts';
import { Banner } from '#components/ui/banner.tsx';
import { onUnauthorized } from '#components/ui/unauthorized.ts';

const inLists: ReadonlySet<string> = new Set(['case', 'work_order', 'work_order_task']);

/** Whether the page shows the record: it lists ids of cases, work orders and visits, or `cases` for all of them. */
function isShown({ id, kind }: { id: string; kind: string | null }): boolean {
  const shown = [...document.querySelectorAll<HTMLElement>('[data-live]')].map(({ dataset }) => dataset.live);
  return shown.includes(id) || (kind !== null && inLists.has(kind) && shown.includes('cases'));
}

const concerns = (event: LiveEvent) =>
  (event.type === 'change' && event.changed.some(isShown)) ||
  (event.type === 'resync' && document.querySelector('[data-live]') !== null);

/** Refreshes a page when one of its records has changed, and says so when the session has ended. */
export function PortalLive({ words }: { words: { ended: string; signIn: string } }) {
  const [hasEnded, setEnded] = useState(false);
  const refresh = useSafeRefresh();
  const here = usePathname();

  useEffect(() => onUnauthorized(() => setEnded(true)), []);
  useEffect(() => {
    if (hasEnded) return;
    return joinLiveChannel((event) => {
      if (event.type === 'signed-out') setEnded(true);
      else if (concerns(event)) refresh();
    });
  }, [hasEnded, refresh]);

  if (!hasEnded) return null;
  return (
    <div
      role="alert"
      className="fixed inset-x-3 bottom-3 z-50 mx-auto max-w-xl rounded-md border bg-raised shadow-float"
    >
      <Banner tone="warning">
        {words.ended} <a href={`/login?from=${encodeURIComponent(here)}`}>{words.signIn}</a>
      </Banner>
    </div>
  );
}
