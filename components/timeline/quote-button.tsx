'use client';

import { useQueryClient } from '@tanstack/react-query';
import { use, useState } from 'react';
import { RefusedAnswer } from '#components/ui/fetch-json.ts';
import type { Reader } from '#components/ui/time-ago.tsx';
import { toast } from '#components/ui/toast.ts';
import type { NewEntry } from './posting.tsx';
import { QuotingContext } from './quoting.ts';
import { ReadEntryContext } from './use-whole-text.ts';

interface QuoteButtonProps {
  entry: { id: string; type: NewEntry['type']; by: string; at: string };
  reader: Reader;
}

/** REC-1 · Quotes an entry in a composer; text and code load when it is pressed. */
export function QuoteButton({ entry: { id, type, by, at }, reader }: QuoteButtonProps) {
  const { into, open } = use(QuotingContext);
  const { readWritten } = use(ReadEntryContext);
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const composer = into(type);
  if (!composer) return null;

  async function quote(composer: NewEntry['type']) {
    setBusy(true);
    try {
      const [{ typeQuotation }, text] = await Promise.all([
        import('./quote.ts'),
        queries.fetchQuery({
          queryKey: ['entry-written', id],
          queryFn: ({ signal }) => readWritten(id, signal),
          staleTime: Number.POSITIVE_INFINITY,
          retry: false,
          networkMode: 'always',
        }),
      ]);
      const box = open(composer);
      if (box) typeQuotation(box, { by, at, text }, reader);
    } catch (error) {
      toast({ tone: 'error', text: error instanceof RefusedAnswer ? error.message : "Couldn't load the text." });
    } finally {
      setBusy(false);
    }
  }

  return (
    <button type="button" aria-busy={busy || undefined} disabled={busy} onClick={() => void quote(composer)}>
      Quote
    </button>
  );
}
