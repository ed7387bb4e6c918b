'use client';

import { useEffect } from 'react';
import { dismissToast, toast } from '#components/ui/toast.ts';
import type { Refused } from './call-action.ts';

/** Shows why a button or a form outside a dialog was refused, until the next attempt is answered. */
export function RefusalToast({ refused }: { refused: Refused | null }) {
  useEffect(() => {
    if (!refused) return;
    const complaint = toast({ tone: 'error', text: refused.message, ...(refused.rule ? { rule: refused.rule } : {}) });
    return () => dismissToast(complaint);
  }, [refused]);
  return null;
}
