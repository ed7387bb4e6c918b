'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { ImpactRow } from '#lib/impact/queries/impact-page.ts';
import type { SourceKind } from '#lib/kinds/outage-source.ts';

const GenerateDialog = dynamic(() => import('./generate-dialog.tsx').then((module) => module.GenerateDialog), {
  ssr: false,
});

export interface GenerateCasesProps {
  source: { kind: SourceKind; number: string };
  /** The selected customers; absent: all affected ones. */
  selected?: readonly ImpactRow[];
  /** Called when case creation has started: clears the selection. */
  onDone?: () => void;
}

/** PRO-1 · *Generate Proactive Cases*, for all customers or for the selected ones. */
export function GenerateCases(props: GenerateCasesProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="s" variant="primary" onClick={() => setOpen(true)}>
        {props.selected
          ? `Generate for ${props.selected.length.toLocaleString('en')} selected`
          : 'Generate Proactive Cases'}
      </Button>
      {open && <GenerateDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
