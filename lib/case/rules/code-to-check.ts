import type { Case } from '#lib/kinds/case/definition.ts';

/** CASE-6 · The code with which a case goes to its end, chosen now or kept; what stood in Resolved was checked before. */
export function codeToCheck(before: Case, after: Case): string | null {
  if (after.state !== 'resolved' && after.state !== 'closed') return null;
  const stood = before.state === 'resolved' && before.resolutionCode === after.resolutionCode;
  return stood ? null : after.resolutionCode;
}
