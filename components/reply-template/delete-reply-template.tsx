'use client';

import { useState } from 'react';
import { DialogForm } from '#components/actions/dialog-form.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Icon } from '#components/ui/icon.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { deleteReplyTemplateAction } from '#lib/reply-template/actions.ts';

/** Deletes a template after a question: what was shared is gone for everybody. */
export function DeleteReplyTemplate({ id, name, shared }: { id: string; name: string; shared: boolean }) {
  const [open, setOpen] = useState(false);
  const { run, refused, pending } = useAction(deleteReplyTemplateAction, { onDone: () => setOpen(false) });
  return (
    <>
      <IconButton label={`Delete ${name}`} size="s" onClick={() => setOpen(true)}>
        <Icon name="trash-2" />
      </IconButton>
      {open && (
        <DialogForm
          title={`Delete ${name}`}
          verb="Delete"
          description={
            shared
              ? 'This template is shared: deleting it removes it for everyone. This cannot be undone.'
              : 'This cannot be undone.'
          }
          size="s"
          danger
          refused={refused}
          pending={pending}
          onClose={() => setOpen(false)}
          onSubmit={() => run({ id })}
        />
      )}
    </>
  );
}
