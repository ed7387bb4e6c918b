'use client';

import { ActionDialog } from '#components/actions/action-dialog.tsx';
import type { RelatedDialogProps } from '#components/related/related-dialog.tsx';
import type { Option } from '#components/ui/use-combobox.ts';
import { linkUpdatesText } from '#lib/related/rules/link-updates-text.ts';
import { createRequestAction } from '#lib/request/actions.ts';
import { OrderFields } from './order-fields.tsx';
import { useOrder } from './use-order.ts';

type OrderDialogProps = Omit<RelatedDialogProps, 'source'> & { caseNumber: string; requestedFor: Option | null };

/** REL-8 · Orders an item of the catalog for the case. */
export function OrderDialog({ action: { label }, caseNumber, updates, requestedFor, onClose }: OrderDialogProps) {
  const order = useOrder(requestedFor);
  const { input } = order;

  return (
    <ActionDialog
      size="l"
      title={label}
      verb="Create request"
      description={`This request will be linked to ${caseNumber}. ${linkUpdatesText(updates)}`}
      onClose={onClose}
      disabled={input === null}
      action={createRequestAction}
      input={input && { ...input, caseNumber }}
      once="order"
      onDiscard={order.discard}
    >
      {(errors) => <OrderFields order={order} errors={errors} caseNumber={caseNumber} />}
    </ActionDialog>
  );
}
