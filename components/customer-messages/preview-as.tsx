'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { RefusalBanner } from '#components/actions/refusal-banner.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { RichText } from '#components/ui/rich-text.tsx';
import { SelectField } from '#components/ui/text-field.tsx';
import { previewMessageAction } from '#lib/customer-messages/actions.ts';
import type { MessagePreview } from '#lib/customer-messages/queries/preview.ts';
import type { Recipients } from '#lib/customer-messages/recipients.ts';
import type { NotificationTarget, PreviewMessage } from '#lib/customer-messages/schema.ts';

interface PreviewAsProps {
  whom: NotificationTarget;
  text: string;
  recipients: Recipients['reachable'];
}

/** Delay of the preview after typing, in milliseconds. */
const PAUSE = 400;

/** NOT-1, NOT-6 · Live preview of the message as the chosen recipient would read it. */
export function PreviewAs({ whom, text, recipients }: PreviewAsProps) {
  const [recipientId, setRecipientId] = useState('');
  const [preview, setPreview] = useState<MessagePreview>();
  const { run, pending, refused, reset } = useAction((input: PreviewMessage) => previewMessageAction(input), {
    quiet: true,
    onDone: setPreview,
  });
  const requested = useRef('');
  const show = useEffectEvent(() => {
    const wanted = JSON.stringify([text, recipientId]);
    if (wanted === requested.current) return;
    requested.current = wanted;
    if (text.trim() !== '') return run({ ...whom, text, recipientId });
    reset();
    setPreview(undefined);
  });
  // A new text or recipient needs a new preview; only one request runs at a time.
  useEffect(() => {
    if (!recipientId || pending) return;
    const timer = setTimeout(() => show(), text ? PAUSE : 0);
    return () => clearTimeout(timer);
  }, [text, recipientId, pending]);
  return (
    <>
      <SelectField
        label="Preview as"
        value={recipientId}
        placeholder="Choose a recipient"
        aria-busy={pending || undefined}
        options={recipients.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={({ target }) => setRecipientId(target.value)}
      />
      <RefusalBanner refused={refused} />
      {preview && !refused && (
        <section aria-label="Preview" className="rounded-md border bg-sunken p-3">
          <p className="mb-1 text-sm text-ink-muted">
            About <span className="record-number">{preview.number}</span>
            {preview.others.length > 0 && `, one email with ${preview.others.join(', ')}`}
          </p>
          <RichText html={preview.html} />
        </section>
      )}
    </>
  );
}
