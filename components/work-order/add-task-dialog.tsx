'use client';

import { ActionDialog } from '#components/actions/action-dialog.tsx';
import { useDraftText } from '#components/ui/drafts/use-draft-text.ts';
import { TextAreaField, TextField } from '#components/ui/text-field.tsx';
import { addWorkOrderTaskAction } from '#lib/work-order/actions.ts';

/** WO-1 · The form of a new task. */
export function AddTaskDialog({ number, onClose }: { number: string; onClose: () => void }) {
  const [shortDescription, setShortDescription] = useDraftText('new task');
  const [description, setDescription] = useDraftText('new task description');

  function forget() {
    setShortDescription('');
    setDescription('');
  }

  return (
    <ActionDialog
      title={`Add task to ${number}`}
      verb="Add task"
      onClose={onClose}
      action={addWorkOrderTaskAction}
      input={{ number, shortDescription, description }}
      onDiscard={forget}
    >
      {(errors) => (
        <div className="grid gap-3">
          <TextField
            label="Short description"
            required
            error={errors.shortDescription}
            value={shortDescription}
            onChange={({ target }) => setShortDescription(target.value)}
          />
          <TextAreaField
            label="Description"
            error={errors.description}
            value={description}
            onChange={({ target }) => setDescription(target.value)}
          />
        </div>
      )}
    </ActionDialog>
  );
}
