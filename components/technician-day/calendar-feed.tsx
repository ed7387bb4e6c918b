'use client';

import { useState } from 'react';
import { RefusalToast } from '#components/actions/refusal-toast.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Button } from '#components/ui/button.tsx';
import { ExactTime } from '#components/ui/exact-time.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { renewFeedAction, revokeFeedAction } from '#lib/technician-day/actions.ts';

/** WO-18 · The technician's tasks as a calendar feed; its address can be revoked. */
export function CalendarFeed({ since }: { since: string | null }) {
  const [address, setAddress] = useState('');
  const renewing = useAction(renewFeedAction, {
    onDone: (made) => setAddress(made ? `${location.origin}${made.path}` : ''),
  });
  const revoking = useAction(revokeFeedAction, { onDone: () => setAddress('') });
  return (
    <Panel title="Calendar feed" className="mt-6">
      <div className="grid gap-3">
        <p className="text-ink-muted">
          Your tasks in your phone's calendar. Anyone who has the address can read them.
          {since && (
            <>
              {' The address was made on '}
              <ExactTime at={since} />.
            </>
          )}
        </p>
        {address && (
          <TextField
            label="Address"
            hint="Copy it now: it is shown once."
            readOnly
            value={address}
            onFocus={({ target }) => target.select()}
          />
        )}
        <div className="flex flex-wrap gap-2">
          <Button className="min-h-11" aria-busy={renewing.pending || undefined} onClick={() => renewing.run({})}>
            {since ? 'New address' : 'Create address'}
          </Button>
          {since && (
            <Button className="min-h-11" aria-busy={revoking.pending || undefined} onClick={() => revoking.run({})}>
              Revoke address
            </Button>
          )}
        </div>
        <RefusalToast refused={renewing.refused ?? revoking.refused} />
      </div>
    </Panel>
  );
}
