'use client';

import { useSyncExternalStore } from 'react';
import { Button } from '#components/ui/button.tsx';
import { discardAllDrafts, hasAnyDraft, onAnyDraftChange } from './drafts.ts';

type Words = Readonly<Record<'sign-in.unsent' | 'sign-in.unsent.discard', string>>;

/** REC-5 · Tells a user at sign-out, or the next user, that this browser stores unsent drafts. */
export function UnsentDrafts({ words }: { words: Words }) {
  const hasDraft = useSyncExternalStore(onAnyDraftChange, hasAnyDraft, () => false);
  if (!hasDraft) return null;
  return (
    <div className="mt-6 flex flex-wrap items-center justify-between gap-2 text-sm text-ink-muted">
      <p>{words['sign-in.unsent']}</p>
      <Button variant="quiet" size="s" onClick={discardAllDrafts}>
        {words['sign-in.unsent.discard']}
      </Button>
    </div>
  );
}
