'use client';

import { RefusalBanner } from '#components/actions/refusal-banner.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { checkMailServerAction } from '#lib/mail-out/actions.ts';

/** ADM-11 · checks the mail server on demand, and shows its answer. */
export function CheckMailServer() {
  const { submit, result, refused } = useAction(checkMailServerAction, { quiet: true });
  return (
    <form action={submit} className="grid justify-items-start gap-2">
      <RefusalBanner refused={refused} />
      <SubmitButton variant="secondary">Check email server</SubmitButton>
      <p role="status" className="wrap-anywhere">
        {result?.ok && result.message}
      </p>
    </form>
  );
}
