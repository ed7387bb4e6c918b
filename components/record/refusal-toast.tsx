'use client';

import { useEffect } from 'react';
import { toast } from '#components/ui/toast.ts';
import type { Refused } from './use-send.ts';

/** Says why a button that has no form was refused. */
export function RefusalToast({ refused }: { refused: Refused | null }) {
  useEffect(() => {
    if (refused) toast({ tone: 'error', text: refused.message, ...(refused.rule ? { rule: refused.rule } : {}) });
  }, [refused]);
  return null;
}
