'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';

const MajorCaseDialog = dynamic(() => import('./major-case-dialog.tsx').then((module) => module.MajorCaseDialog), {
  ssr: false,
});

/** MAJ-4 · *Add Child Cases*, above the list of them. */
export function AddChildren({ number }: { number: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="s" onClick={() => setOpen(true)}>
        Add Child Cases
      </Button>
      {open && (
        <MajorCaseDialog
          action={{ verb: 'add-children', label: 'Add Child Cases' }}
          number={number}
          hasCustomer={false}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
