'use client';

import { RefusalToast } from '#components/actions/refusal-toast.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { DiscardDraft } from '#components/ui/drafts/discard-draft.tsx';
import { useFormDraft } from '#components/ui/drafts/use-form-draft.ts';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { setUserRolesAction } from '#lib/user/actions.ts';
import { RoleBoxes } from './role-boxes.tsx';

type UserRolesFormProps = { userId: string; audience: 'internal' | 'external'; granted: readonly string[] };

/** ADM-6 · the roles granted to a user. */
export function UserRolesForm({ userId, audience, granted }: UserRolesFormProps) {
  const formDraft = useFormDraft(`roles of ${userId}`);
  const { submit, refused, errors, typedAll } = useAction(setUserRolesAction, { formDraft });
  return (
    <form key={formDraft.key} action={submit} onInput={formDraft.save} className="grid gap-4">
      <RefusalToast refused={refused} />
      <input type="hidden" name="userId" value={userId} />
      <RoleBoxes audience={audience} held={typedAll('roles') ?? granted} error={errors.roles} />
      <p className="text-sm text-ink-muted">Changing roles signs this user out everywhere at once.</p>
      <div className="flex gap-2">
        <SubmitButton>Save roles</SubmitButton>
        <DiscardDraft formDraft={formDraft} />
      </div>
    </form>
  );
}
