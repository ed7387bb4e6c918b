'use client';

import { DialogForm } from '#components/actions/dialog-form.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { useDraftText } from '#components/ui/drafts/use-draft-text.ts';
import { TextAreaField, TextField } from '#components/ui/text-field.tsx';
import { addWorkOrderTaskAction } from '#lib/work-order/actions.ts';

/** WO-1 · The form of a new task. */
export function AddTaskDialog({ number, onClose }: { number: string; onClose: () => void }) {
  const [shortDescription, setShortDescription] = useDraftText('new task');
  const [description, setDescription] = useDraftText('new task description');
  const { run, pending, refused, errors } = useAction(addWorkOrderTaskAction, {
    onDone: () => {
      forget();
      onClose();
    },
  });

  function forget() {
    setShortDescription('');
    setDescription('');
  }

  return (
    <DialogForm
      title={`Add task to ${number}`}
      verb="Add task"
      onClose={onClose}
      refused={refused}
      pending={pending}
      onSubmit={() => run({ number, shortDescription, description })}
      onCancel={forget}
    >
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
    </DialogForm>
  );
}
