'use client';

import { useEffect } from 'react';
import { forgetDayOfOthers } from './kept-day.ts';

/** WO-18 · Deletes the previous technician's cached page when another user, or nobody, is signed in. */
export function ForgetDay({ personId }: { personId: string | null }) {
  useEffect(() => {
    forgetDayOfOthers(personId).catch(() => undefined);
  }, [personId]);
  return null;
}
