'use client';

import { DialogForm } from '#components/actions/dialog-form.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { cancelRequestAction } from '#lib/request/actions.ts';

/** REQ-2 · Asks before a request is cancelled. */
export function CancelDialog({ number, onClose }: { number: string; onClose: () => void }) {
  const { run, pending, refused } = useAction(cancelRequestAction, { onDone: onClose });
  return (
    <DialogForm
      title="Cancel request"
      onClose={onClose}
      refused={refused}
      pending={pending}
      danger
      onSubmit={() => run({ number })}
    >
      <p>
        Cancel <span className="record-number">{number}</span>? Nothing of it will be delivered, and its approval is no
        longer requested. This cannot be undone.
      </p>
    </DialogForm>
  );
}
