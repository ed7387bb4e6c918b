'use client';

import { RefusalToast } from '#components/actions/refusal-toast.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { usePageActions } from '#components/shell/page-actions.ts';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { ExactTime } from '#components/ui/exact-time.tsx';
import { moveCaseAction } from '#lib/case/actions.ts';
import type { CustomerAnswer } from '#lib/case/queries/customer-answer.ts';
import type { VerbView } from '#lib/case/verb-views.ts';

interface AnsweredBannerProps {
  number: string;
  version: number;
  answer: CustomerAnswer;
  /** The buttons that respond to it; empty if the user may not. */
  verbs: readonly VerbView[];
}

/** CASE-11 · The customer's comment on a proposed solution, with a button for each possible response. */
export function AnsweredBanner({ number, version, answer, verbs }: AnsweredBannerProps) {
  const { run, pending, refused } = useAction(moveCaseAction);
  const { by, text, at, last } = answer;

  function settle({ name, asksWorkNote }: VerbView) {
    const words = asksWorkNote ? { workNote: `${by} commented on the solution:\n\n${text}` } : {};
    run({ number, version, verb: name, seen: last, ...words });
  }

  usePageActions(verbs.map((verb) => ({ label: verb.label, run: () => settle(verb) })));

  return (
    <Banner tone="warning" rule="CASE-11" title={`Answered: ${by} commented on the solution.`} className="mb-4">
      <p className="max-h-40 overflow-y-auto whitespace-pre-line">{text}</p>
      <p className="mt-1 text-ink-muted">
        <ExactTime at={at} /> · The case does not close automatically until this is handled.
      </p>
      {verbs.length > 0 && (
        <div className="mt-2 flex flex-wrap gap-2">
          {verbs.map((verb) => (
            <Button key={verb.name} size="s" aria-disabled={pending || undefined} onClick={() => settle(verb)}>
              {verb.label}
            </Button>
          ))}
        </div>
      )}
      <RefusalToast refused={refused} />
    </Banner>
  );
}
