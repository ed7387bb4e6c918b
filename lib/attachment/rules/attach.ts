import { no, type Verdict, yes } from '#lib/platform/verdict.ts';

/** So many files a record can have; more are an archive, which has a link. */
export const FILES_AT_MOST = 200;

/** REC-4 · A file is at most as large as the property says. */
export function fileIsNotTooLarge(bytes: number, maxMegabytes: number): Verdict {
  if (bytes <= maxMegabytes * 1_000_000) return yes;
  return no('REC-4', `The file is larger than ${maxMegabytes} MB.`, 'file');
}

/** REC-4 · A record has room for so many files and no more. */
export function recordHasRoom(number: string, files: number): Verdict {
  if (files < FILES_AT_MOST) return yes;
  return no('REC-4', `${number} has ${FILES_AT_MOST} attachments: no more can be added.`, 'file');
}
