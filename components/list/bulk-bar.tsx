'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { Combobox } from '#components/ui/combobox.tsx';
import { Dialog, DialogActions, DialogCancel } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import type { Option } from '#components/ui/use-combobox.ts';
import type { TaskKind } from '#lib/task/kind.ts';

export type BulkTarget = 'me' | { groupId: string; name: string };

export interface BulkBarProps {
  kind: TaskKind;
  count: number;
  busy: boolean;
  onAssign: ((to: BulkTarget) => void) | null;
  exportHref: string | null;
  onClear: () => void;
}

/** What can be done to the selected rows. It stands above the page's foot, so that no row moves when it comes. */
export function BulkBar({ kind, count, busy, onAssign, exportHref, onClear }: BulkBarProps) {
  const [asking, setAsking] = useState(false);
  const [group, setGroup] = useState<Option | null>(null);

  function assignToGroup() {
    if (!group) return;
    setAsking(false);
    onAssign?.({ groupId: group.id, name: group.label });
  }

  return (
    <section
      aria-label="Selection"
      className="sticky bottom-3 z-20 mx-auto mt-3 flex w-fit max-w-full flex-wrap items-center gap-2 rounded-md border bg-raised py-1.5 pr-1.5 pl-3 shadow-float"
    >
      <p role="status" className="font-medium">
        {count} selected
      </p>
      {onAssign && (
        <>
          <Button size="s" icon={<Icon name="user-round" />} disabled={busy} onClick={() => onAssign('me')}>
            Assign to me
          </Button>
          <Button size="s" icon={<Icon name="users-round" />} disabled={busy} onClick={() => setAsking(true)}>
            Assign to group
          </Button>
        </>
      )}
      {exportHref && (
        <ButtonLink href={exportHref} download size="s" icon={<Icon name="download" />}>
          Export CSV
        </ButtonLink>
      )}
      <IconButton label="Clear selection" size="s" onClick={onClear}>
        <Icon name="x" />
      </IconButton>
      <Dialog open={asking} onOpenChange={setAsking} title="Assign to group" size="s">
        <Field label="Assignment group" required>
          {(control) => (
            <Combobox
              {...control}
              source={`/api/references?kind=group&assigns=${kind}`}
              onSelect={(option) => setGroup(option ?? null)}
            />
          )}
        </Field>
        <DialogActions>
          <DialogCancel />
          <Button variant="primary" disabled={!group} onClick={assignToGroup}>
            Submit
          </Button>
        </DialogActions>
      </Dialog>
    </section>
  );
}
