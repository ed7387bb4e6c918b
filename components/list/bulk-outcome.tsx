'use client';

import { RefusalToast } from '#components/actions/refusal-toast.tsx';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog, DialogActions, DialogCancel } from '#components/ui/dialog.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { takingMessage } from '#lib/task/rules/bulk-message.ts';
import type { BulkAssign } from './use-bulk-assign.ts';

/** What came of a bulk assignment, until it is dismissed, with *Undo*; and before it the question from whom it takes. */
export function BulkOutcome({ bulk }: { bulk: BulkAssign }) {
  const { outcome, taking, pending, refused, undo } = bulk;
  return (
    <>
      <RefusalToast refused={refused} />
      <div role="status">
        {outcome && (
          <Banner
            tone={outcome.rule ? 'warning' : 'info'}
            {...(outcome.rule ? { rule: outcome.rule } : {})}
            className="mb-2"
            action={
              <span className="flex items-center gap-1">
                {undo && (
                  <Button size="s" disabled={pending} onClick={undo}>
                    Undo
                  </Button>
                )}
                <IconButton label="Dismiss" size="s" onClick={bulk.dismiss}>
                  <Icon name="x" />
                </IconButton>
              </span>
            }
          >
            {outcome.text}
          </Banner>
        )}
      </div>
      <Dialog
        open={taking.length > 0}
        onOpenChange={(open) => {
          if (!open) bulk.cancel();
        }}
        title="Take records from others?"
        description={`Assign to me takes ${takingMessage(taking)}.`}
        size="s"
      >
        <DialogActions>
          <DialogCancel />
          <Button variant="primary" onClick={bulk.confirm}>
            Assign to me
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
