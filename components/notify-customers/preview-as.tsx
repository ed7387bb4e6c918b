'use client';

import { useState } from 'react';
import { RefusalBanner } from '#components/actions/refusal-banner.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Field } from '#components/ui/field.tsx';
import { RichText } from '#components/ui/rich-text.tsx';
import { Select } from '#components/ui/select.tsx';
import { previewMessageAction } from '#lib/notify-customers/actions.ts';
import type { MessagePreview } from '#lib/notify-customers/queries/preview.ts';
import type { Recipients } from '#lib/notify-customers/recipients.ts';
import type { NotifyWhom, PreviewMessage } from '#lib/notify-customers/schema.ts';

interface PreviewAsProps {
  whom: NotifyWhom;
  text: string;
  recipients: Recipients['reachable'];
}

/** NOT-1, NOT-6 · The message as the chosen recipient would read it, as long as it is the message that stands there. */
export function PreviewAs({ whom, text, recipients }: PreviewAsProps) {
  const [shown, setShown] = useState<{ of: PreviewMessage; preview: MessagePreview | undefined } | null>(null);
  const { run, pending, refused } = useAction((input: PreviewMessage) => previewMessageAction(input), {
    quiet: true,
    onDone: (preview, of) => setShown({ of, preview }),
  });
  const current = shown?.of.text === text ? shown : null;
  return (
    <>
      <Field label="Preview as">
        {(control) => (
          <Select
            {...control}
            value={current?.of.recipientId ?? ''}
            placeholder="Choose a recipient"
            aria-busy={pending || undefined}
            options={recipients.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={({ target }) => target.value && run({ ...whom, text, recipientId: target.value })}
          />
        )}
      </Field>
      <RefusalBanner refused={refused} />
      {current?.preview && (
        <section aria-label="Preview" className="rounded-md border bg-sunken p-3">
          <p className="mb-1 text-sm text-ink-muted">
            About <span className="record-number">{current.preview.number}</span>
            {current.preview.others.length > 0 && `, one email with ${current.preview.others.join(', ')}`}
          </p>
          <RichText html={current.preview.html} />
        </section>
      )}
    </>
  );
}
