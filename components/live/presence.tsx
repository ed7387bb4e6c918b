'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Icon } from '#components/ui/icon.tsx';
import { notifyUnauthorized } from '#components/ui/unauthorized.ts';
import type { PresenceMode } from '#lib/announce/message.ts';
import type { PresentUser } from '#lib/live/presence.ts';
import { useLivePresence } from './use-live.ts';

const HEARTBEAT = 10_000;
const FIELDS = ['input:not([type="search"])', 'textarea', 'select'].map((field) => `#main ${field}`).join();

type Beat = { taskId: string; tab: string; mode: PresenceMode | null };

/** Shows other users on the same record; `number` names the record to a screen reader. */
export function Presence({ taskId, number }: { taskId: string; number: string }) {
  const [tab] = useState(() => String(Math.random()).slice(2));
  const queries = useQueryClient();
  const key = ['presence', taskId];
  const mode = useEditing() ? 'editing' : 'viewing';

  // The heartbeat pauses while the tab is in the background.
  const { data: others = [] } = useQuery({
    queryKey: [...key, mode],
    queryFn: () => say({ taskId, tab, mode }),
    placeholderData: (before) => before,
    refetchInterval: HEARTBEAT,
    refetchOnWindowFocus: 'always',
    staleTime: 0,
    retry: false,
  });
  useLivePresence(taskId, (people) => queries.setQueriesData({ queryKey: key }, people));
  useGoodbye(taskId, tab);

  return (
    <span role="status" aria-label={`Others on ${number}`} className="inline-flex flex-wrap gap-x-3 text-ink-muted">
      {others.map(({ id, name, mode: theirs }) => (
        <span key={id} className="inline-flex items-center gap-1">
          {theirs === 'editing' ? (
            <Icon name="pencil-line" className="size-3.5" />
          ) : (
            <Icon name="eye" className="size-3.5" />
          )}
          {`${name} is ${theirs}`}
        </span>
      ))}
    </span>
  );
}

async function say(beat: Beat): Promise<PresentUser[]> {
  const response = await fetch('/api/presence', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(beat),
    keepalive: beat.mode === null,
  });
  if (response.status === 401) notifyUnauthorized();
  if (!response.ok) throw new Error(`Presence was answered with ${response.status}.`);
  return response.json();
}

/** Whether the user is typing somewhere on the page. */
function useEditing(): boolean {
  const [editing, setEditing] = useState(false);
  useEffect(() => {
    const enter = ({ target }: FocusEvent) => setEditing(target instanceof Element && target.matches(FIELDS));
    const leave = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget === null) setEditing(false);
    };
    document.addEventListener('focusin', enter);
    document.addEventListener('focusout', leave);
    return () => {
      document.removeEventListener('focusin', enter);
      document.removeEventListener('focusout', leave);
    };
  }, []);
  return editing;
}

/** Reports that this tab has left: it closes, goes into the background or shows another page. */
function useGoodbye(taskId: string, tab: string) {
  useEffect(() => {
    const leave = () => void say({ taskId, tab, mode: null }).catch(() => {});
    const leaveInBackground = () => {
      if (document.visibilityState === 'hidden') leave();
    };
    document.addEventListener('visibilitychange', leaveInBackground);
    window.addEventListener('pagehide', leave);
    return () => {
      document.removeEventListener('visibilitychange', leaveInBackground);
      window.removeEventListener('pagehide', leave);
      // After sign-out there is no session left to report.
      if (location.pathname !== '/login') leave();
    };
  }, [taskId, tab]);
}
