'use client';

import { useState } from 'react';
import { ActionDialog } from '#components/actions/action-dialog.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { setRelationAction } from '#lib/admin-table/actions.ts';
import type { RelationRow } from '#lib/admin-table/queries.ts';
import { type RelationName, relations } from '#lib/admin-table/relations.ts';

/** ADM-6, ADM-7 · removes a relation, after asking. */
export function RemoveRelation({ relation, row }: { relation: RelationName; row: RelationRow }) {
  const [asking, setAsking] = useState(false);
  const { noun, verb } = relations[relation];
  return (
    <>
      <IconButton label={`Remove ${row.from}: ${row.to}`} size="s" onClick={() => setAsking(true)}>
        <Icon name="trash-2" />
      </IconButton>
      {asking && (
        <ActionDialog
          title={`Remove this ${noun}?`}
          verb="Remove"
          size="s"
          action={setRelationAction}
          input={{ relation, fromId: row.fromId, toId: row.toId, related: 'off' }}
          onClose={() => setAsking(false)}
        >
          <p>
            {row.from} {verb} {row.to}. You can undo this in the audit log.
          </p>
        </ActionDialog>
      )}
    </>
  );
}
