'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { associateAction } from '#lib/related/actions.ts';
import type { LinkName } from '#lib/related/link.ts';
import { DialogForm } from './dialog-form.tsx';
import { RecordPicker } from './record-picker.tsx';
import { useSend } from './use-send.ts';

function AddCaseDialog({ link, number, onClose }: { link: LinkName; number: string; onClose: () => void }) {
  const [caseNumber, setCaseNumber] = useState('');
  const { send, pending, refused } = useSend();
  return (
    <DialogForm
      open
      size="l"
      title="Add Case"
      description={`From now on the state changes and comments of ${number} will appear in the case's work notes; what happened before is not copied. Nothing is sent to the customer.`}
      onOpenChange={(open) => open || onClose()}
      refused={refused}
      pending={pending}
      disabled={caseNumber === ''}
      onSubmit={() => send(() => associateAction({ caseNumber, link, number }), onClose)}
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

/** REL-14 · Associates a case from the other side. */
export function AddCase({ link, number }: { link: LinkName; number: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="s" onClick={() => setOpen(true)}>
        Add Case
      </Button>
      {open && <AddCaseDialog link={link} number={number} onClose={() => setOpen(false)} />}
    </>
  );
}
