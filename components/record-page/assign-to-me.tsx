'use client';

import { RefusalToast } from '#components/actions/refusal-toast.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { usePageActions } from '#components/shell/page-actions.ts';
import { Button } from '#components/ui/button.tsx';
import type { RecordView } from '#lib/record-page/record-view.ts';
import { saveTask } from './save-task.ts';

type AssignToMeProps = Pick<RecordView, 'kind' | 'number' | 'version'> & { viewerId: string };

/** Assigns a record to the user in one click. */
export function AssignToMe({ kind, number, version, viewerId }: AssignToMeProps) {
  const { run, pending, refused } = useAction(saveTask);
  const take = () => run({ kind, number, version, values: { assignedToId: viewerId } });

  usePageActions([{ label: 'Assign to me', key: 'm', run: take }]);

  return (
    <>
      <Button aria-disabled={pending || undefined} aria-busy={pending || undefined} onClick={take}>
        Assign to me
      </Button>
      <RefusalToast refused={refused} />
    </>
  );
}
