import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { useDraftText } from '#components/ui/drafts/use-draft-text.ts';
import { Icon } from '#components/ui/icon.tsx';
import { TextAreaField } from '#components/ui/text-field.tsx';
import { isOver } from '#lib/kinds/work-order-task/states.ts';
import type { DayTask } from '#lib/technician-day/day.ts';
import type { StepAction } from '#lib/technician-day/outbox.ts';
import { taskActionsNow } from '#lib/work-order-task/task-actions.ts';
import { EndDialog } from './end-dialog.tsx';
import { PhotoButton } from './photo-button.tsx';
import { SignatureDialog } from './signature-dialog.tsx';
import { StepDialog, type StepDialogProps } from './step-dialog.tsx';
import { buttonWords } from './step-words.ts';
import type { Outbox } from './use-outbox.ts';

const onward = ['accept', 'start', 'complete'] as const satisfies StepAction[];
const back = ['leaveIncomplete', 'decline'] as const satisfies StepAction[];

const high = 'min-h-13 flex-1';

/** WO-18 · The technician's current actions for a task: large buttons, the next step below the others. */
export function TaskButtons({ task, outbox }: { task: DayTask; outbox: Outbox }) {
  const [asking, setAsking] = useState<StepAction | 'note' | 'signature' | null>(null);
  const { number, version, state } = task;
  if (isOver(state)) return null;
  const possible: readonly string[] = taskActionsNow(state, { dispatches: false, isAssignee: true });
  const close = () => setAsking(null);
  const dialog = { task, outbox, onClose: close };
  const hidden = <span className="sr-only">{` ${number}`}</span>;

  function begin(action: StepAction) {
    if (action === 'accept' || action === 'start') void outbox.add(number, { kind: 'move', action, version });
    else setAsking(action);
  }

  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap gap-2">
        <Button className={high} icon={<Icon name="pencil" />} onClick={() => setAsking('note')}>
          Note{hidden}
        </Button>
        <PhotoButton className={high} task={task} outbox={outbox} />
        <Button className={high} icon={<Icon name="pencil-line" />} onClick={() => setAsking('signature')}>
          Signature{hidden}
        </Button>
      </div>
      <div className="flex flex-wrap gap-2">
        {back
          .filter((action) => possible.includes(action))
          .map((action) => (
            <Button key={action} className={high} onClick={() => begin(action)}>
              {buttonWords[action]}
              {hidden}
            </Button>
          ))}
        {onward
          .filter((action) => possible.includes(action))
          .map((action) => (
            <Button
              key={action}
              className="min-h-13 flex-2"
              variant="primary"
              icon={<Icon name={action === 'start' ? 'play' : 'check'} />}
              onClick={() => begin(action)}
            >
              {buttonWords[action]}
              {hidden}
            </Button>
          ))}
      </div>
      {asking === 'note' && <NoteDialog {...dialog} />}
      {asking === 'signature' && <SignatureDialog {...dialog} />}
      {(asking === 'complete' || asking === 'leaveIncomplete' || asking === 'decline') && (
        <EndDialog {...dialog} action={asking} />
      )}
    </div>
  );
}

/** A work note of a task. */
function NoteDialog(props: StepDialogProps) {
  const [text, setText] = useDraftText(`my day note ${props.task.number}`);
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
