'use client';

import dynamic from 'next/dynamic';
import { type ReactNode, startTransition, useState } from 'react';
import { forgetDayOfOthers } from '#components/technician-day/kept-day.ts';
import { loadUnsentDialog } from '#components/technician-day/load-unsent-dialog.ts';
import { hasUnsent } from '#components/technician-day/unsent-mark.ts';

const UnsentDialog = dynamic(loadUnsentDialog);

/** WO-18 · Signs out; first asks about data stored only on this phone, then deletes the cached page. */
export function useSignOut(userId: string | undefined, signOutAction: () => Promise<void>) {
  const [asks, setAsks] = useState(false);

  async function leave() {
    await forgetDayOfOthers(null).catch(() => undefined);
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
