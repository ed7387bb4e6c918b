export type Answer = 'requested' | 'approved' | 'rejected' | 'not_needed';

export type RoundOutcome = 'requested' | 'approved' | 'rejected' | 'nobody';

/**
 * POR-7 · The same where contacts were asked beside the approvers: a rejection of a contact is enough, the approval of one is not;
 * where all have to approve, they do as well. What only customers are asked about they decide (REQ-1).
 */
export function outcomeWithContacts(
  approvers: readonly Answer[],
  contacts: readonly Answer[],
  rule: 'first' | 'all',
): RoundOutcome {
  if (approvers.length === 0) return outcomeOf(contacts, rule);
  if (contacts.includes('rejected')) return 'rejected';
  const outcome = outcomeOf(approvers, rule);
  return outcome === 'approved' && rule === 'all' && contacts.includes('requested') ? 'requested' : outcome;
}

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
