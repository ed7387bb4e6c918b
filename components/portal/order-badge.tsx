import { StateBadge, type Tone } from '#components/ui/badge.tsx';
import { orderWords, visitWords } from '#lib/portal/work-orders/words.ts';
import type { Say, WordKey } from '#lib/words/words.ts';

const tones: Readonly<Record<string, Tone>> = {
  'order.checked': 'grey',
  'order.to-plan': 'amber',
  'order.planned': 'blue',
  'order.work': 'blue',
};

/** POR-22 · The progress of a work order or a visit, in customers' words. */
export function OrderBadge({ state, of, say }: { state: string; of: 'order' | 'visit'; say: Say }) {
  const words: Readonly<Record<string, WordKey>> = of === 'order' ? orderWords : visitWords;
  const key = (words[state] ?? 'order.checked') as 'order.checked';
  return <StateBadge tone={tones[key] ?? 'muted'}>{say(key)}</StateBadge>;
}
