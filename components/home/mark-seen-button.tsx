'use client';

import { CheckCheck } from 'lucide-react';
import { useActionState } from 'react';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { markSeenAction } from '#lib/home/actions.ts';

/** Everything on this page was seen. */
export function MarkSeenButton({ until }: { until: string }) {
  const [, mark] = useActionState(markSeenAction, null);
  return (
    <form action={mark}>
      <input type="hidden" name="until" value={until} />
      <SubmitButton variant="quiet" size="s" icon={<CheckCheck aria-hidden />}>
        Mark all as seen
      </SubmitButton>
    </form>
  );
}
