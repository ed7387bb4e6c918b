'use client';

import { RefusalToast } from '#components/actions/refusal-toast.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Icon } from '#components/ui/icon.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { undoChangeAction } from '#lib/audit-log/actions.ts';

/** ADM-12 · reverts the change of an entry. */
export function UndoButton({ entryId, what }: { entryId: string; what: string }) {
  const { submit, refused } = useAction(undoChangeAction);
  return (
    <form action={submit}>
      <RefusalToast refused={refused} />
      <input type="hidden" name="entryId" value={entryId} />
      <SubmitButton variant="quiet" size="s" icon={<Icon name="undo-2" />} aria-label={`Undo ${what}`}>
        Undo
      </SubmitButton>
    </form>
  );
}
