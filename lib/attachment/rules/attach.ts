import { no, type Verdict, yes } from '#lib/platform/verdict.ts';

/** The most files of one record; larger collections belong in an archive that the record links to. */
export const FILES_AT_MOST = 200;

/** REC-4 · A file is within the size limit of the property. */
export function fileIsNotTooLarge(bytes: number, maxMegabytes: number): Verdict {
  if (bytes <= maxMegabytes * 1_000_000) return yes;
  return no('REC-4', `The file is larger than ${maxMegabytes} MB.`, 'file');
}

/** REC-4 · A record has room for another file. */
export function recordHasRoom(number: string, files: number): Verdict {
  if (files < FILES_AT_MOST) return yes;
  return no('REC-4', `${number} has ${FILES_AT_MOST} attachments: no more can be added.`, 'file');
}
