'use client';

import { useEffect, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog, DialogActions } from '#components/ui/dialog.tsx';
import { isUnsent } from '#lib/technician-day/outbox.ts';
import { deleteSteps, stepsOf } from './outbox-store.ts';
import { markUnsent } from './unsent-mark.ts';

interface UnsentDialogProps {
  userId: string;
  onStay: () => void;
  onLeave: () => void;
}

/** WO-18 · Asks before unsent steps are lost. */
export function UnsentDialog({ userId, onStay, onLeave }: UnsentDialogProps) {
  const [count, setCount] = useState<number | null>(null);

  useEffect(() => {
    void stepsOf(userId).then((steps) => setCount(steps.filter(isUnsent).length));
  }, [userId]);

  async function leave() {
    await deleteSteps(await stepsOf(userId));
    markUnsent(userId, false);
    onLeave();
  }

  if (count === null) return null;
  return (
    <Dialog open onOpenChange={onStay} title="Sign out and lose what was not sent?" size="s">
      <p>
        {count === 1 ? '1 step of your day is' : `${count} steps of your day are`} on this phone and not sent. Signing
        out deletes them.
      </p>
      <DialogActions>
        <Button onClick={onStay}>Stay signed in</Button>
        <Button variant="danger" onClick={() => void leave()}>
          Sign out and delete
        </Button>
      </DialogActions>
    </Dialog>
  );
}
