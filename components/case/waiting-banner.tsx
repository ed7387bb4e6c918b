import { ExactTime } from '#components/ui/exact-time.tsx';
import { FoldingBanner } from '#components/ui/folding-banner.tsx';
import type { WaitingForAnswer } from '#lib/kinds/case/rules/unanswered.ts';

/** CASE-3, CASE-10 · Who has to answer a proposed solution, and what happens without an answer. */
export function WaitingBanner({ customer, closesAt, mayRecord }: WaitingForAnswer & { mayRecord: boolean }) {
  return (
    <FoldingBanner tone="info" rule="CASE-3" title={`Waiting for ${customer} to accept the solution.`} className="mb-4">
      {closesAt ? (
        <>
          It closes automatically on <ExactTime at={closesAt} dateOnly />.{' '}
        </>
      ) : (
        'It does not close automatically. '
      )}
      {mayRecord && 'Use the buttons above to record an answer by phone or in person.'}
    </FoldingBanner>
  );
}
