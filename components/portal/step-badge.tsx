import { StateBadge, type Tone } from '#components/ui/badge.tsx';
import type { CustomerStep } from '#lib/portal/customer-step.ts';
import type { Say } from '#lib/words/words.ts';

const tones: Readonly<Record<CustomerStep, Tone>> = { received: 'grey', work: 'blue', answer: 'amber', done: 'muted' };

/** POR-22 · How far a case is, in customers' words. */
export function StepBadge({ step, state, say }: { step: CustomerStep; state?: string; say: Say }) {
  return <StateBadge tone={tones[step]}>{say(state === 'cancelled' ? 'step.cancelled' : `step.${step}`)}</StateBadge>;
}
