export type Answer = 'requested' | 'approved' | 'rejected' | 'not_needed';

/** CHG-1 · What the answers of a round come to: the first answer wins, or all have to approve; one rejection is enough. */
export function outcomeOf(answers: readonly Answer[], rule: 'first' | 'all'): 'requested' | 'approved' | 'rejected' {
  if (answers.includes('rejected')) return 'rejected';
  const approved = answers.filter((answer) => answer === 'approved').length;
  if (rule === 'first') return approved > 0 ? 'approved' : 'requested';
  return approved > 0 && approved === answers.length ? 'approved' : 'requested';
}
