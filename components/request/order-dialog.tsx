'use client';

import { DialogForm } from '#components/actions/dialog-form.tsx';
import { useSend } from '#components/actions/use-send.ts';
import type { RelatedDialogProps } from '#components/related/related-dialog.tsx';
import type { Option } from '#components/ui/use-combobox.ts';
import { createRequestAction } from '#lib/request/actions.ts';
import { OrderFields } from './order-fields.tsx';
import { useOrder } from './use-order.ts';

type OrderDialogProps = RelatedDialogProps & { requestedFor: Option | null };

/** REL-8 · Orders an item of the catalog for the case. */
export function OrderDialog({ action: { label }, caseNumber, requestedFor, onClose }: OrderDialogProps) {
  const order = useOrder(requestedFor);
  const { send, pending, refused } = useSend();
  const { wish } = order;

  return (
    <DialogForm
      size="l"
      title={label}
      description={`${caseNumber} gets it as one of its requests. Its state changes and comments will appear in this case's work notes. Nothing is sent to the customer.`}
      onClose={onClose}
      refused={refused}
      pending={pending}
      disabled={wish === null}
      onSubmit={() => wish && send(() => createRequestAction({ ...wish, caseNumber }), onClose)}
    >
      <OrderFields order={order} errors={refused?.fieldErrors ?? {}} />
    </DialogForm>
  );
}
