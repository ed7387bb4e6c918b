'use client';

import dynamic from 'next/dynamic';
import { type ReactNode, startTransition, useState } from 'react';
import { clearDayOfOthers } from '#components/technician-day/cached-day.ts';
import { loadUnsentDialog } from '#components/technician-day/load-unsent-dialog.ts';
import { hasUnsent } from '#components/technician-day/unsent-mark.ts';
import { signOutAction } from '#lib/sign-in/actions.ts';

const UnsentDialog = dynamic(loadUnsentDialog);

/** WO-18 · Signs out; first asks about data stored only on this phone, then deletes the cached page. */
export function useSignOut(userId: string | undefined) {
  const [asks, setAsks] = useState(false);

  async function leave() {
    await clearDayOfOthers(null).catch(() => undefined);
    startTransition(signOutAction);
  }

  function signOut() {
    if (userId && hasUnsent(userId)) setAsks(true);
    else void leave();
  }

  const question: ReactNode = asks && userId && (
    <UnsentDialog userId={userId} onStay={() => setAsks(false)} onLeave={() => void leave()} />
  );
  return { signOut, question };
}
