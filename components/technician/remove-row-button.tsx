'use client';

import { RefusalToast } from '#components/actions/refusal-toast.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Icon } from '#components/ui/icon.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { removeDaysOffAction, removeWorkingHoursAction } from '#lib/technician/actions.ts';

const actions = { hours: removeWorkingHoursAction, 'days off': removeDaysOffAction };

/** Removes a row of working hours or days off. */
export function RemoveRowButton({ of, id, label }: { of: keyof typeof actions; id: string; label: string }) {
  const { run, refused, pending } = useAction<{ id: string }, undefined>((input) => actions[of](input));
  return (
    <>
      <RefusalToast refused={refused} />
      <IconButton label={label} size="s" aria-busy={pending || undefined} onClick={() => run({ id })}>
        <Icon name="trash-2" />
      </IconButton>
    </>
  );
}
