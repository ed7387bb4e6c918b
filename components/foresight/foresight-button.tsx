'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { AnyConsidered } from '#lib/foresight/preview-action.ts';

// Loaded on demand.
const ForesightDialog = dynamic(() => import('./foresight-dialog.tsx').then((module) => module.ForesightDialog), {
  ssr: false,
});

/** SYNC-5 · Previews which rules will run on save, which records they update and who is left out. */
export function ForesightButton({ considered }: { considered: AnyConsidered }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="s" variant="quiet" onClick={() => setOpen(true)}>
        What would happen?
      </Button>
      {isOpen && <ForesightDialog considered={considered} onClose={() => setOpen(false)} />}
    </>
  );
}
