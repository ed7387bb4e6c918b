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
 * Says how many records have changed since the list was made, and shows them when asked: rows do not move by themselves.
 * A list that was made anew gets a new one, by its key.
 */
export function News({ kind }: { kind: TaskKind }) {
  const [count, setCount] = useState(0);
  const [madeAt] = useState(() => Date.now());
  const refresh = useSafeRefresh();
  useLiveKind(
    kind,
    (more) => setCount((before) => before + more),
    () => {
      if (Date.now() - madeAt > YOUNG) setCount((before) => Math.max(before, 1));
    },
  );

  const { label, plural } = taskKinds[kind];
  const noun = (count === 1 ? label : plural).toLowerCase();
  return (
    <div role="status" className="flex min-h-7 items-center">
      {count > 0 && (
        <Button size="s" variant="quiet" onClick={refresh}>
          {`${count.toLocaleString('en')} ${noun} changed - Show`}
        </Button>
      )}
    </div>
  );
}
