import { StateBadge, type Tone } from '#components/ui/badge.tsx';
import type { CustomerStep } from '#lib/portal/customer-step.ts';
import { requestProgress } from '#lib/portal/record-words.ts';
import type { Say } from '#lib/words/words.ts';

const tones: Readonly<Record<CustomerStep, Tone>> = { received: 'grey', work: 'blue', answer: 'amber', done: 'muted' };

type Shown = { step: CustomerStep; state: string; requestState: string | null };

/** POR-22 · A case's progress in customers' words; for an order, its request's progress. */
export function stepWords({ step, state, requestState }: Shown, say: Say): string {
  if (state === 'cancelled') return say('step.cancelled');
  const isOrder = requestState !== null && (step === 'received' || step === 'work');
  return isOrder ? requestProgress(requestState, say) : say(`step.${step}`);
}

export function StepBadge({ theCase, say }: { theCase: Shown; say: Say }) {
  return <StateBadge tone={tones[theCase.step]}>{stepWords(theCase, say)}</StateBadge>;
}
