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
  const [asking, setAsking] = useState(false);
  usePageActions([{ label: 'Cancel request', run: () => setAsking(true) }]);
  return (
    <>
      <Button className="max-md:hidden" onClick={() => setAsking(true)}>
        Cancel request
      </Button>
      {asking && <CancelDialog {...props} onClose={() => setAsking(false)} />}
    </>
  );
}
