import type { Incident } from '#lib/kinds/incident/definition.ts';
import { no, type Verdict, yes } from '#lib/platform/verdict.ts';

const DAY = 24 * 3_600_000;

/** INC-5 · A resolved incident closes automatically after a number of days. 0 days: never. */
export function mayCloseAutomatically(
  { number, state, resolvedAt }: Incident,
  { at, days }: { at: Date; days: number },
): Verdict {
  const hasRested = days > 0 && resolvedAt !== null && at.getTime() - resolvedAt.getTime() >= days * DAY;
  if (state === 'resolved' && hasRested) return yes;
  return no('INC-5', `${number} is not to be closed by the clock now.`);
}
