import type { Case } from '#lib/kinds/case/definition.ts';

/** CASE-6 · The code of a case that is being resolved or closed; null if it was already checked in Resolved. */
export function codeToCheck(before: Case, after: Case): string | null {
  if (after.state !== 'resolved' && after.state !== 'closed') return null;
  const stood = before.state === 'resolved' && before.resolutionCode === after.resolutionCode;
  return stood ? null : after.resolutionCode;
}
