'use client';

import { ActionDialog } from '#components/actions/action-dialog.tsx';
import { useWouldUpdate } from '#components/record/use-would-update.ts';
import { cancelRequestAction } from '#lib/request/actions.ts';
import type { CancelRequestProps } from './cancel-request.tsx';

/** REQ-2, SYNC-3 · Asks before a request is canceled. */
export function CancelDialog({ number, onClose }: CancelRequestProps & { onClose: () => void }) {
  const { message } = useWouldUpdate({ what: 'cancel', number });
  return (
    <ActionDialog
      title="Cancel request"
      verb="Cancel request"
      cancelLabel="Keep request"
      description={message}
      danger
      action={cancelRequestAction}
      input={{ number }}
      onClose={onClose}
    >
      <p>
        Cancel <span className="record-number">{number}</span>? Nothing on it will be delivered, and its approval is no
        longer requested. This cannot be undone.
      </p>
    </ActionDialog>
  );
}
