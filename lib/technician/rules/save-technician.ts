import { no, type Verdict, yes } from '#lib/platform/verdict.ts';

/** REC-5 · A user is one technician. */
export function isNoTechnicianYet(isOne: boolean): Verdict {
  return isOne ? no('REC-5', 'This user is a technician already.', 'userId') : yes;
}

/** REC-3 · Who saves the details of a technician has seen those that are there. */
export function wasSeen({ version }: { version: number }, seen: number): Verdict {
  if (version === seen) return yes;
  return no('REC-3', 'Someone else changed this technician since you opened the page. Reload it and try again.');
}
