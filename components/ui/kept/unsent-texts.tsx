'use client';

import { useSyncExternalStore } from 'react';
import { Button } from '#components/ui/button.tsx';
import { discardAllKept, isAnythingKept, onAnyKept } from './kept-texts.ts';

type Words = Readonly<Record<'sign-in.unsent' | 'sign-in.unsent.discard', string>>;

/** REC-5 · Tells a user at sign-out, or the next user, that this browser stores unsent drafts. */
export function UnsentTexts({ words }: { words: Words }) {
  const isKept = useSyncExternalStore(onAnyKept, isAnythingKept, () => false);
  if (!isKept) return null;
  return (
    <div className="mt-6 flex flex-wrap items-center justify-between gap-2 text-sm text-ink-muted">
      <p>{words['sign-in.unsent']}</p>
      <Button variant="quiet" size="s" onClick={discardAllKept}>
        {words['sign-in.unsent.discard']}
      </Button>
    </div>
  );
}
