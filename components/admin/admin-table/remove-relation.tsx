'use client';

import { useState } from 'react';
import { RefusalBanner } from '#components/actions/refusal-banner.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Dialog, DialogActions, DialogCancel } from '#components/ui/dialog.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { setRelationAction } from '#lib/admin-table/actions.ts';
import type { RelationRow } from '#lib/admin-table/queries.ts';
import { type RelationName, relations } from '#lib/admin-table/relations.ts';

/** ADM-6, ADM-7 · removes a relation, after asking. */
export function RemoveRelation({ relation, row }: { relation: RelationName; row: RelationRow }) {
  const [asking, setAsking] = useState(false);
  const { noun } = relations[relation];
  return (
    <>
      <IconButton label={`Remove ${row.from}: ${row.to}`} size="s" onClick={() => setAsking(true)}>
        <Icon name="trash-2" />
      </IconButton>
      <Dialog open={asking} onOpenChange={setAsking} title={`Remove this ${noun}?`} size="s">
        <RemoveForm relation={relation} row={row} onDone={() => setAsking(false)} />
      </Dialog>
    </>
  );
}

function RemoveForm({ relation, row, onDone }: { relation: RelationName; row: RelationRow; onDone: () => void }) {
  const { submit, refused } = useAction(setRelationAction, { onDone });
  return (
    <form action={submit}>
      <RefusalBanner refused={refused} />
      <input type="hidden" name="relation" value={relation} />
      <input type="hidden" name="fromId" value={row.fromId} />
      <input type="hidden" name="toId" value={row.toId} />
      <input type="hidden" name="related" value="off" />
      <p>
        {row.from} {relations[relation].verb} {row.to}. The audit log can put it back.
      </p>
      <DialogActions>
        <DialogCancel />
        <SubmitButton>Remove</SubmitButton>
      </DialogActions>
    </form>
  );
}
