'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { AffectedContact } from '#lib/approval/queries/affected-contacts.ts';

const AskContactDialog = dynamic(() => import('./ask-contact-dialog.tsx').then((module) => module.AskContactDialog), {
  ssr: false,
});

export interface AskContactProps {
  number: string;
  contacts: readonly AffectedContact[];
}

/** POR-7 · Asks a contact of an affected customer about a change that waits for approval. */
export function AskContact(props: AskContactProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="flex justify-end p-3">
      <Button size="s" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Ask a contact
      </Button>
      {isOpen && <AskContactDialog {...props} onClose={() => setOpen(false)} />}
    </div>
  );
}
