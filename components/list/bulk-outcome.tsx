'use client';

import { RefusalToast } from '#components/actions/refusal-toast.tsx';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog, DialogActions, DialogCancel } from '#components/ui/dialog.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { reassignmentMessage } from '#lib/list/rules/bulk-message.ts';
import type { BulkRunner } from './use-bulk.ts';

/** The result of a bulk action with *Undo*, until dismissed; before it, the question whether to take records from others. */
export function BulkOutcome({ bulk }: { bulk: BulkRunner }) {
  const { outcome, question, pending, refused, undo, again } = bulk;
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
                {again && (
                  <Button size="s" disabled={pending} onClick={again}>
                    Confirm
                  </Button>
                )}
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
      {question && (
        <Dialog
          open
          onOpenChange={bulk.cancel}
          title="Take records from others?"
          description={`${question.run.label} takes ${reassignmentMessage(question.taking)}.`}
          size="s"
        >
          <DialogActions>
            <DialogCancel />
            <Button variant="primary" onClick={bulk.confirm}>
              {question.run.label}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </>
  );
}
