'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { DialogForm } from '#components/actions/dialog-form.tsx';
import { RefusalBanner } from '#components/actions/refusal-banner.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { useDraftText } from '#components/ui/drafts/use-draft-text.ts';
import { LoadFailed } from '#components/ui/load-failed.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { bookWindowAction, holdWindowAction, moveWindowAction } from '#lib/appointment/actions.ts';
import { useWindows } from './use-windows.ts';
import { WindowChoice } from './window-choice.tsx';
import { WindowFilters } from './window-filters.tsx';

export interface VisitDialogProps {
  number: string;
  /** Sequence of the appointment to move, as the user saw it (REC-3); null: books a new one. */
  sequence: number | null;
  onClose: () => void;
}

/**
 * WO-6, WO-11 · Chooses a free window for a task. The chosen window is held for five minutes, so that nobody else takes it
 * while the user completes the form.
 */
export function VisitDialog({ number, sequence, onClose }: VisitDialogProps) {
  const queries = useQueryClient();
  const [query, setQuery] = useState({ from: '', technicianId: '', minutes: '' });
  const [startsAt, setStartsAt] = useState('');
  const [reason, setReason] = useDraftText('appointment reason');
  const { data, isError, error, refetch } = useWindows({ number, ...query });
  // The refused window is no longer free.
  const askAgain = () => queries.invalidateQueries({ queryKey: ['appointment-windows'] });
  const hold = useAction(holdWindowAction, { quiet: true });
  const done = {
    onDone: () => {
      setReason('');
      onClose();
    },
  };
  const book = useAction(bookWindowAction, done);
  const move = useAction(moveWindowAction, done);
  const sent = sequence === null ? book : move;
  const isLate = data && startsAt !== '' && startsAt < data.bookBy;

  function change(part: Partial<typeof query>) {
    setStartsAt('');
    setQuery({ ...query, ...part });
  }

  function choose(begin: string) {
    setStartsAt(begin);
    sent.reset();
    const { technicianId, minutes } = query;
    void hold.submit({ number, startsAt: begin, technicianId, ...(minutes ? { minutes } : {}) }).then(askAgain);
  }

  function submit() {
    const { technicianId, minutes } = query;
    const input = { number, startsAt, technicianId, reason, ...(minutes ? { minutes } : {}) };
    const answered = sequence === null ? book.submit(input) : move.submit({ ...input, sequence });
    void answered.then(askAgain);
  }

  return (
    <DialogForm
      title={sequence === null ? `Book a visit: ${number}` : `Move the appointment: ${number}`}
      verb={sequence === null ? 'Book' : 'Move'}
      size="l"
      onClose={onClose}
      refused={sent.refused}
      pending={sent.pending}
      disabled={startsAt === ''}
      onSubmit={submit}
      onCancel={() => setReason('')}
    >
      <RefusalBanner refused={hold.refused} />
      <div className="grid gap-4">
        <WindowFilters query={query} offered={data} onChange={change} />
        {isError && (
          <LoadFailed onRetry={() => void refetch()} error={error}>
            Couldn't load the free windows.
          </LoadFailed>
        )}
        {data ? (
          <WindowChoice offered={data} chosen={startsAt} onChoose={choose} />
        ) : (
          !isError && <SkeletonRows rows={4} label="Loading free windows" />
        )}
        <TextField
          label="Reason"
          required={isLate === true}
          error={sent.errors.reason}
          hint="Required when it is too late for customers to do this themselves. It becomes a work note."
          value={reason}
          maxLength={1_000}
          onChange={({ target }) => setReason(target.value)}
          autoComplete="off"
        />
      </div>
    </DialogForm>
  );
}
