'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { ActionDialog } from '#components/actions/action-dialog.tsx';
import { useWouldUpdate } from '#components/record/use-would-update.ts';
import type { Option } from '#components/ui/use-combobox.ts';
import { recordsOf } from '#lib/record/link.ts';
import { associateAction } from '#lib/related/actions.ts';
import type { AdditionalAction } from '#lib/related/additional-actions.ts';
import { linkUpdatesText, pastIsNotCopied } from '#lib/related/rules/link-updates-text.ts';
import { relating, type SourceRef } from '#lib/related/source-ref.ts';
import type { LinkUpdates } from '#lib/sync/link-updates.ts';
import { CreateDialog } from './create-dialog.tsx';
import { RecordPicker } from './record-picker.tsx';
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

/** REL-10 · Links a chosen open record to the case or incident. */
function AssociateDialog({ action: { link, label }, source, updates, onClose }: RelatedDialogProps) {
  const [number, setNumber] = useState('');
  const relate = relating(source, link, number);
  // A link from an incident does not update cases.
  const wouldUpdate = number !== '' && 'caseNumber' in relate;
  const { message, shown } = useWouldUpdate(wouldUpdate ? { what: 'associate', ...relate } : null);
  return (
    <ActionDialog
      size="l"
      title={label}
      verb="Associate"
      description={`${linkUpdatesText(updates)} ${pastIsNotCopied} ${message}`}
      onClose={onClose}
      disabled={number === ''}
      action={associateAction}
      input={relate}
      shown={shown}
    >
      <RecordPicker
        label={`Open ${recordsOf(link)}`}
        source={`/api/linkable?choose=record&link=${link}&${source.kind}=${source.number}`}
        chosen={number}
        onChoose={setNumber}
      />
    </ActionDialog>
  );
}
