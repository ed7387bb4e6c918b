'use client';

import { useState } from 'react';
import { DialogForm } from '#components/actions/dialog-form.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Button } from '#components/ui/button.tsx';
import { removeChildAction } from '#lib/major-case/actions.ts';

/** MAJ-4, MAJ-8 · Takes a case off its major case, in its row; asks once. */
export function RemoveChild({ number, caseNumber }: { number: string; caseNumber: string }) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const { run, pending, refused } = useAction(removeChildAction, { onDone: close });
  return (
    <>
      <Button size="s" variant="quiet" aria-label={`Remove ${caseNumber}`} onClick={() => setOpen(true)}>
        Remove
      </Button>
      {open && (
        <DialogForm
          title={`Remove ${caseNumber}`}
          verb="Remove"
          onClose={close}
          refused={refused}
          pending={pending}
          danger
          onSubmit={() => run({ number, caseNumber })}
        >
          <p>
            Take <span className="record-number">{caseNumber}</span> off major case{' '}
            <span className="record-number">{number}</span>? Its related records can be changed again. Nothing is sent
            to the customer.
          </p>
        </DialogForm>
      )}
    </>
  );
}
