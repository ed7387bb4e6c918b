'use client';

import { RefusalToast } from '#components/actions/refusal-toast.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Button } from '#components/ui/button.tsx';
import { associateAction } from '#lib/related/actions.ts';
import type { Relate } from '#lib/related/schema.ts';

/** REL-18 · Links the record of a similar case in one click. */
export function AssociateSame({ label, ...relate }: Relate & { label: string }) {
  const { run, pending, refused } = useAction((input: Relate) => associateAction(input));
  return (
    <>
      <RefusalToast refused={refused} />
      <Button
        size="s"
        aria-label={`Associate ${label} ${relate.number}`}
        aria-busy={pending}
        disabled={pending}
        onClick={() => run(relate)}
      >
        Associate
      </Button>
    </>
  );
}
