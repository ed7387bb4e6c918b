'use client';

import { useState } from 'react';
import { ActionDialog } from '#components/actions/action-dialog.tsx';
import { Button } from '#components/ui/button.tsx';
import { removeChildAction } from '#lib/major-case/actions.ts';

/** MAJ-4, MAJ-8 · Removes a case from its major case, in its row, after a confirmation. */
export function RemoveChild({ number, caseNumber }: { number: string; caseNumber: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="s" variant="quiet" aria-label={`Remove ${caseNumber}`} onClick={() => setOpen(true)}>
        Remove
      </Button>
      {open && (
        <ActionDialog
          title={`Remove ${caseNumber}`}
          verb="Remove"
          danger
          action={removeChildAction}
          input={{ number, caseNumber }}
          onClose={() => setOpen(false)}
        >
          <p>
            Remove <span className="record-number">{caseNumber}</span> from major case{' '}
            <span className="record-number">{number}</span>? Its related records can be changed again. Nothing is sent
            to the customer.
          </p>
        </ActionDialog>
      )}
    </>
  );
}
