export type Answer = 'requested' | 'approved' | 'rejected' | 'not_needed';

export type RoundOutcome = 'requested' | 'approved' | 'rejected' | 'nobody';

/**
 * CHG-1 · What the answers of a round come to: the first answer wins, or all have to approve; one rejection is enough. Who
 * is no longer needed does not count; `nobody`: no other was asked.
 */
export function outcomeOf(answers: readonly Answer[], rule: 'first' | 'all'): RoundOutcome {
  const counted = answers.filter((answer) => answer !== 'not_needed');
  if (counted.length === 0) return 'nobody';
  if (counted.includes('rejected')) return 'rejected';
  const enough = rule === 'first' ? counted.includes('approved') : !counted.includes('requested');
  return enough ? 'approved' : 'requested';
}
