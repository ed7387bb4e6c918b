'use client';

import { TextDialog } from '#components/actions/text-dialog.tsx';
import { cancelWindowAction } from '#lib/appointment/actions.ts';

interface CancelVisitDialogProps {
  number: string;
  sequence: number;
  onClose: () => void;
}

/** WO-13 · Cancels an appointment after a confirmation. */
export function CancelVisitDialog({ number, sequence, onClose }: CancelVisitDialogProps) {
  return (
    <TextDialog
      title={`Cancel the appointment: ${number}`}
      verb="Cancel appointment"
      cancelLabel="Keep appointment"
      description="The task goes back to dispatch. Customer and technician get an email."
      size="s"
      danger
      text={{
        name: 'reason',
        draftName: 'appointment cancellation',
        label: 'Reason',
        hint: 'Required when it is too late for customers to cancel themselves. It becomes a work note.',
        rows: 3,
        maxLength: 1_000,
      }}
      action={cancelWindowAction}
      inputOf={(reason) => ({ number, sequence, reason })}
      onClose={onClose}
    />
  );
}
