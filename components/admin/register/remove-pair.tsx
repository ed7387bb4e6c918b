'use client';

import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { RefusalBanner } from '#components/actions/refusal-banner.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Dialog, DialogActions, DialogCancel } from '#components/ui/dialog.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { relatePairAction } from '#lib/register/actions.ts';
import { type PairName, pairs } from '#lib/register/pairs.ts';
import type { PairRow } from '#lib/register/queries.ts';

/** ADM-6, ADM-7 · takes a relation away, after asking. */
export function RemovePair({ pair, row }: { pair: PairName; row: PairRow }) {
  const [asking, setAsking] = useState(false);
  const { noun } = pairs[pair];
  return (
    <>
      <IconButton label={`Remove ${row.from}: ${row.to}`} size="s" onClick={() => setAsking(true)}>
        <Trash2 aria-hidden />
      </IconButton>
      <Dialog open={asking} onOpenChange={setAsking} title={`Remove this ${noun}?`} size="s">
        <RemoveForm pair={pair} row={row} onDone={() => setAsking(false)} />
      </Dialog>
    </>
  );
}

function RemoveForm({ pair, row, onDone }: { pair: PairName; row: PairRow; onDone: () => void }) {
  const { submit, refused } = useAction(relatePairAction, { onDone });
  return (
    <form action={submit}>
      <RefusalBanner refused={refused} />
      <input type="hidden" name="pair" value={pair} />
      <input type="hidden" name="fromId" value={row.fromId} />
      <input type="hidden" name="toId" value={row.toId} />
      <input type="hidden" name="related" value="off" />
      <p>
        {row.from} {pairs[pair].verb} {row.to}. The audit log can put it back.
      </p>
      <DialogActions>
        <DialogCancel />
        <SubmitButton>Remove</SubmitButton>
      </DialogActions>
    </form>
  );
}
