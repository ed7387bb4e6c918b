'use client';

import { useState } from 'react';
import { DialogForm } from '#components/actions/dialog-form.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { associateAction } from '#lib/related/actions.ts';
import type { LinkName } from '#lib/related/link.ts';
import { RecordPicker } from './record-picker.tsx';

function AddCaseDialog({ link, number, onClose }: { link: LinkName; number: string; onClose: () => void }) {
  const [caseNumber, setCaseNumber] = useState('');
  const { run, pending, refused } = useAction(associateAction, { onDone: onClose });
  return (
    <DialogForm
      size="l"
      title="Add Case"
      description={`From now on the state changes and comments of ${number} will appear in the case's work notes; what happened before is not copied. Nothing is sent to the customer.`}
      onClose={onClose}
      refused={refused}
      pending={pending}
      disabled={caseNumber === ''}
      onSubmit={() => run({ caseNumber, link, number })}
    >
      <RecordPicker
        label="Open cases without one"
        source={`/api/linkable?choose=case&link=${link}`}
        chosen={caseNumber}
        onChoose={setCaseNumber}
      />
    </DialogForm>
  );
}

interface AddCaseProps {
  link: LinkName;
  number: string;
  mayAdd: boolean;
  /** What is said where the record has no case yet. */
  empty: { title: string; text: string } | null;
}

/** REL-14 · Associates a case from the other side. An open dialog stays, whoever adds the first one meanwhile. */
export function AddCase({ link, number, mayAdd, empty }: AddCaseProps) {
  const [open, setOpen] = useState(false);
  const button = mayAdd && (
    <Button size="s" onClick={() => setOpen(true)}>
      Add Case
    </Button>
  );
  return (
    <>
      {empty ? (
        <EmptyState title={empty.title} action={button}>
          {empty.text}
        </EmptyState>
      ) : (
        button && <div className="mb-3">{button}</div>
      )}
      {open && <AddCaseDialog link={link} number={number} onClose={() => setOpen(false)} />}
    </>
  );
}
