import { useState } from 'react';
import { Field } from '#components/ui/field.tsx';
import { useKeptText } from '#components/ui/kept/use-kept.ts';
import { TextArea } from '#components/ui/text-area.tsx';
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
      <Field label="Note" required error={error} hint="Colleagues can read it in the task.">
        {(control) => (
          <TextArea {...control} value={text} maxLength={32_000} onChange={({ target }) => setText(target.value)} />
        )}
      </Field>
    </StepDialog>
  );
}
