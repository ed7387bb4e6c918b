'use client';

import { DialogForm } from '#components/actions/dialog-form.tsx';
import { useSend } from '#components/actions/use-send.ts';
import { cancelRequestAction } from '#lib/request/actions.ts';

/** REQ-2 · Asks before a request is cancelled. */
export function CancelDialog({ number, onClose }: { number: string; onClose: () => void }) {
  const { send, pending, refused } = useSend();
  return (
    <DialogForm
      title="Cancel request"
      onClose={onClose}
      refused={refused}
      pending={pending}
      danger
      onSubmit={() => send(() => cancelRequestAction({ number }), onClose)}
    >
      <p>
        Cancel <span className="record-number">{number}</span>? Nothing of it will be delivered, and nobody is asked to
        approve it any more. This cannot be undone.
      </p>
    </DialogForm>
  );
}
