'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { AdditionalAction } from '#lib/related/additional-actions.ts';
import type { LinkUpdates } from '#lib/sync/link-updates.ts';

// The code of the dialogs comes when one is opened.
const RelatedDialog = dynamic(() => import('./related-dialog.tsx').then((module) => module.RelatedDialog), {
  ssr: false,
});

interface AssociateButtonProps {
  action: AdditionalAction | undefined;
  caseNumber: string;
  updates: LinkUpdates;
}

/** The button of an empty field of Related Records. Its dialog stays, whoever fills the field meanwhile (REL-4). */
export function AssociateButton({ action, caseNumber, updates }: AssociateButtonProps) {
  const [asked, setAsked] = useState<AdditionalAction | null>(null);
  return (
    <>
      {action && (
        <Button size="s" onClick={() => setAsked(action)}>
          {action.label}
        </Button>
      )}
      {asked && (
        <RelatedDialog
          action={asked}
          caseNumber={caseNumber}
          updates={updates}
          present={null}
          stays={false}
          requestedFor={null}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}
