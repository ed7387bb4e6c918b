'use client';

import type { MajorCaseAction } from '#lib/major-case/major-case-actions.ts';
import { AddChildrenDialog } from './add-children-dialog.tsx';
import { ApproveDialog } from './approve-dialog.tsx';
import { ProposeDialog } from './propose-dialog.tsx';
import { RejectDialog } from './reject-dialog.tsx';

export interface MajorCaseDialogProps {
  action: MajorCaseAction;
  number: string;
  /** MAJ-2 · The candidate belongs to a customer: approval creates a major case from it. */
  hasCustomer: boolean;
  onClose: () => void;
}

/** The dialog of a menu item about major cases, titled like the item. */
export function MajorCaseDialog(props: MajorCaseDialogProps) {
  const { verb } = props.action;
  if (verb === 'propose') return <ProposeDialog {...props} />;
  if (verb === 'approve') return <ApproveDialog {...props} />;
  if (verb === 'reject') return <RejectDialog {...props} />;
  return <AddChildrenDialog {...props} />;
}
