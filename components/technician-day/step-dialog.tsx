import { type ReactNode, useState } from 'react';
import { DialogForm } from '#components/actions/dialog-form.tsx';
import type { DayTask } from '#lib/technician-day/day.ts';
import type { NewStep } from '#lib/technician-day/outbox.ts';
import type { Outbox } from './use-outbox.ts';

export interface StepDialogProps {
  task: DayTask;
  outbox: Outbox;
  onClose: () => void;
}

interface Props extends StepDialogProps {
  title: string;
  verb: string;
  /** The step to store on this phone; null if input is missing, which the fields show. */
  stepOf: () => Promise<NewStep | null> | NewStep | null;
  onKept?: () => void;
  children: ReactNode;
}

/** The form of a technician's step. It closes once the step is stored on this phone. */
export function StepDialog({ task: { number }, outbox, onClose, title, verb, stepOf, onKept, children }: Props) {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState('');

  async function submit() {
    if (pending) return;
    setPending(true);
    try {
      const step = await stepOf();
      if (!step) return;
      await outbox.add(number, step);
      onKept?.();
      onClose();
    } catch {
      setProblem('This phone has no space for it. Nothing was saved.');
    } finally {
      setPending(false);
    }
  }

  const refused = problem ? ({ ok: false, message: problem } as const) : null;
  const form = { title: `${title}: ${number}`, verb, onClose, pending, refused };
  return (
    <DialogForm {...form} onSubmit={() => void submit()} onCancel={onKept}>
      <div className="grid gap-3">{children}</div>
    </DialogForm>
  );
}
