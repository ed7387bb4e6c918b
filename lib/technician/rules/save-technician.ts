import { no, type Verdict, yes } from '#lib/platform/verdict.ts';

/** REC-5 · A user can be a technician only once. */
export function isNoTechnicianYet(isOne: boolean): Verdict {
  return isOne ? no('REC-5', 'This user is a technician already.', 'userId') : yes;
}

/** REC-3 · Details can be saved only over the version that the user opened. */
export function wasSeen({ version }: { version: number }, seen: number): Verdict {
  if (version === seen) return yes;
  return no('REC-3', 'Someone else changed this technician since you opened the page. Reload it and try again.');
}
