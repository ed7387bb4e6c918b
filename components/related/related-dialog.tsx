'use client';

import dynamic from 'next/dynamic';
import type { Option } from '#components/ui/use-combobox.ts';
import type { AdditionalAction } from '#lib/related/additional-actions.ts';
import type { SourceRef } from '#lib/related/source-ref.ts';
import type { LinkUpdates } from '#lib/sync/link-updates.ts';
import { AssociateDialog } from './associate-dialog.tsx';
import { CreateDialog } from './create-dialog.tsx';
import { RemoveDialog } from './remove-dialog.tsx';

// Chosen seldom: their code comes when they are.
const StandardChangeDialog = dynamic(() =>
  import('#components/change/standard-change-dialog.tsx').then((module) => module.StandardChangeDialog),
);
const OrderDialog = dynamic(() => import('#components/request/order-dialog.tsx').then((module) => module.OrderDialog), {
  ssr: false,
});

export interface RelatedDialogProps {
  action: AdditionalAction;
  /** The case or the incident that has the records. */
  source: SourceRef;
  /** REL-19 · What is told along this link. */
  updates: LinkUpdates;
  onClose: () => void;
}

/** What the dialogs know of it beside the action. */
export interface RelatedDialogContext {
  /** The number of the record that it has in this field. */
  present: string | null;
  /** It has it in another field too. */
  stays: boolean;
  /** For whom a request would be: the contact or consumer of the case. */
  requestedFor: Option | null;
}

/** The dialog of an additional action, named like its item. */
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
