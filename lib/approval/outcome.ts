export type Answer = 'requested' | 'approved' | 'rejected' | 'not_needed';

export type RoundOutcome = 'requested' | 'approved' | 'rejected' | 'nobody';

/**
 * POR-7 · The same with contacts asked beside the approvers. One contact's rejection rejects; a contact's approval alone is not
 * enough; if all must approve, contacts must too. Approvals requested only from customers are theirs to decide (REQ-1).
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
 * CHG-1 · The outcome of a round: the first answer decides, or all must approve; one rejection rejects. Answers no longer
 * needed do not count; `nobody`: no other answers exist.
 */
export function outcomeOf(answers: readonly Answer[], rule: 'first' | 'all'): RoundOutcome {
  const counted = answers.filter((answer) => answer !== 'not_needed');
  if (counted.length === 0) return 'nobody';
  if (counted.includes('rejected')) return 'rejected';
  const enough = rule === 'first' ? counted.includes('approved') : !counted.includes('requested');
  return enough ? 'approved' : 'requested';
}
