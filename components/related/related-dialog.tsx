'use client';

import dynamic from 'next/dynamic';
import type { Option } from '#components/ui/use-combobox.ts';
import type { AdditionalAction } from '#lib/related/additional-actions.ts';
import type { RecordView } from '#lib/task/record-view.ts';
import { AssociateDialog } from './associate-dialog.tsx';
import { CreateDialog } from './create-dialog.tsx';
import { RemoveDialog } from './remove-dialog.tsx';

// Chosen seldom: their code comes when they are.
const StandardChangeDialog = dynamic(() =>
  import('#components/change/standard-change-dialog.tsx').then((module) => module.StandardChangeDialog),
);
const OrderDialog = dynamic(() => import('#components/request/order-dialog.tsx').then((module) => module.OrderDialog));

export type OfferedAction = RecordView['actions'][number];

export interface RelatedDialogProps {
  action: AdditionalAction;
  caseNumber: string;
  onClose: () => void;
}

/** What the dialogs know of the case beside the action. */
export interface RelatedDialogContext {
  caseNumber: string;
  /** The number of the record that the case has in this field. */
  present: string | null;
  /** For whom a request would be: the contact or consumer of the case. */
  requestedFor: Option | null;
}

type Props = RelatedDialogContext & { action: OfferedAction; onClose: () => void };

/** The dialog of an additional action, named like its item. */
export function RelatedDialog({ action, present, requestedFor, ...rest }: Props) {
  const { verb, draft, ...item } = action;
  if (verb === 'associate') return <AssociateDialog action={action} {...rest} />;
  if (verb === 'remove')
    return present ? <RemoveDialog title={action.label} link={action.link} number={present} {...rest} /> : null;
  if (draft) return <CreateDialog action={{ ...item, verb, draft }} {...rest} />;
  if (item.variant === 'request') return <OrderDialog action={action} requestedFor={requestedFor} {...rest} />;
  return <StandardChangeDialog action={action} {...rest} />;
}
