'use client';

import { MessageField } from '#components/customer-messages/message-field.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import type { CustomerSort } from '#lib/kinds/outage-source.ts';
import { listed } from '#lib/platform/listed.ts';
import type { Communication } from '#lib/proactive/run-draft.ts';

interface WithCommunicationProps {
  of: CustomerSort;
  communication: Communication;
  writes: boolean;
  setWrites: (writes: boolean) => void;
  text: string;
  setText: (text: string) => void;
  error: string | undefined;
}

/** PRO-4 · The message sent together with the cases, and who would get no email. */
export function WithCommunication({ of, communication, writes, setWrites, ...message }: WithCommunicationProps) {
  const { unreached, unreachedCount, templates } = communication;
  return (
    <div className="mt-4 grid gap-3 border-t pt-3">
      <Checkbox
        label="Generate with communication"
        hint={`Sends a message at once: a comment in each case, and an email to ${of === 'accounts' ? 'the primary contact of each account' : 'each consumer'}. Without it, no message is sent yet.`}
        checked={writes}
        onChange={({ target }) => setWrites(target.checked)}
      />
      {writes && (
        <>
          {unreachedCount > 0 && (
            <p className="text-sm text-tone-amber wrap-anywhere">
              No email can be sent for: {listed(unreached, unreachedCount)}
            </p>
          )}
          <MessageField text={message.text} onChange={message.setText} error={message.error} templates={templates} />
        </>
      )}
    </div>
  );
}
