'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { usePageActions } from '#components/shell/page-actions.ts';
import { Button } from '#components/ui/button.tsx';

const CancelDialog = dynamic(() => import('./cancel-dialog.tsx').then((module) => module.CancelDialog), { ssr: false });

export interface CancelRequestProps {
  number: string;
}

/** REQ-2 · Cancels a request before its fulfillment has started. */
export function CancelRequest(props: CancelRequestProps) {
  const [isOpen, setOpen] = useState(false);
  usePageActions([{ label: 'Cancel request', run: () => setOpen(true) }]);
  return (
    <>
      <Button className="max-md:hidden" onClick={() => setOpen(true)}>
        Cancel request
      </Button>
      {isOpen && <CancelDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
