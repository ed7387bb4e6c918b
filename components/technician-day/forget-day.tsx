'use client';

import { useEffect } from 'react';
import { forgetDayOfOthers } from './kept-day.ts';

/** WO-18 · Who signs in, or is nobody, finds no page of the technician who was here before. */
export function ForgetDay({ personId }: { personId: string | null }) {
  useEffect(() => {
    forgetDayOfOthers(personId).catch(() => undefined);
  }, [personId]);
  return null;
}
