import { no, type Verdict, yes } from '#lib/platform/verdict.ts';

/** MAJ-5 · A major case cannot end while its child cases are being created. */
export function noChildRunInProgress(number: string, left: number | null): Verdict {
  if (left === null) return yes;
  const count = left === 1 ? '1 is' : `${left.toLocaleString('en')} are`;
  return no(
    'MAJ-5',
    `Child cases of ${number} are being created, and ${count} left: wait for the end, or stop it first.`,
  );
}
