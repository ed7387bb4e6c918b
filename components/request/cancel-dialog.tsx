'use client';

import { DialogForm } from '#components/actions/dialog-form.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { useWouldUpdate } from '#components/task/use-would-update.ts';
import { cancelRequestAction } from '#lib/request/actions.ts';
import type { CancelRequestProps } from './cancel-request.tsx';

/** REQ-2, SYNC-3 · Asks before a request is cancelled. */
export function CancelDialog({ number, onClose }: CancelRequestProps & { onClose: () => void }) {
  const { message: updates } = useWouldUpdate({ what: 'cancel', number });
  const { run, pending, refused } = useAction(cancelRequestAction, { onDone: onClose });
  return (
    <DialogForm
      title="Cancel request"
      verb="Cancel request"
      keep="Keep request"
      description={updates}
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
