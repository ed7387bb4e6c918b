'use client';

import { useState } from 'react';
import { DialogForm } from '#components/actions/dialog-form.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Banner } from '#components/ui/banner.tsx';
import { addChildrenAction } from '#lib/major-case/actions.ts';
import { counted } from '#lib/record/counted.ts';
import { CasePicker } from './case-picker.tsx';
import type { MajorCaseDialogProps } from './major-case-dialog.tsx';

const none: ReadonlySet<string> = new Set();

/** MAJ-4 · Adds chosen cases to a major case; the result stays visible if some were left out. */
export function AddChildrenDialog({ action, number, onClose }: MajorCaseDialogProps) {
  const [chosen, setChosen] = useState(none);
  const [leftOut, setLeftOut] = useState<readonly { number: string; because: string }[]>([]);
  const { run, pending, refused, result } = useAction(addChildrenAction, {
    onDone: (data) => {
      const others = data?.leftOut ?? [];
      setLeftOut(others);
      setChosen(none);
      if (others.length === 0) onClose();
    },
  });
  const answer = result?.ok && leftOut.length > 0 ? result.message : undefined;
  return (
    <DialogForm
      size="l"
      title={action.label}
      verb={chosen.size > 0 ? `Add ${counted('case', chosen.size)}` : 'Add'}
      description={`Their related records are read-only while they belong to ${number}. Nothing is sent to the customers.`}
      onClose={onClose}
      refused={refused}
      pending={pending}
      disabled={chosen.size === 0}
      onSubmit={() => run({ number, caseNumbers: [...chosen] })}
    >
      <div role="status">
        {answer && (
          <Banner tone="warning" rule="MAJ-4" className="mb-3">
            {answer}
            <ul className="mt-1 max-h-32 list-disc overflow-y-auto pl-5">
              {leftOut.map((each) => (
                <li key={each.number}>{each.because}</li>
              ))}
            </ul>
          </Banner>
        )}
      </div>
      <CasePicker number={number} chosen={chosen} onChoose={setChosen} />
    </DialogForm>
  );
}
