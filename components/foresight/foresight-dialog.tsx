'use client';

import { useQuery } from '@tanstack/react-query';
import { Button } from '#components/ui/button.tsx';
import { Dialog, DialogActions, DialogCancel } from '#components/ui/dialog.tsx';
import { fetchJson } from '#components/ui/fetch-json.ts';
import { LoadFailed } from '#components/ui/load-failed.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { ActionPreview } from '#lib/foresight/foresight.ts';
import type { AnyConsidered } from '#lib/foresight/preview-action.ts';
import { ForesightView } from './foresight-view.tsx';

interface ForesightDialogProps {
  considered: AnyConsidered;
  /** The labels of the required fields that are empty. */
  missing?: readonly string[];
  /** The action confirmed from here, and its button's label; absent: preview only. */
  onConfirm?: () => void;
  verb?: string;
  onClose: () => void;
}

/** SYNC-5 · *What would happen?*: requested each time it opens; nothing is saved. */
export function ForesightDialog({ considered, missing = [], onConfirm, verb, onClose }: ForesightDialogProps) {
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ['what-would-happen', considered],
    queryFn: ({ signal }) => fetchJson<ActionPreview>('/api/what-would-happen', signal, considered),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="What would happen?"
      description="What rules would do if you saved now. Nothing is saved yet."
    >
      {isFetching ? (
        <SkeletonRows rows={4} />
      ) : data ? (
        <ForesightView foresight={data} missing={missing} />
      ) : (
        <LoadFailed error={error} onRetry={() => void refetch()}>
          Couldn't work out what would happen.
        </LoadFailed>
      )}
      <DialogActions>
        <DialogCancel>{onConfirm ? 'Cancel' : 'Close'}</DialogCancel>
        {onConfirm && (
          <Button variant="primary" onClick={onConfirm}>
            {verb}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
