'use client';

import { useState } from 'react';
import { RefusalToast } from '#components/actions/refusal-toast.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Button } from '#components/ui/button.tsx';
import { RichText } from '#components/ui/rich-text.tsx';
import { previewEntryAction } from '#lib/journal/actions.ts';
import type { PreviewEntry } from '#lib/journal/schema.ts';

/** REC-1 · A button that previews the formatted text; an edit returns to the text. */
export function EntryPreview({ text }: { text: string }) {
  const [shown, setShown] = useState<{ of: string; html: string } | null>(null);
  const { run, pending, refused } = useAction((input: PreviewEntry) => previewEntryAction(input), {
    quiet: true,
    onDone: (data, input) => setShown({ of: input.text, html: data?.html ?? '' }),
  });
  const isShown = shown?.of === text;
  return (
    <>
      <RefusalToast refused={refused} />
      <Button
        size="s"
        variant="quiet"
        aria-pressed={isShown}
        aria-busy={pending || undefined}
        onClick={() => (isShown ? setShown(null) : run({ text }))}
      >
        Preview
      </Button>
      {isShown && (
        <section aria-label="Preview" className="order-first max-h-80 basis-full overflow-y-auto border-t pt-2">
          <RichText html={shown.html} />
        </section>
      )}
    </>
  );
}
