'use client';

import { RefusalToast } from '#components/actions/refusal-toast.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { DiscardDraft } from '#components/ui/drafts/discard-draft.tsx';
import { useFormDraft } from '#components/ui/drafts/use-form-draft.ts';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { NameAndEmail } from '#components/user/name-and-email.tsx';
import { SHORTEST_PASSWORD } from '#lib/session/password-length.ts';
import { createUserAction } from '#lib/user/actions.ts';
import { RoleBoxes } from './role-boxes.tsx';

function GroupBoxes({
  groups,
  chosen,
}: {
  groups: readonly { id: string; name: string }[];
  chosen: readonly string[];
}) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-sm font-medium text-ink-muted">Groups</legend>
      <div className="grid gap-x-4 gap-y-1 sm:grid-cols-2">
        {groups.map(({ id, name }) => (
          <Checkbox
            key={`${id} ${chosen.includes(id)}`}
            name="groups"
            value={id}
            label={name}
            defaultChecked={chosen.includes(id)}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** ADM-6 · a new staff member: name, roles, groups, and a first password or an invitation. */
export function NewUserForm({ groups }: { groups: readonly { id: string; name: string }[] }) {
  const formDraft = useFormDraft('new user');
  const { submit, refused, errors, field, typedAll } = useAction(createUserAction, {
    formDraft,
    once: formDraft.name,
  });
  return (
    <form key={formDraft.key} action={submit} onInput={formDraft.save} className="grid max-w-3xl gap-4">
      <RefusalToast refused={refused} />
      <div className="grid max-w-sm gap-4">
        <NameAndEmail field={field} />
        <TextField
          label="First password"
          error={errors.password}
          hint={`Leave it empty to send an invitation by email. Otherwise at least ${SHORTEST_PASSWORD} characters.`}
          name="password"
          type="password"
          autoComplete="new-password"
        />
      </div>
      <RoleBoxes audience="internal" held={typedAll('roles') ?? []} error={errors.roles} />
      {groups.length > 0 && <GroupBoxes groups={groups} chosen={typedAll('groups') ?? []} />}
      <div className="flex gap-2">
        <SubmitButton>Create user</SubmitButton>
        <DiscardDraft formDraft={formDraft} />
      </div>
    </form>
  );
}
