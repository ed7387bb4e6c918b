import { useState } from 'react';
import { ActualTimes } from '#components/field/actual-times.tsx';
import { useDraftText } from '#components/ui/drafts/use-draft-text.ts';
import { TextAreaField, TextField } from '#components/ui/text-field.tsx';
import type { NewStep } from '#lib/technician-day/outbox.ts';
import { StepDialog, type StepDialogProps } from './step-dialog.tsx';
import { buttonWords } from './step-words.ts';

/** WO-9 · The result of a visit: start and end, why it was not finished, what is left to do. */
export function EndDialog({
  action,
  ...props
}: StepDialogProps & { action: 'complete' | 'leaveIncomplete' | 'decline' }) {
  const { number, version, actualStart } = props.task;
  const [reason, setReason] = useDraftText(`my day reason ${number}`);
  const [followOn, setFollowOn] = useDraftText(`my day follow-on ${number}`);
  const [start, setStart] = useState(actualStart ?? '');
  const [end, setEnd] = useState('');
  const [errors, setErrors] = useState<{ reason?: string; actualEnd?: string }>({});
  const asksReason = action !== 'complete';
  const asksTimes = action !== 'decline';

  function forget() {
    setReason('');
    setFollowOn('');
  }

  function step(): NewStep | null {
    const wrong = {
      ...(asksReason && !reason.trim() ? { reason: 'Enter a reason.' } : {}),
      ...(end && Date.parse(end) > Date.now() ? { actualEnd: 'The actual end cannot be in the future.' } : {}),
      ...(start && end && end < start ? { actualEnd: 'The actual end cannot be before the actual start.' } : {}),
    };
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) return null;
    const times = asksTimes ? { ...(start ? { actualStart: start } : {}), ...(end ? { actualEnd: end } : {}) } : {};
    const words = { ...(asksReason ? { reason } : {}), ...(action === 'leaveIncomplete' ? { followOn } : {}) };
    return { kind: 'move', action, version, ...words, ...times };
  }

  const verb = buttonWords[action];
  return (
    <StepDialog {...props} title={verb} verb={verb} stepOf={step} onKept={forget}>
      {asksReason && (
        <TextAreaField
          label="Reason"
          required
          error={errors.reason}
          hint="It becomes a work note of the task."
          value={reason}
          maxLength={4_000}
          onChange={({ target }) => setReason(target.value)}
        />
      )}
      {asksTimes && <ActualTimes {...{ start, end, errors }} onStart={setStart} onEnd={setEnd} />}
      {action === 'leaveIncomplete' && (
        <TextField
          label="Task that follows on"
          hint="What is left to do. Creates a task that waits for dispatch. Leave empty if nothing is left."
          value={followOn}
          maxLength={160}
          onChange={({ target }) => setFollowOn(target.value)}
        />
      )}
    </StepDialog>
  );
}
