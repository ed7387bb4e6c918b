'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { usePageActions } from '#components/shell/page-actions.ts';
import { Button } from '#components/ui/button.tsx';

const AddTaskDialog = dynamic(() => import('./add-task-dialog.tsx').then((module) => module.AddTaskDialog), {
  ssr: false,
});

/** WO-1 · Adds a task to a work order. */
export function AddTask({ number }: { number: string }) {
  const [isOpen, setOpen] = useState(false);
  usePageActions([{ label: 'Add task', run: () => setOpen(true) }]);
  return (
    <>
      <Button className="max-md:hidden" onClick={() => setOpen(true)}>
        Add task
      </Button>
      {isOpen && <AddTaskDialog number={number} onClose={() => setOpen(false)} />}
    </>
  );
}
