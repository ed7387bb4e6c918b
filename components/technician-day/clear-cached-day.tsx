'use client';

import { useEffect } from 'react';
import { clearDayOfOthers } from './cached-day.ts';

/** WO-18 · Deletes the previous technician's cached page when another user, or nobody, is signed in. */
export function ClearCachedDay({ personId }: { personId: string | null }) {
  useEffect(() => {
    clearDayOfOthers(personId).catch(() => undefined);
  }, [personId]);
  return null;
}
