import { mailFailure } from '#lib/mail-out/rules/mail-failure.ts';

type Reason = { because: string; count: number };

/** At most this many reasons are shown. */
const REASONS = 4;

/** MAJ-9 · Why customers were not notified, in plain words, most frequent first. Servers word the same reason in many ways. */
export function plainReasons(reasons: readonly Reason[]): Reason[] {
  const byText = Map.groupBy(reasons, ({ because }) => mailFailure(because).because);
  return [...byText]
    .map(([because, same]) => ({ because, count: same.reduce((all, { count }) => all + count, 0) }))
    .toSorted((a, b) => b.count - a.count || a.because.localeCompare(b.because))
    .slice(0, REASONS);
}
