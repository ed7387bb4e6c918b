'use client';

import { RefusalBanner } from '#components/actions/refusal-banner.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { DialogActions, DialogCancel } from '#components/ui/dialog.tsx';
import { useFormDraft } from '#components/ui/drafts/use-form-draft.ts';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { ActionResult } from '#lib/platform/action-result.ts';

interface ViewFormProps {
  action: (data: FormData) => Promise<ActionResult>;
  hidden: Readonly<Record<string, string>>;
  view?: { name: string; shared: boolean };
  mayShare: boolean;
  onDone: () => void;
}

/** The name of a view, and whether it is shared if the user may share. */
export function ViewForm({ action, hidden, view, mayShare, onDone }: ViewFormProps) {
  const formDraft = useFormDraft(`view ${hidden.id ?? hidden.kind}`);
  const { submit, refused, errors, typedOr, typedAll } = useAction(action, { onDone, formDraft });
  const shared = typedAll('shared');
  return (
    <form key={formDraft.key} action={submit} onInput={formDraft.save} className="grid gap-3">
      <RefusalBanner refused={refused} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField
        label="Name"
        required
        error={errors.name}
        hint="Filters, words, order and columns."
        name="name"
        defaultValue={typedOr('name', view?.name ?? '')}
        maxLength={60}
      />
      {mayShare && (
        <Checkbox
          name="shared"
          label="Shared with everyone"
          defaultChecked={shared ? shared.length > 0 : view?.shared}
        />
      )}
      <DialogActions>
        <DialogCancel onCancel={formDraft.discard} />
        <SubmitButton>Save</SubmitButton>
      </DialogActions>
    </form>
  );
}
