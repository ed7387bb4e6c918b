import type { Refused } from '#components/actions/call-action.ts';
import type { Conflict } from '#lib/write/conflict.ts';

export interface Conflicts {
  message: string;
  conflicts: readonly Conflict[];
  version: number;
}

/** REC-3 · The conflicting values, if a conflict is why it was refused. */
export function conflictsOf(refused: Refused | null): Conflicts | null {
  if (refused?.rule !== 'REC-3') return null;
  return { message: refused.message, ...(refused.details as Omit<Conflicts, 'message'>) };
}

/** Notes beside the conflicting fields: the other user's values. */
export function theirsOf({ conflicts }: Conflicts): Record<string, string> {
  const theirs = conflicts.map(({ field, by, theirsShown }) => [field, `${by} set “${theirsShown || 'nothing'}”.`]);
  return Object.fromEntries(theirs);
}
