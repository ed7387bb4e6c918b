'use client';

import { useEffect, useState } from 'react';
import { useSafeRefresh } from '#components/live/use-safe-refresh.ts';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { ClockTime } from '#components/ui/clock-time.tsx';
import { useReader } from '#components/ui/locale-provider.tsx';
import type { Undoable } from '#lib/cascade/rules/undo-messages.ts';
import { counted } from '#lib/record/counted.ts';
import { UndoCascadeDialog } from './undo-cascade-dialog.tsx';

interface UndoCascadeProps {
  number: string;
  causeId: string;
  until: string;
  undoable: Undoable;
}

/** SYNC-7 · Says how many cases were resolved with the incident, and offers *Undo* while that is possible. */
export function UndoCascade({ number, causeId, until, undoable }: UndoCascadeProps) {
  const [isOver, setOver] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const reader = useReader();
  const refresh = useSafeRefresh();

  useEffect(() => {
    const timer = setTimeout(() => setOver(true), Date.parse(until) - Date.now());
    return () => clearTimeout(timer);
  }, [until]);

  // An open dialog itself says that it is too late.
  if (isOver && !isOpen) return null;
  const { cases } = undoable;

  function ask() {
    // Refreshes the figures to the current state.
    refresh();
    setOpen(true);
  }

  return (
    <>
      <Banner
        tone="info"
        rule="SYNC-7"
        title={`${counted('case', cases)} ${cases === 1 ? 'was' : 'were'} resolved with ${number}.`}
        className="mb-4"
        action={
          <Button size="s" onClick={ask}>
            Undo
          </Button>
        }
      >
        You can undo that until <ClockTime from={new Date(until)} reader={reader} />.
      </Banner>
      {isOpen && <UndoCascadeDialog {...{ number, causeId, undoable }} onClose={() => setOpen(false)} />}
    </>
  );
}
