'use client';

import { Button, type ButtonProps } from '#components/ui/button.tsx';
import type { FormDraft } from './use-form-draft.ts';

interface DiscardDraftProps extends Pick<ButtonProps, 'aria-label' | 'onClick'> {
  formDraft: FormDraft;
}

/** REC-5 · Discards the draft of a form, once there is one. */
export function DiscardDraft({ formDraft, ...button }: DiscardDraftProps) {
  if (!formDraft.hasDraft) return null;
  return (
    <Button variant="quiet" onClick={formDraft.discard} {...button}>
      Discard
    </Button>
  );
}
