'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { LinkName } from '#lib/record/link.ts';
import type { SourceRef } from '#lib/related/source-ref.ts';
import type { LinkUpdates } from '#lib/sync/link-updates.ts';

const RemoveDialog = dynamic(() => import('./remove-dialog.tsx').then((module) => module.RemoveDialog), { ssr: false });

interface RemoveLinkProps {
  title: string;
  link: LinkName;
  source: SourceRef;
  number: string;
  updates: LinkUpdates;
  stays: boolean;
}

/** REL-12 · Unlinks case and record, from a row in either list. */
export function RemoveLink({ title, ...tie }: RemoveLinkProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="s" variant="quiet" aria-label={title} onClick={() => setOpen(true)}>
        Remove
      </Button>
      {open && <RemoveDialog title={title} {...tie} onClose={() => setOpen(false)} />}
    </>
  );
}
