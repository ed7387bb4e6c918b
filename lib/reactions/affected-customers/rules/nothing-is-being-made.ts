import { no, type Verdict, yes } from '#lib/platform/verdict.ts';

/** MAJ-5 · A major case is not ended between one child case and the next. */
export function nothingIsBeingMade(number: string, left: number | null): Verdict {
  if (left === null) return yes;
  const count = left === 1 ? '1 is' : `${left.toLocaleString('en')} are`;
  return no(
    'MAJ-5',
    `Child cases of ${number} are being created, and ${count} left: wait for the end, or stop it first.`,
  );
}
