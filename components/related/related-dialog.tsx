'use client';

import dynamic from 'next/dynamic';
import type { Option } from '#components/ui/use-combobox.ts';
import type { AdditionalAction } from '#lib/related/additional-actions.ts';
import type { SourceRef } from '#lib/related/source-ref.ts';
import type { LinkUpdates } from '#lib/sync/link-updates.ts';
import { AssociateDialog } from './associate-dialog.tsx';
import { CreateDialog } from './create-dialog.tsx';
import { RemoveDialog } from './remove-dialog.tsx';

// Rarely needed, so loaded on demand.
const StandardChangeDialog = dynamic(() =>
  import('#components/change/standard-change-dialog.tsx').then((module) => module.StandardChangeDialog),
);
const OrderDialog = dynamic(() => import('#components/request/order-dialog.tsx').then((module) => module.OrderDialog), {
  ssr: false,
});

export interface RelatedDialogProps {
  action: AdditionalAction;
  /** The case or incident that the records are linked to. */
  source: SourceRef;
  /** REL-19 · The updates that this link sends. */
  updates: LinkUpdates;
  onClose: () => void;
}

/** The dialogs' context besides the action. */
export interface RelatedDialogContext {
  /** Number of the record currently in this field. */
  present: string | null;
  /** The same record is also in another field. */
  stays: boolean;
  /** The proposed recipient of a request: the contact or consumer of the case. */
  requestedFor: Option | null;
}

/** The dialog of an additional action, titled like its menu item. */
export function RelatedDialog({ present, stays, requestedFor, ...dialog }: RelatedDialogProps & RelatedDialogContext) {
  const { verb, variant, label, link } = dialog.action;
  if (verb === 'associate') return <AssociateDialog {...dialog} />;
  if (verb === 'remove')
    return present ? <RemoveDialog title={label} link={link} number={present} stays={stays} {...dialog} /> : null;
  const { number: caseNumber } = dialog.source;
  if (variant === 'request') return <OrderDialog {...dialog} {...{ caseNumber, requestedFor }} />;
  if (variant === 'standard_change') return <StandardChangeDialog {...dialog} caseNumber={caseNumber} />;
  return variant ? <CreateDialog variant={variant} {...dialog} /> : null;
}
