'use client';

import dynamic from 'next/dynamic';
import { type ReactNode, startTransition, useState } from 'react';
import { forgetDayOfOthers } from '#components/technician-day/kept-day.ts';
import { hasUnsent } from '#components/technician-day/unsent-mark.ts';

// Few have anything unsent: the code comes when somebody does.
const UnsentDialog = dynamic(() =>
  import('#components/technician-day/unsent-dialog.tsx').then((module) => module.UnsentDialog),
);

/** WO-18 · Signs out; what is on this phone alone is asked about first, and the page that was kept is forgotten. */
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
