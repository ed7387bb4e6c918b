'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { EditCustomerDialogProps } from './edit-customer-dialog.tsx';

const EditCustomerDialog = dynamic(
  () => import('./edit-customer-dialog.tsx').then((module) => module.EditCustomerDialog),
  { ssr: false },
);

/** ACC-14 · The button that edits a contact or consumer. */
export function EditCustomer({ person }: Pick<EditCustomerDialogProps, 'person'>) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Edit</Button>
      {open && <EditCustomerDialog person={person} onClose={() => setOpen(false)} />}
    </>
  );
}
