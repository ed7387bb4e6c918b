'use client';

import { useState } from 'react';
import { ActionDialog } from '#components/actions/action-dialog.tsx';
import { ActualTimes } from '#components/field/actual-times.tsx';
import { FieldControl } from '#components/field/field-control.tsx';
import { useDraftText } from '#components/ui/drafts/use-draft-text.ts';
import { TextAreaField, TextField } from '#components/ui/text-field.tsx';
import { moveWorkOrderTaskAction } from '#lib/work-order/actions.ts';
import type { TaskMove } from '#lib/work-order-task/task-moves.ts';
import type { TaskMovesProps } from './task-moves.tsx';

type MoveTaskDialogProps = Omit<TaskMovesProps, 'moves'> & { move: TaskMove; onClose: () => void };

const isFinal = ({ name }: TaskMove) => name === 'cancel';

/** WO-5, WO-9 · The input of a task's action: technician, reason, start and end, and what is left to do. */
export function MoveTaskDialog({ number, version, move, technician, began, onClose }: MoveTaskDialogProps) {
  // REC-3: the version when the dialog was opened, whatever the page behind it shows since then.
  const [seen] = useState(version);
  const [chosen, setChosen] = useState({ id: String(technician?.value ?? ''), name: technician?.display ?? '' });
  const [reason, setReason] = useDraftText(`task ${move.name}`);
  const [followOn, setFollowOn] = useDraftText('task follow-on');
  const [start, setStart] = useState(began ?? '');
  const [end, setEnd] = useState('');
  const asksReason = move.asks?.includes('reason');
  const asksTimes = move.asks?.includes('times');

  function forget() {
    setReason('');
    setFollowOn('');
  }

  const times = asksTimes ? { ...(start ? { actualStart: start } : {}), ...(end ? { actualEnd: end } : {}) } : {};
  const words = { ...(asksReason ? { reason } : {}), ...(move.name === 'leaveIncomplete' ? { followOn } : {}) };
  const whom = move.asks === 'technician' && chosen.id ? { assignedToId: chosen.id } : {};

  return (
    <ActionDialog
      title={`${move.label}: ${number}`}
      verb={move.label}
      cancelLabel={isFinal(move) ? 'Keep task' : undefined}
      onClose={onClose}
      danger={isFinal(move)}
      action={moveWorkOrderTaskAction}
      input={{ number, version: seen, action: move.name, ...times, ...words, ...whom }}
      onDiscard={forget}
    >
      {(errors) => (
        <div className="grid gap-3">
          {move.asks === 'technician' && technician && (
            <FieldControl
              field={{ ...technician, label: 'Technician', required: true }}
              value={chosen.id || null}
              display={chosen.name}
              error={errors.assignedToId}
              onChange={(value, display) => setChosen({ id: String(value ?? ''), name: display })}
            />
          )}
          {asksReason && (
            <TextAreaField
              label="Reason"
              required
              error={errors.reason}
              hint="It becomes a work note of the task."
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
          {asksTimes && (
            <div className="grid gap-3 sm:grid-cols-2">
              <ActualTimes {...{ start, end, errors }} onStart={setStart} onEnd={setEnd} />
            </div>
          )}
          {move.name === 'leaveIncomplete' && (
            <TextField
              label="Task that follows on"
              error={errors.followOn}
              hint="What is left to do. Creates a task that waits for dispatch. Leave empty if nothing is left."
              value={followOn}
              onChange={({ target }) => setFollowOn(target.value)}
            />
          )}
        </div>
      )}
    </ActionDialog>
  );
}
