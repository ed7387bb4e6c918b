'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { NotifySource } from '#lib/customer-messages/source.ts';

const NotifyDialog = dynamic(() => import('./notify-dialog.tsx').then((module) => module.NotifyDialog), { ssr: false });

export interface NotifyCustomersProps {
  source: { kind: NotifySource; number: string };
  /** The selected cases; absent: all cases of the record. */
  caseNumbers?: readonly string[];
  /** Called when the message has been accepted for sending. */
  onSent?: () => void;
}

/** NOT-1 · *Notify Customers*, for the selected cases or for all. */
export function NotifyCustomers(props: NotifyCustomersProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="s" onClick={() => setOpen(true)}>
        Notify Customers
      </Button>
      {open && <NotifyDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
