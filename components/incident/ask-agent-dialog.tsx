'use client';

import { DialogForm } from '#components/actions/dialog-form.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Field } from '#components/ui/field.tsx';
import { useKeptText } from '#components/ui/kept/use-kept.ts';
import { TextArea } from '#components/ui/text-area.tsx';
import { askAgentAction } from '#lib/incident/actions.ts';

interface AskAgentDialogProps {
  number: string;
  caseNumber: string | null;
  onClose: () => void;
}

/** The question for the agent of the case: a work note there, which mentions the agent. */
export function AskAgentDialog({ number, caseNumber, onClose }: AskAgentDialogProps) {
  const [question, setQuestion] = useKeptText('ask the agent');
  const discard = () => setQuestion('');
  const { run, pending, refused, errors } = useAction(askAgentAction, {
    once: 'ask the agent',
    onDone: () => {
      discard();
      onClose();
    },
  });
  return (
    <DialogForm
      title="Ask the case's agent"
      verb="Ask"
      description={`The question becomes a work note of ${caseNumber} that mentions its agent, and stands in the work notes here. Customers never see it.`}
      onClose={onClose}
      refused={refused}
      pending={pending}
      onSubmit={() => run({ number, question })}
      onCancel={discard}
    >
      <Field label="Question" required error={errors.question ?? []}>
        {(control) => (
          <TextArea {...control} rows={3} value={question} onChange={({ target }) => setQuestion(target.value)} />
        )}
      </Field>
    </DialogForm>
  );
}
