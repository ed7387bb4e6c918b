import type { Case } from '#lib/kinds/case/definition.ts';
import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { type Check, checks, type RelatedEnd, type RelatedOutcome } from '../code-checks.ts';

/** CASE-6 · The code of a case that is being resolved or closed; null if it was already checked in Resolved. */
export function codeToCheck(before: Case, after: Case): string | null {
  if (after.state !== 'resolved' && after.state !== 'closed') return null;
  const stood = before.state === 'resolved' && before.resolutionCode === after.resolutionCode;
  return stood ? null : after.resolutionCode;
}

const holding = ({ link, holds }: Check, related: RelatedOutcome) => (related[link] ?? []).filter(holds);

/** CASE-6 · A code that refers to a related record must be true, or be confirmed. */
export function codeMatchesRecords(code: string | null, related: RelatedOutcome): Verdict {
  const check = code ? checks[code] : undefined;
  if (!check || holding(check, related).length > 0) return yes;
  return no('CASE-6', `This resolution code means that ${check.claim}, which is not true.`, 'resolutionCode');
}

/** A code that is true for a related record, and the notes taken from it. */
type Proposed = Pick<Check, 'link'> & { code: string; notes: string; of: RelatedEnd };

/** CASE-7 · Codes suggested by related records that have ended, with the notes taken from them. */
export function proposedSolutions(related: RelatedOutcome): Proposed[] {
  return Object.entries(checks)
    .filter(([code]) => code !== 'workaround_by_problem')
    .flatMap(([code, check]) => {
      const ended = holding(check, related);
      const [of] = ended;
      return of ? [{ code, link: check.link, notes: ended.map(check.notes).join(' '), of }] : [];
    });
}
