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
  /** Those of the list that were selected; absent: all that are affected. */
  selected?: readonly ImpactRow[];
  /** The cases are being made: what was selected for that no longer is. */
  onDone?: () => void;
}

/** PRO-1 · *Generate Proactive Cases*, for all or for the selected. */
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
