import { useState } from 'react';
import { useKeptText } from '#components/ui/kept/use-kept.ts';
import { TextAreaField } from '#components/ui/text-field.tsx';
import { StepDialog, type StepDialogProps } from './step-dialog.tsx';

/** A work note of a task. */
export function NoteDialog(props: StepDialogProps) {
  const [text, setText] = useKeptText(`my day note ${props.task.number}`);
  const [error, setError] = useState<string>();

  function step() {
    if (text.trim()) return { kind: 'note', text } as const;
    setError('Enter a note.');
    return null;
  }

  return (
    <StepDialog {...props} title="Note" verb="Add note" stepOf={step} onKept={() => setText('')}>
      <TextAreaField
        label="Note"
        required
        error={error}
        hint="Colleagues can read it in the task."
        value={text}
        maxLength={32_000}
        onChange={({ target }) => setText(target.value)}
      />
    </StepDialog>
  );
}
