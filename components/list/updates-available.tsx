'use client';

import { useState } from 'react';
import { useLiveKind } from '#components/live/use-live.ts';
import { useSafeRefresh } from '#components/live/use-safe-refresh.ts';
import { Button } from '#components/ui/button.tsx';
import type { TaskKind } from '#lib/task/kind.ts';
import { taskKinds } from '#lib/task/kind.ts';

/** A list this young, in milliseconds, has missed nothing while the page began to listen. */
const YOUNG = 5_000;

/**
 * Says how many records one may see have changed since the list was made, and shows them when asked: rows do not move by themselves.
 * A list that was made anew gets a new one, by its key.
 */
export function UpdatesAvailable({ kind }: { kind: TaskKind }) {
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
  const [missed, setMissed] = useState(false);
  const [madeAt] = useState(() => Date.now());
  const refresh = useSafeRefresh();
  useLiveKind(
    kind,
    (ids) => setChanged((before) => new Set([...before, ...ids])),
    () => setMissed((before) => before || Date.now() - madeAt > YOUNG),
  );

  const { label, plural } = taskKinds[kind];
  const count = changed.size;
  const noun = (count === 1 ? label : plural).toLowerCase();
  const text = count > 0 ? `${count.toLocaleString('en')} ${noun} changed` : `${plural} may have changed`;
  return (
    <div role="status" className="flex min-h-7 items-center">
      {(count > 0 || missed) && (
        <Button size="s" variant="quiet" onClick={refresh}>
          {`${text} - Show`}
        </Button>
      )}
    </div>
  );
}
