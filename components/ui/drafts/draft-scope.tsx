'use client';

import { type ReactNode, useContext, useEffect } from 'react';
import { manageDrafts } from './drafts.ts';
import { DraftScopeContext } from './use-draft-text.ts';

/** Sets the key prefix of drafts inside: the outermost one is the user, inner ones are the subject. */
export function DraftScope({ scope, children }: { scope: string; children: ReactNode }) {
  const outer = useContext(DraftScopeContext);
  const isOutermost = outer === null;
  useEffect(() => {
    if (isOutermost) return manageDrafts();
  }, [isOutermost]);
  return <DraftScopeContext value={isOutermost ? scope : `${outer} ${scope}`}>{children}</DraftScopeContext>;
}
