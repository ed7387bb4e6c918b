'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import type { LinkName } from '#lib/record/link.ts';
import type { LinkUpdates } from '#lib/sync/link-updates.ts';

// Loaded when it is opened.
const AddCaseDialog = dynamic(() => import('./add-case-dialog.tsx').then((module) => module.AddCaseDialog), {
  ssr: false,
});

interface AddCaseProps {
  link: LinkName;
  number: string;
  mayAdd: boolean;
  updates: LinkUpdates;
  /** Empty state of a record without cases. */
  empty: { title: string; text: string } | null;
}

/** REL-14 · Links a case from the record's side. An open dialog stays even if someone else adds the first case. */
export function AddCase({ link, number, mayAdd, updates, empty }: AddCaseProps) {
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
        button
      )}
      {open && <AddCaseDialog link={link} number={number} updates={updates} onClose={() => setOpen(false)} />}
    </>
  );
}
