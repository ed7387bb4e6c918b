'use client';

import { useState } from 'react';
import { ActionDialog } from '#components/actions/action-dialog.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { deleteReplyTemplateAction } from '#lib/reply-template/actions.ts';

/** Deletes a template after a confirmation: a shared one is gone for everyone. */
export function DeleteReplyTemplate({ id, name, shared }: { id: string; name: string; shared: boolean }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton label={`Delete ${name}`} size="s" onClick={() => setOpen(true)}>
        <Icon name="trash-2" />
      </IconButton>
      {open && (
        <ActionDialog
          title={`Delete ${name}`}
          verb="Delete"
          description={
            shared
              ? 'This template is shared: deleting it removes it for everyone. This cannot be undone.'
              : 'This cannot be undone.'
          }
          size="s"
          danger
          action={deleteReplyTemplateAction}
          input={{ id }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
