import { no, type Verdict, yes } from '#lib/platform/verdict.ts';

/** ADM-6 · The last admin cannot be removed, neither by roles nor by deactivation. */
export function anAdministratorRemains(counts: { before: number; after: number }): Verdict {
  if (counts.before === 0 || counts.after > 0) return yes;
  return no('ADM-6', 'This is the last active administrator. Make someone else an administrator first.');
}
