'use client';

import type { ReactNode } from 'react';
import { DialogActions, DialogCancel } from '#components/ui/dialog.tsx';
import { useFormDraft } from '#components/ui/drafts/use-form-draft.ts';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import type { ActionResult } from '#lib/platform/action-result.ts';
import { RefusalBanner } from './refusal-banner.tsx';
import type { TypedFields } from './typed-fields.ts';
import { useAction } from './use-action.ts';

export interface DraftFormProps {
  action: (data: FormData, callId?: string) => Promise<ActionResult<unknown>>;
  /** The browser stores the draft under this name. */
  name: string;
  /** REC-5 · The form creates something: repeated calls count as one. */
  isOnce?: boolean;
  /** Sent along with the form's fields. */
  hidden?: Readonly<Record<string, string | undefined>>;
  verb: string;
  /** False: the browser refuses what it can. */
  noValidate?: boolean;
  className?: string;
  onDone: () => void;
  children: (form: TypedFields) => ReactNode;
}

/** The form of a dialog: fields, a button that names the action, and *Cancel*. The draft is kept until it is saved or canceled. */
export function DraftForm({ action, name, isOnce, hidden = {}, verb, onDone, children, ...props }: DraftFormProps) {
  const formDraft = useFormDraft(name);
  const form = useAction(action, { onDone, formDraft, ...(isOnce && { once: name }) });
  return (
    <form key={formDraft.key} action={form.submit} onInput={formDraft.save} noValidate {...props}>
      <RefusalBanner refused={form.refused} />
      {Object.entries(hidden).map(
        ([field, value]) => value !== undefined && <input key={field} type="hidden" name={field} value={value} />,
      )}
      {children(form)}
      <DialogActions>
        <DialogCancel onCancel={formDraft.discard} />
        <SubmitButton>{verb}</SubmitButton>
      </DialogActions>
    </form>
  );
}
